/** From and until on the clock on the wall, "HH:MM" to "24:00", as the routing writes them. */
export type Interval = readonly [from: string, until: string];
/** An opening within one day, in minutes from midnight: from `from` up to, not including, `until`. */
export type Span = { readonly from: number; readonly until: number };

/** Minutes of a whole day by the clock on the wall. */
export const dayMinutes = 1_440;

/** The minutes from midnight of a time "HH:MM", 0 to 1440; undefined of what is none. */
export function minutesOf(time: string): number | undefined {
  const [, hours = "", minutes = ""] = /^(\d\d):(\d\d)$/.exec(time) ?? [];
  const total = Number(hours) * 60 + Number(minutes);
  return hours === "" || Number(minutes) > 59 || total > dayMinutes ? undefined : total;
}

/** Minutes from midnight as the routing writes them: 0 is "00:00", 1440 is "24:00". */
export function timeOf(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The openings of a day in order, what adjoins or overlaps as one, and the intervals that are none, which stay as they are written. */
export function readDay(intervals: readonly Interval[]): {
  readonly spans: readonly Span[];
  readonly unreadable: readonly Interval[];
} {
  const spans: Span[] = [];
  const unreadable: Interval[] = [];
  for (const interval of intervals) {
    const [from, until] = [minutesOf(interval[0]), minutesOf(interval[1])];
    if (from === undefined || until === undefined || until <= from) unreadable.push(interval);
    else spans.push({ from, until });
  }
  return { spans: joined(spans), unreadable };
}

/** A day with a stretch of it opened or closed. Every other minute of it, and what cannot be read, stays as it was. */
export function painted(intervals: readonly Interval[], stretch: Span, open: boolean): readonly Interval[] {
  const { spans, unreadable } = readDay(intervals);
  const { from, until } = stretch;
  const left = spans.flatMap((span) =>
    [
      { from: span.from, until: Math.min(span.until, from) },
      { from: Math.max(span.from, until), until: span.until },
    ].filter((part) => part.until > part.from),
  );
  const all = open && until > from ? joined([...left, stretch]) : left;
  return [...all.map((span): Interval => [timeOf(span.from), timeOf(span.until)]), ...unreadable];
}

/** How a cell of the grid is painted: the share of it that is open, and where in it the opening begins and ends, each from 0 to 1. */
export type Cell = { readonly open: number; readonly from: number; readonly until: number };

/** A day as cells of `step` minutes each, a divisor of 1440. */
export function cellsOf(intervals: readonly Interval[], step: number): readonly Cell[] {
  const { spans } = readDay(intervals);
  return Array.from({ length: dayMinutes / step }, (_, place) => {
    const [begins, ends] = [place * step, (place + 1) * step];
    const parts = spans
      .map(({ from, until }) => ({ from: Math.max(from, begins), until: Math.min(until, ends) }))
      .filter(({ from, until }) => until > from);
    const [first, last] = [parts[0], parts.at(-1)];
    if (!first || !last) return closedCell;
    const minutes = parts.reduce((sum, { from, until }) => sum + until - from, 0);
    return { open: minutes / step, from: (first.from - begins) / step, until: (last.until - begins) / step };
  });
}

const closedCell: Cell = { open: 0, from: 0, until: 0 };

function joined(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const before = result.at(-1);
    if (!before || span.from > before.until) result.push(span);
    else result[result.length - 1] = { from: before.from, until: Math.max(before.until, span.until) };
  }
  return result;
}
