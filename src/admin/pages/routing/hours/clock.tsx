import { Text } from "@mantine/core";
import { Temporal } from "temporal-polyfill";
import { clockChanges, type ClockChange } from "../../../../routing/clock-changes.ts";
import { closesAt, isOpen, opensAt } from "../../../../routing/hours.ts";
import { spokenTime } from "../../../../routing/prompts/time.ts";
import type { Hours } from "../../../../routing/routing.ts";
import { clockInWords } from "../../../../routing/said-hours.ts";
import classes from "./hours.module.css";

type Props = { readonly hours: Hours; readonly zone: string; readonly now: number };

/** Whether it is open at this moment, and when that changes next. */
export function StateNow({ hours, zone, now }: Props) {
  const open = isOpen(hours, zone, now);
  const changes = open ? closesAt(hours, zone, now) : opensAt(hours, zone, now);
  const when = changes === undefined ? undefined : spokenTime(changes, zone, "en-US", now, { written: true });
  const clock = spokenTime(now, zone, "en-US", now, { written: true }).replace(/^at /, "");
  return (
    <Text>
      <span className={classes["now"]} data-is={open ? "open" : undefined}>
        {open ? "Open now" : "Closed now"}
      </span>
      {open
        ? when === undefined
          ? ", and for the next fortnight."
          : `; closes ${when}.`
        : when === undefined
          ? ", and never open again."
          : `; opens ${when}.`}{" "}
      <Text span c="dimmed">
        Times are by the clock in {zone.replaceAll("_", " ")}, where it is {clock}.
      </Text>
    </Text>
  );
}

/** The two nights of a year in which the clocks change, and what becomes of the hours in them. */
export function ClockNights({ hours, zone, now }: Props) {
  const changes = clockChanges(hours, zone, now);
  if (changes.length === 0) return <Text c="dimmed">Clocks never change there.</Text>;
  return (
    <ul className={classes["nights"]}>
      {changes.map((change) => (
        <li key={change.at}>{inWords(change)}</li>
      ))}
    </ul>
  );
}

function inWords({ date, forward, from, to, touches }: ClockChange): string {
  const day = Temporal.PlainDate.from(date).toLocaleString("en-US", {
    weekday: "long",
    month: "long",
    day: "numeric",
    year: "numeric",
  });
  const jump = `${day}: at ${clockInWords(from)} clocks go ${forward > 0 ? "forward" : "back"} to ${clockInWords(to)}.`;
  if (touches.length === 0) return `${jump} No opening is touched.`;
  const told = touches.map(({ open: [begins, ends], longer }) => {
    const span = `${clockInWords(begins)}–${clockInWords(ends)}`;
    return `The opening ${span} is ${minutesInWords(Math.abs(longer))} ${longer > 0 ? "longer" : "shorter"}.`;
  });
  return [jump, ...told].join(" ");
}

function minutesInWords(minutes: number): string {
  if (minutes === 60) return "an hour";
  return minutes % 60 === 0 ? `${minutes / 60} hours` : `${minutes} minutes`;
}
