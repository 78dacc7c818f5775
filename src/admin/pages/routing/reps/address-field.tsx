import { TextInput } from "@mantine/core";
import { useDraft } from "../draft.ts";
import { asText, useField } from "../fields/field.ts";
import type { Path } from "../path.ts";
import { kindOfAddress, tidyAddress } from "./address.ts";

/** Where a rep is rung. A number may be typed as people write it: it is tidied when the field is left. */
export function AddressField({ path }: { readonly path: Path }) {
  const draft = useDraft();
  const { value, set, error, place } = useField(path);
  const typed = asText(value);
  const kind = kindOfAddress(typed);
  return (
    <div {...place}>
      <TextInput
        label="Rings at"
        description="A phone, sip:name@host or client:name"
        placeholder="+12125550123"
        autoComplete="off"
        error={
          error ?? (typed !== "" && kind === undefined ? "That is no phone, SIP address or client yet." : undefined)
        }
        value={typed}
        rightSectionWidth={100}
        rightSectionPointerEvents="none"
        rightSection={kind && <span style={{ color: "var(--mantine-color-dimmed)", fontSize: 12 }}>{kind}</span>}
        onChange={(event) => set(event.currentTarget.value)}
        onBlur={() => {
          const tidy = tidyAddress(typed, asText(draft.value(["business", "callerId"])));
          if (tidy !== typed) set(tidy);
        }}
      />
    </div>
  );
}
