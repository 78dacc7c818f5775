import { TextInput } from "@mantine/core";
import { asText, useField, type FieldProps } from "../fields/field.ts";

/** A date that may be left out. */
export function DateField({ path, label, otherwise }: FieldProps & { readonly otherwise: string }) {
  const { value, set, error, place } = useField(path);
  const date = asText(value);
  return (
    <div {...place}>
      <TextInput
        type="date"
        label={label}
        description={date === "" ? otherwise : "Inclusive, by the business’s clock"}
        error={error}
        value={date}
        onChange={(event) => set(event.currentTarget.value === "" ? undefined : event.currentTarget.value)}
      />
    </div>
  );
}
