import { Checkbox, Group } from "@mantine/core";
import { useDraft } from "../draft.ts";
import { ruleAt } from "../rules.ts";
import { useField, type FieldProps } from "./field.ts";
import { textsOf } from "./names-field.tsx";

type Props = FieldProps & {
  /** How each choice of the schema is called. */
  readonly names?: Readonly<Record<string, string>>;
};

/** Some of a few, all of which are shown. */
export function ChoicesField({ path, label, about, names = {} }: Props) {
  const draft = useDraft();
  const { value, set, error, rule, meaning, place } = useField(path, true);
  const choices = ruleAt(draft.source, [...path, 0])?.choices ?? [];
  const chosen = textsOf(value ?? rule?.usual);
  return (
    <div {...place}>
      <Checkbox.Group
        label={label}
        description={about ?? meaning}
        error={error}
        value={[...chosen]}
        // In the order of the schema, whatever was clicked first.
        onChange={(now) => set(choices.filter((choice) => now.includes(choice)))}
      >
        <Group gap="md" mt={4}>
          {choices.map((choice) => (
            <Checkbox key={choice} value={choice} label={names[choice] ?? choice} />
          ))}
        </Group>
      </Checkbox.Group>
    </div>
  );
}
