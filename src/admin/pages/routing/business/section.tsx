import { Title } from "@mantine/core";
import { valueAt } from "../../../../routing/edits.ts";
import { useDraft } from "../draft.ts";
import { DestinationField } from "../fields/destination-field.tsx";
import { asText } from "../fields/field.ts";
import { NameField } from "../fields/name-field.tsx";
import { TextField } from "../fields/text-field.tsx";
import { nameOf } from "../fields/words-field.tsx";
import { Beside, FieldGroup } from "../form.tsx";
import classes from "../form.module.css";
import { Callers, Promises, Reps } from "./habits.tsx";
import { Languages } from "./languages.tsx";
import { Outbound } from "./outbound.tsx";

const zones = Intl.supportedValuesOf("timeZone");

/** What holds for the whole business. */
export function Section() {
  const draft = useDraft();
  const lines = draft.value(["lines"]);
  const numbers = (Array.isArray(lines) ? lines : []).flatMap((line) => {
    const [number, name] = [valueAt(line, ["number"]), valueAt(line, ["name"])];
    return typeof number === "string" ? [{ value: number, label: `${number}, ${asText(name)}` }] : [];
  });
  const languages = draft.names(["business", "languages"]);
  return (
    <div className={classes["form"]}>
      <div className={classes["head"]}>
        <Title order={2}>Business</Title>
      </div>
      <FieldGroup title="Who we are" path={["business"]}>
        <TextField
          path={["business", "name"]}
          label="Name"
          about="Callers hear it, wherever a prompt says {business}."
        />
        <NameField
          path={["business", "zone"]}
          label="Time zone"
          about="Opening hours, dates and times are in it."
          names={zones}
        />
        <Beside>
          <NameField path={["business", "callerId"]} label="Reps are rung from" about="" names={numbers} />
          <TextField path={["business", "email"]} label="Mail" type="email" />
        </Beside>
      </FieldGroup>
      <FieldGroup title="A person, always" about="Where a caller comes out whom nothing else serves.">
        <DestinationField
          path={["business", "reception"]}
          label="Reception"
          about="Key 0, silence and wrong keys lead here."
        />
        <TextField path={["business", "fallbackNumber"]} label="If Holdfast fails" type="tel" />
      </FieldGroup>
      <Languages />
      <FieldGroup title="First language">
        <NameField
          path={["business", "language"]}
          label="A caller hears first"
          about=""
          names={languages.map((language) => ({ value: language, label: nameOf(language) }))}
        />
      </FieldGroup>
      <Callers />
      <Reps />
      <Promises />
      <Outbound />
    </div>
  );
}
