import { ChoicesField } from "../fields/choices-field.tsx";
import { NamesField } from "../fields/names-field.tsx";
import { NumberField, SecondsField } from "../fields/number-field.tsx";
import { TextField } from "../fields/text-field.tsx";
import { Beside, FieldGroup, More, Part } from "../form.tsx";

const kinds = { mobile: "Mobile", fixed: "Fixed", voip: "Over the internet", "toll-free": "Toll-free" };

/** Whom Holdfast may ring, when, and how often. */
export function Outbound() {
  const path = ["business", "outbound"];
  return (
    <FieldGroup title="Calls that we place" path={path}>
      <Part title="Daytime" about="In the customer’s own zone; outside of it nobody is rung.">
        <Beside>
          <TextField path={[...path, "daytime", 0]} label="From" />
          <TextField path={[...path, "daytime", 1]} label="Until" />
        </Beside>
      </Part>
      <NamesField
        path={[...path, "countries"]}
        label="Countries"
        names={[]}
        placeholder="Those of the business’s own lines"
        about="By their two letter codes, such as US."
      />
      <ChoicesField path={[...path, "kinds"]} label="Kinds of numbers" names={kinds} />
      <More title="Limits a day">
        <Beside>
          <NumberField path={[...path, "perNumberADay"]} label="To one number" unit="calls" />
          <NumberField path={[...path, "perPrefixADay"]} label="To numbers much alike" unit="calls" about="" />
          <NumberField path={[...path, "perQueueADay"]} label="For one queue" unit="calls" />
          <NumberField path={[...path, "minutesADay"]} label="In all" unit="minutes" about="" />
          <SecondsField path={[...path, "timeLimit"]} label="One call at most" />
        </Beside>
      </More>
    </FieldGroup>
  );
}
