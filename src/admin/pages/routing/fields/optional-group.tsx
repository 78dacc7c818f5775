import { Switch } from "@mantine/core";
import type { ReactNode } from "react";
import { useField, type FieldProps } from "./field.ts";
import classes from "./fields.module.css";

type Props = FieldProps & {
  /** What it begins as when it is switched on. */
  readonly create: () => unknown;
  readonly children: ReactNode;
};

/** Fields that are there together or not at all. */
export function OptionalGroup({ path, label, about, create, children }: Props) {
  const { value, set, error, place } = useField(path);
  const isOn = value !== undefined;
  return (
    <div className={classes["optional"]} {...place}>
      <Switch
        label={label}
        description={about}
        error={error}
        checked={isOn}
        onChange={(event) => set(event.currentTarget.checked ? create() : undefined)}
      />
      {isOn && <div className={classes["inner"]}>{children}</div>}
    </div>
  );
}
