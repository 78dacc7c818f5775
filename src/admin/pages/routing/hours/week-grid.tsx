import { memo, useState, type CSSProperties } from "react";
import { clockInWords } from "../../../../routing/said-hours.ts";
import { cellsOf, dayMinutes, timeOf, type Cell, type Interval, type Span } from "./spans.ts";
import { coveredBy, usePainting, type Stroke } from "./use-painting.ts";
import { dayNames, weekdays, type Week, type Weekday } from "./week.ts";
import classes from "./week-grid.module.css";

type GridProps = {
  readonly week: Week;
  /** Minutes of a cell: 15 or 30. */
  readonly step: number;
  /** Days stand beside each other, and time runs down. */
  readonly isUpright: boolean;
  readonly paint: (days: readonly Weekday[], stretch: Span, open: boolean) => void;
};

const none: readonly Interval[] = [];

/** A week to be painted: by dragging over it, by touch, and by arrow keys with Space and Shift. */
export function WeekGrid({ week, step, isUpright, paint }: GridProps) {
  const cells = dayMinutes / step;
  const [said, say] = useState("");
  const paintStroke = (stroke: Stroke) => {
    const { days, from, until } = coveredBy(stroke);
    paint(days, { from: from * step, until: until * step }, stroke.open);
    const when = `${clockInWords(timeOf(from * step))} to ${clockInWords(timeOf(until * step))}`;
    say(`${days.map((day) => dayNames[day]).join(", ")} ${when}: ${stroke.open ? "open" : "closed"}`);
  };
  const isOpen = ({ day, at }: { readonly day: number; readonly at: number }) => {
    const name = weekdays[day];
    return name !== undefined && cellsOf(week[name] ?? none, step)[at]?.open === 1;
  };
  const painting = usePainting({ cells, leap: 180 / step, isUpright, isOpen, paint: paintStroke });
  const { stroke, cursor } = painting;
  const covered = stroke && coveredBy(stroke);
  return (
    <div className={classes["frame"]} data-upright={isUpright || undefined}>
      <div className={classes["hours"]} aria-hidden="true">
        {Array.from({ length: 8 }, (_, part) => (
          <span key={part}>{hourMark(part * 3)}</span>
        ))}
      </div>
      <div
        role="grid"
        aria-label="The week, to be painted"
        aria-describedby="how-to-paint"
        className={classes["grid"]}
        {...painting.on}
      >
        {weekdays.map((day, place) => {
          const isCovered = covered?.days.includes(day) ?? false;
          return (
            <Row
              key={day}
              day={day}
              place={place}
              intervals={week[day] ?? none}
              step={step}
              focusAt={cursor.day === place ? cursor.at : -1}
              from={isCovered && covered ? covered.from : 0}
              until={isCovered && covered ? covered.until : 0}
              open={stroke?.open ?? false}
            />
          );
        })}
      </div>
      <p className={classes["said"]} role="status">
        {said}
      </p>
    </div>
  );
}

type RowProps = {
  readonly day: Weekday;
  readonly place: number;
  readonly intervals: readonly Interval[];
  readonly step: number;
  readonly focusAt: number;
  /** Which cells are being painted, and how. */
  readonly from: number;
  readonly until: number;
  readonly open: boolean;
};

const Row = memo(function Row({ day, place, intervals, step, focusAt, from, until, open }: RowProps) {
  return (
    <div role="row" className={classes["row"]}>
      <span role="rowheader" className={classes["day"]} aria-label={dayNames[day]}>
        {dayNames[day].slice(0, 3)}
      </span>
      {cellsOf(intervals, step).map((cell, at) => {
        const becomes = at >= from && at < until ? (open ? "open" : "closed") : undefined;
        return (
          <span
            // A cell is its place in the day.
            // oxlint-disable-next-line react/no-array-index-key
            key={at}
            role="gridcell"
            tabIndex={at === focusAt ? 0 : -1}
            aria-selected={cell.open > 0}
            aria-label={`${dayNames[day]} ${clockInWords(timeOf(at * step))}: ${inWords(cell)}`}
            className={classes["cell"]}
            data-day={place}
            data-at={at}
            data-is={cell.open === 1 ? "open" : cell.open > 0 ? "partly" : undefined}
            data-becomes={becomes}
            data-hour={(at * step) % 60 === 0 || undefined}
            style={cell.open > 0 && cell.open < 1 ? partly(cell) : undefined}
          />
        );
      })}
    </div>
  );
});

function inWords({ open }: Cell): string {
  return open === 1 ? "open" : open > 0 ? "partly open" : "closed";
}

function partly({ from, until }: Cell): CSSProperties {
  return { "--from": `${from * 100}%`, "--until": `${until * 100}%` } as CSSProperties;
}

function hourMark(hour: number): string {
  if (hour === 0) return "12 AM";
  return hour === 12 ? "noon" : `${hour % 12} ${hour < 12 ? "AM" : "PM"}`;
}
