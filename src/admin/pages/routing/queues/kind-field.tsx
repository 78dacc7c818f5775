import { Input, SegmentedControl } from "@mantine/core";
import { useId } from "react";
import { isFields } from "../../../../routing/edits.ts";
import { useDraft } from "../draft.ts";
import { asText, useField } from "../fields/field.ts";
import type { Path } from "../path.ts";
import { ruleAt } from "../rules.ts";

const names: Readonly<Record<string, string>> = { support: "Support", sales: "Sales" };

/** Whether a queue sells or helps. What the other kind has and this one has not is taken out with it: a support queue names no announcements. */
export function KindField({ path }: { readonly path: Path }) {
  const draft = useDraft();
  const id = useId();
  const { rule } = useField(path);
  const { value, error, place } = useField([...path, "kind"]);
  const become = (kind: string) => {
    const queue = draft.value(path);
    const changed = { ...(isFields(queue) ? queue : {}), kind };
    const fields = Object.entries(changed).filter(([name]) => ruleAt(imagined(path, changed), [...path, name]));
    draft.change(path, Object.fromEntries(fields));
  };
  return (
    <div {...place}>
      <Input.Wrapper
        label="Kind"
        labelElement="div"
        labelProps={{ id }}
        description="A support caller never hears a product announcement, so only a sales queue can name any."
        error={error}
      >
        <SegmentedControl
          aria-labelledby={id}
          value={asText(value)}
          data={(rule?.choices ?? []).map((kind) => ({ value: kind, label: names[kind] ?? kind }))}
          onChange={become}
        />
      </Input.Wrapper>
    </div>
  );
}

/** A source in which nothing stands but this. */
function imagined(path: Path, value: unknown): unknown {
  return path.reduceRight<unknown>((inner, step) => ({ [step]: inner }), value);
}
