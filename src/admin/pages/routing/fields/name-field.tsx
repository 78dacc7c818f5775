import { Select } from "@mantine/core";
import { asText, useField, type FieldProps } from "./field.ts";

/** A name that can be chosen, and how it is shown. */
export type Name = { readonly value: string; readonly label: string };

type Props = FieldProps & {
  /** What there is to choose from. */
  readonly names: readonly (string | Name)[];
  /** Its label is heard, not seen: what it stands in says it already. */
  readonly isBare?: boolean;
  /** Shown where nothing is chosen: what holds then. */
  readonly placeholder?: string;
};

/** One of the names that exist. A name that does not exist stays to be seen, with its fault. */
export function NameField({ path, label, about, names, placeholder, isBare = false }: Props) {
  const { value, set, error, rule, meaning, place } = useField(path);
  const chosen = asText(value);
  const known = names.map((name) => (typeof name === "string" ? { value: name, label: name } : name));
  const isStrange = chosen !== "" && !known.some((name) => name.value === chosen);
  return (
    <div {...place}>
      <Select
        label={isBare ? undefined : label}
        aria-label={isBare ? label : undefined}
        description={about ?? meaning}
        error={error}
        value={chosen === "" ? null : chosen}
        placeholder={placeholder ?? (rule?.isNeeded ? "Choose one" : "None")}
        data={isStrange ? [...known, { value: chosen, label: `${chosen} (not there)` }] : known}
        searchable={known.length > 7}
        clearable={rule?.isNeeded !== true}
        clearButtonProps={{ "aria-label": `Clear ${label}` }}
        allowDeselect={false}
        nothingFoundMessage="There is none of that name"
        openOnFocus={false}
        comboboxProps={{ transitionProps: { duration: 0 } }}
        onChange={(name) => set(name ?? undefined)}
      />
    </div>
  );
}
