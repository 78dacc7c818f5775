import { ActionIcon, Button, Popover } from "@mantine/core";
import { useState } from "react";
import { clockInWords } from "../../../../routing/said-hours.ts";
import { Icon } from "../../../ui/icon.tsx";
import { writePath, type Path } from "../path.ts";
import classes from "./hours.module.css";
import { IntervalsField } from "./intervals-field.tsx";
import { painted, timeOf, type Interval } from "./spans.ts";
import { dayAfter, dayNames, overMidnight, weekdays, withDay, type Week, type Weekday } from "./week.ts";

type Props = {
  readonly week: Week;
  readonly path: Path;
  readonly set: (week: Week) => void;
  /** What is wrong with a day. */
  readonly errorOf: (day: Weekday) => string | undefined;
};

/** The week in plain times, day by day. */
export function WeekFields({ week, path, set, errorOf }: Props) {
  const [said, say] = useState("");
  const runsOver = (day: Weekday) => (interval: Interval, at: number) => {
    const parts = overMidnight(interval);
    if (!parts) return;
    const tonight = withDay(week, day, (week[day] ?? []).toSpliced(at, 1, parts.tonight));
    const next = dayAfter(day);
    const { after } = parts;
    set(after ? withDay(tonight, next, painted(tonight[next] ?? [], after, true)) : tonight);
    say(
      after
        ? `That runs past midnight: ${dayNames[day]} is open until midnight, and ${dayNames[next]} from midnight to ${clockInWords(timeOf(after.until))}.`
        : "",
    );
  };
  return (
    <>
      <ul className={classes["days"]}>
        {weekdays.map((day) => (
          <li key={day} data-path={writePath([...path, day])}>
            <b>{dayNames[day]}</b>
            <IntervalsField
              of={dayNames[day]}
              intervals={week[day] ?? []}
              set={(open) => {
                say("");
                set(withDay(week, day, open));
              }}
              runsOver={runsOver(day)}
              error={errorOf(day)}
            />
            <Copy day={day} copy={(days) => set(days.reduce((all, to) => withDay(all, to, week[day] ?? []), week))} />
          </li>
        ))}
      </ul>
      <p className={classes["note"]} role="status">
        {said}
      </p>
    </>
  );
}

type CopyProps = { readonly day: Weekday; readonly copy: (days: readonly Weekday[]) => void };

/** Gives other days the hours of one. */
function Copy({ day, copy }: CopyProps) {
  const others = (days: readonly Weekday[]) => days.filter((other) => other !== day);
  const groups: readonly (readonly [string, readonly Weekday[]])[] = [
    ["Monday to Friday", others(weekdays.slice(0, 5))],
    ["Every day", others(weekdays)],
    ...others(weekdays).map((other) => [dayNames[other], [other]] as const),
  ];
  const [opened, setOpened] = useState(false);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      withinPortal={false}
      trapFocus
      returnFocus
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`Copy the hours of ${dayNames[day]} to other days`}
          title="Copy to other days"
          onClick={() => setOpened(!opened)}
        >
          <Icon name="copy" size={15} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={`Copy ${dayNames[day]} to`} p={6}>
        <div className={classes["copyTo"]}>
          {groups.map(([label, days]) => (
            <Button
              key={label}
              variant="subtle"
              color="gray"
              size="compact-md"
              justify="start"
              onClick={() => {
                setOpened(false);
                copy(days);
              }}
            >
              {label}
            </Button>
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
