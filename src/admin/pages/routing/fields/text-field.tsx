import { Textarea, TextInput } from "@mantine/core";
import { asText, useField, type FieldProps } from "./field.ts";

type Props = FieldProps & {
  readonly placeholder?: string;
  /** For sentences: it grows with what is typed. */
  readonly isLong?: boolean;
  readonly type?: "text" | "tel" | "email";
};

/** A text. What may be left out is left out where nothing is typed. */
export function TextField({ path, label, about, placeholder, isLong = false, type = "text" }: Props) {
  const { value, set, error, rule, meaning, place } = useField(path);
  const shared = {
    label,
    description: about ?? meaning,
    error,
    value: asText(value),
    placeholder: placeholder ?? asText(rule?.usual),
    spellCheck: isLong,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => {
      const typed = event.currentTarget.value;
      set(typed === "" && !rule?.isNeeded ? undefined : typed);
    },
  };
  return (
    <div {...place}>
      {isLong ? <Textarea {...shared} autosize minRows={2} maxRows={10} /> : <TextInput {...shared} type={type} />}
    </div>
  );
}
