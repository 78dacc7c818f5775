import { fault, type Path, type RoutingFault } from "./fault.ts";
import type { LooseRouting } from "./loose.ts";

type Intervals = LooseRouting["hours"][string]["exceptions"][number]["open"];

/** What is wrong with opening hours, and with the customers' daytime: intervals that are none, dates twice, hours that never open. */
export function hoursFaults({ business, hours }: LooseRouting): readonly RoutingFault[] {
  const [begins, ends] = business.outbound.daytime;
  const never = begins !== undefined && ends !== undefined && ends <= begins;
  const sentence = 'the daytime in which customers are rung ends after it begins, such as ["09:00", "20:00"]';
  return [
    ...(never ? [fault(["business", "outbound", "daytime"], sentence)] : []),
    ...Object.entries(hours).flatMap(openingFaults),
  ];
}

function openingFaults([id, { weekly, holidays, exceptions }]: [string, LooseRouting["hours"][string]]) {
  const path = ["hours", id];
  const days = Object.entries(weekly).map(([day, open]) => ({ path: [...path, "weekly", day], open }));
  const exceptional = exceptions.map(({ open }, index) => ({ path: [...path, "exceptions", index, "open"], open }));
  const all = [...days, ...exceptional];
  const never = all.every(({ open }) => open.length === 0);
  return [
    ...(never
      ? [fault(path, 'these hours never open: give at least one day an interval, such as ["09:00", "17:00"]')]
      : []),
    ...all.flatMap(({ path: at, open }) => intervalFaults(at, open)),
    ...datesTwice([...path, "holidays"], holidays),
    ...datesTwice([...path, "exceptions"], exceptions),
  ];
}

function intervalFaults(path: Path, intervals: Intervals): readonly RoutingFault[] {
  return intervals.flatMap(([from, until], index) => {
    if (from === undefined || until === undefined) return [];
    if (until <= from) {
      const sentence = `an interval ends after it begins and never runs over midnight: end it at "24:00" and begin the next day at "00:00"`;
      return [fault([...path, index], sentence)];
    }
    const other = intervals.findIndex(
      ([start, end], before) =>
        before < index && start !== undefined && end !== undefined && start < until && from < end,
    );
    return other < 0
      ? []
      : [fault([...path, index], `this interval overlaps interval ${other + 1} of the day: make them one`)];
  });
}

function datesTwice(path: Path, days: readonly { readonly date?: string | undefined }[]): readonly RoutingFault[] {
  return days.flatMap(({ date }, index) => {
    const first = days.findIndex((day) => day.date === date);
    return date === undefined || first === index
      ? []
      : [fault([...path, index, "date"], `${date} stands here twice: keep one of them`)];
  });
}
