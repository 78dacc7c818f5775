import { NumberInput } from "@mantine/core";
import { asText, useField, type FieldProps } from "./field.ts";
import classes from "./fields.module.css";
import { inUnits } from "./in-units.ts";

type Props = FieldProps & {
  /** What it counts, such as "calls"; seconds are said in minutes or days as well. */
  readonly unit?: string;
};

/** A number with its unit. Where nothing is typed the usual holds, which is shown. */
export function NumberField({ path, label, about, unit }: Props) {
  const { value, set, error, rule, meaning, place } = useField(path);
  const counted = typeof value === "number" ? value : typeof rule?.usual === "number" ? rule.usual : undefined;
  return (
    <div {...place}>
      <NumberInput
        label={label}
        description={about ?? meaning}
        error={error}
        value={typeof value === "number" ? value : asText(value)}
        placeholder={asText(rule?.usual)}
        allowDecimal={!rule?.isWhole}
        allowNegative={(rule?.least ?? -1) < 0}
        step={stepOf(rule?.most, rule?.isWhole)}
        clampBehavior="none"
        hideControls
        rightSection={unit === undefined ? undefined : <span className={classes["unit"]}>{unitOf(unit, counted)}</span>}
        rightSectionWidth={unit === "seconds" ? 128 : 24 + (unit ?? "").length * 7}
        rightSectionPointerEvents="none"
        onChange={(typed) => set(typed === "" ? undefined : typed)}
      />
    </div>
  );
}

/** Seconds, which are said in minutes, hours or days beside. */
export function SecondsField(props: FieldProps) {
  return <NumberField {...props} unit="seconds" />;
}

const stepOf = (most = Infinity, isWhole = true) => (!isWhole ? 0.1 : most >= 600 ? 10 : 1);

function unitOf(unit: string, counted: number | undefined): string {
  const others = unit === "seconds" && counted !== undefined ? inUnits(counted) : "";
  return others === "" ? unit : `s · ${others}`;
}
