import { TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { instantAt } from "../../routing/day.ts";
import { businessZone, useNow, wallTime } from "../time.ts";

/** A time as it is typed into the field; its instant is ISO 8601. Empty: none yet. */
export function instantOfTyped(typed: string): string {
  const [date = "", time = ""] = typed.split("T");
  return new Date(instantAt(businessZone(), date, time.slice(0, 5))).toISOString();
}

type WallTimeProps = {
  readonly label: string;
  readonly value: string;
  readonly set: (typed: string) => void;
  readonly error?: ReactNode;
};

/** A time to come, by the clock of the business. */
export function WallTime({ label, value, set, error }: WallTimeProps) {
  const now = wallTime(useNow());
  return (
    <TextInput
      type="datetime-local"
      label={label}
      description={`By the clock in ${businessZone().replaceAll("_", " ")}, where it is ${now.slice(11)}.`}
      min={now}
      value={value}
      onChange={({ currentTarget }) => set(currentTarget.value)}
      error={error}
      required
      withAsterisk={false}
    />
  );
}
