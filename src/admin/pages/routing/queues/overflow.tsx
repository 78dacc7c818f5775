import { ChoiceField } from "../fields/choice-field.tsx";
import { DestinationField } from "../fields/destination-field.tsx";
import { NumberField, SecondsField } from "../fields/number-field.tsx";
import { OptionalGroup } from "../fields/optional-group.tsx";
import { FieldGroup } from "../form.tsx";
import type { Path } from "../path.ts";

/** Where a call goes that a queue cannot serve, and what comes after one that it has. */
export function Overflow({ path }: { readonly path: Path }) {
  const when = (which: string) => [...path, "overflow", which];
  // Where every call may go, until something else is chosen.
  const to = { to: "voicemail" };
  return (
    <>
      <FieldGroup title="Overflow" path={[...path, "overflow"]} about="Where a call goes that need not wait here.">
        <OptionalGroup path={when("after")} label="After a long wait" create={() => ({ seconds: 900, to })}>
          <SecondsField path={[...when("after"), "seconds"]} label="After" />
          <DestinationField path={[...when("after"), "to"]} label="Then to" />
        </OptionalGroup>
        <OptionalGroup path={when("whenFull")} label="When it is full" create={() => ({ size: 50, to })}>
          <NumberField path={[...when("whenFull"), "size"]} label="With so many waiting" unit="callers" />
          <DestinationField path={[...when("whenFull"), "to"]} label="Then to" />
        </OptionalGroup>
        <OptionalGroup path={when("whenNobody")} label="When nobody is signed in" create={() => ({ to })}>
          <DestinationField path={[...when("whenNobody"), "to"]} label="Then to" />
        </OptionalGroup>
        <OptionalGroup
          path={when("whenClosed")}
          label="When it is closed"
          about="Else the caller hears when it opens, and may book a return call."
          create={() => ({ to })}
        >
          <DestinationField path={[...when("whenClosed"), "to"]} label="Then to" />
        </OptionalGroup>
      </FieldGroup>
      <FieldGroup title="Afterwards" path={[...path, "followUp"]}>
        <OptionalGroup
          path={[...path, "followUp"]}
          label="Ask whether it was solved"
          about="“No” makes a return call by the same rep, ahead in line."
          create={() => ({ after: 86_400 })}
        >
          <SecondsField path={[...path, "followUp", "after"]} label="After" />
          <ChoiceField
            path={[...path, "followUp", "by"]}
            label="By"
            names={{ text: "Text message", call: "A short call" }}
          />
        </OptionalGroup>
      </FieldGroup>
    </>
  );
}
