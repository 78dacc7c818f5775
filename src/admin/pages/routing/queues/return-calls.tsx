import { ChoiceField, SwitchField } from "../fields/choice-field.tsx";
import { NumberField, SecondsField } from "../fields/number-field.tsx";
import { ShareField } from "../fields/share-field.tsx";
import { Beside, FieldGroup, More } from "../form.tsx";
import type { Path } from "../path.ts";

/** What a queue offers instead of waiting: return calls, when, and how they are tried. */
export function ReturnCalls({ path }: { readonly path: Path }) {
  return (
    <FieldGroup title="Return calls" path={path} about="What a caller may choose instead of waiting.">
      <SwitchField path={[...path, "place"]} label="Hang up and keep the place" about="" />
      <SwitchField path={[...path, "booked"]} label="Choose a time" about="" />
      <Beside>
        <SecondsField
          path={[...path, "offerAfter"]}
          label="Offered unasked"
          about="When the expected wait is this long."
        />
        <ChoiceField
          path={[...path, "first"]}
          label="Rung first"
          about="Then the other is."
          names={{ rep: "The rep", customer: "The customer" }}
        />
      </Beside>
      <More title="How a return call is tried">
        <Beside>
          <NumberField path={[...path, "attempts"]} label="Tries" unit="tries" />
          <SecondsField path={[...path, "gap"]} label="Between two tries" about="" />
          <SecondsField path={[...path, "ringFor"]} label="Ring for" />
          <SecondsField path={[...path, "expireAfter"]} label="Given up after" />
        </Beside>
        <SwitchField path={[...path, "texts"]} label="Send text messages about it" />
      </More>
      <More title="Booked times">
        <Beside>
          <SecondsField path={[...path, "window"]} label="Said to within" about="How exactly a booked time is said." />
          <NumberField path={[...path, "daysOut"]} label="At most ahead" unit="days" />
          <ShareField path={[...path, "share"]} label="Share for booked calls" about="Of what the reps can do." />
        </Beside>
      </More>
    </FieldGroup>
  );
}
