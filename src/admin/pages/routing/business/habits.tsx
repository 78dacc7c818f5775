import { ChoicesField } from "../fields/choices-field.tsx";
import { SwitchField } from "../fields/choice-field.tsx";
import { ListField } from "../fields/list-field.tsx";
import { NumberField, SecondsField } from "../fields/number-field.tsx";
import { Beside, FieldGroup } from "../form.tsx";

/** What callers are remembered by, and for how long. */
export function Callers() {
  return (
    <FieldGroup title="Callers">
      <Beside>
        <SecondsField
          path={["business", "resumeWithin"]}
          label="A dropped call keeps its place"
          about="For whoever rings back within this; 0: never."
        />
        <NumberField
          path={["business", "repeatAfterDays"]}
          label="An announcement is said again after"
          unit="days"
          about="To the same caller."
        />
        <NumberField
          path={["business", "resolvedWithinDays"]}
          label="Solved if not called again within"
          unit="days"
          about="Another call about it counts against it."
        />
        <NumberField
          path={["business", "overtakeCap"]}
          label="Overtaken at most"
          unit="times"
          about="By those who are served before their turn."
        />
      </Beside>
    </FieldGroup>
  );
}

/** What holds for all reps. */
export function Reps() {
  return (
    <FieldGroup title="Reps">
      <Beside>
        <NumberField
          path={["business", "missedRings"]}
          label="Set away after"
          unit="missed rings"
          about="Until the rep signs in again."
        />
        <SecondsField path={["business", "wrapUpWithin"]} label="Time to wrap up" about="After each call." />
      </Beside>
    </FieldGroup>
  );
}

const whom = { owner: "Who promised", backup: "The team", lead: "The lead" };

/** What is done so that a promise is kept. */
export function Promises() {
  return (
    <FieldGroup title="Promises" about="What a rep has promised by a time.">
      <Beside>
        <NumberField
          path={["business", "owedPerHalfHour"]}
          label="A rep can keep"
          unit="promises"
          about="In half an hour."
        />
        <SecondsField
          path={["business", "nextNewsAfter"]}
          label="Without news, again after"
          about="So much later the next time is promised for."
        />
      </Beside>
      <ListField
        path={["business", "ladder"]}
        label="Before the time"
        item="reminder"
        isCard
        empty="Nobody is reminded."
        create={() => ({ before: 1_800, tell: ["owner"] })}
      >
        {(at) => (
          <>
            <SecondsField path={[...at, "before"]} label="So long before" />
            <ChoicesField path={[...at, "tell"]} label="Tell" names={whom} />
            <SwitchField path={[...at, "rings"]} label="Ring for it" />
          </>
        )}
      </ListField>
    </FieldGroup>
  );
}
