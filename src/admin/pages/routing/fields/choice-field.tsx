import { SegmentedControl, Input, Switch } from "@mantine/core";
import { useId } from "react";
import { asText, useField, type FieldProps } from "./field.ts";

type ChoiceProps = FieldProps & {
  /** How each choice of the schema is called; what is not named here is called as the schema calls it. */
  readonly names?: Readonly<Record<string, string>>;
};

/** One of a few, all of which are shown. */
export function ChoiceField({ path, label, about, names = {} }: ChoiceProps) {
  const { value, set, error, rule, meaning, place } = useField(path);
  const id = useId();
  const choices = rule?.choices ?? [];
  return (
    <div {...place}>
      <Input.Wrapper label={label} labelElement="div" labelProps={{ id }} description={about ?? meaning} error={error}>
        <SegmentedControl
          aria-labelledby={id}
          value={asText(value ?? rule?.usual)}
          data={choices.map((choice) => ({ value: choice, label: names[choice] ?? choice }))}
          onChange={(chosen) => set(chosen === rule?.usual && !rule.isNeeded ? undefined : chosen)}
        />
      </Input.Wrapper>
    </div>
  );
}

/** Yes or no. */
export function SwitchField({ path, label, about }: FieldProps) {
  const { value, set, error, rule, meaning, place } = useField(path);
  const usual = rule?.usual === true;
  return (
    <div {...place}>
      <Switch
        label={label}
        description={about ?? meaning}
        error={error}
        checked={typeof value === "boolean" ? value : usual}
        onChange={(event) => {
          const { checked } = event.currentTarget;
          set(checked === usual ? undefined : checked);
        }}
      />
    </div>
  );
}
