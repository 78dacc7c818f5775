import { ActionIcon, Button, Text } from "@mantine/core";
import { clockInWords } from "../../../../routing/said-hours.ts";
import { Icon } from "../../../ui/icon.tsx";
import classes from "./hours.module.css";
import { dayMinutes, minutesOf, timeOf, type Interval } from "./spans.ts";
import { TimeInput } from "./time-input.tsx";

type Props = {
  /** Whose openings they are, such as "Saturday". */
  readonly of: string;
  readonly intervals: readonly Interval[];
  readonly set: (intervals: readonly Interval[]) => void;
  /** Told of an opening that runs past midnight, and its place; where nobody is told it stays as it was typed. */
  readonly runsOver?: (interval: Interval, at: number) => void;
  readonly error?: string | undefined;
};

/** Openings of a day as plain times from and until. */
export function IntervalsField({ of, intervals, set, runsOver, error }: Props) {
  const next = following(intervals);
  const change = (at: number, interval: Interval) => {
    if (runsOver && interval[1] < interval[0]) runsOver(interval, at);
    else set(intervals.toSpliced(at, 1, interval));
  };
  return (
    <div className={classes["intervals"]}>
      {intervals.length === 0 && <Text c="dimmed">Closed</Text>}
      {intervals.map((interval, at) => {
        const [from, until] = interval;
        const which = intervals.length === 1 ? of : `${of}, opening ${at + 1}`;
        return (
          // An opening is its place in the day.
          // oxlint-disable-next-line react/no-array-index-key
          <span key={at} className={classes["interval"]}>
            <TimeInput label={`${which}: from`} value={from} set={(time) => change(at, [time, until])} />
            <span aria-hidden="true">–</span>
            <TimeInput label={`${which}: until`} value={until} isEnd set={(time) => change(at, [from, time])} />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`Close ${of} ${clockInWords(from)}–${clockInWords(until)}`}
              onClick={() => set(intervals.toSpliced(at, 1))}
            >
              <Icon name="close" size={15} />
            </ActionIcon>
          </span>
        );
      })}
      {next && intervals.length < 6 && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<Icon name="add" size={13} />}
          aria-label={`Add an opening on ${of}`}
          onClick={() => set([...intervals, next])}
        >
          {intervals.length === 0 ? "Open" : "Add"}
        </Button>
      )}
      {error !== undefined && (
        <Text className={classes["error"] ?? ""} role="alert">
          {error}
        </Text>
      )}
    </div>
  );
}

/** The opening that is added next: nine to five on a closed day, else some hours after the last; undefined where the day is full. */
function following(intervals: readonly Interval[]): Interval | undefined {
  if (intervals.length === 0) return ["09:00", "17:00"];
  const last = Math.max(...intervals.map(([, until]) => minutesOf(until) ?? 0));
  const from = last + 60;
  return from >= dayMinutes ? undefined : [timeOf(from), timeOf(Math.min(from + 180, dayMinutes))];
}
