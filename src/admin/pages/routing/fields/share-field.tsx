import { NumberInput } from "@mantine/core";
import classes from "./fields.module.css";
import { useField, type FieldProps } from "./field.ts";

const inHundred = (share: unknown) => (typeof share === "number" ? Math.round(share * 10_000) / 100 : undefined);

/** A share of the whole, typed in percent. */
export function ShareField({ path, label, about }: FieldProps) {
  const { value, set, error, rule, meaning, place } = useField(path);
  return (
    <div {...place}>
      <NumberInput
        label={label}
        description={about ?? meaning}
        error={error}
        value={inHundred(value) ?? ""}
        placeholder={String(inHundred(rule?.usual) ?? "")}
        clampBehavior="none"
        allowNegative={false}
        hideControls
        rightSection={<span className={classes["unit"]}>%</span>}
        rightSectionPointerEvents="none"
        onChange={(typed) => set(typeof typed === "number" ? Math.round(typed * 100) / 10_000 : undefined)}
      />
    </div>
  );
}
