import { TagsInput } from "@mantine/core";
import { useField, type FieldProps } from "./field.ts";

type Props = FieldProps & {
  /** What is offered. */
  readonly names: readonly string[];
  readonly placeholder?: string;
};

/** Some names, in no particular order; others than those that are offered can be typed. */
export function NamesField({ path, label, about, names, placeholder }: Props) {
  const { value, set, error, rule, meaning, place } = useField(path, true);
  const chosen = textsOf(value);
  return (
    <div {...place}>
      <TagsInput
        label={label}
        description={about ?? meaning}
        error={error}
        value={[...chosen]}
        data={[...names]}
        placeholder={chosen.length === 0 ? (placeholder ?? "") : ""}
        openOnFocus={false}
        comboboxProps={{ transitionProps: { duration: 0 } }}
        onChange={(typed) => set(typed.length === 0 && !rule?.isNeeded ? undefined : typed)}
      />
    </div>
  );
}

/** The texts of what should be a list of them. */
export function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];
}
