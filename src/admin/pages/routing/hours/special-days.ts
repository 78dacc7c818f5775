import type { DraftHours } from "./read.ts";
import type { Interval } from "./spans.ts";

/** A date that is not as the week says: closed, which the routing calls a holiday, or with openings of its own, an exception. */
export type SpecialDay = {
  readonly date: string;
  readonly name: string;
  /** Undefined: closed all day. */
  readonly open?: readonly Interval[];
};
/** Where a special day stands in the routing. */
export type Place = { readonly list: "holidays" | "exceptions"; readonly at: number };
export type PlacedDay = SpecialDay & Place;

/** All special days by date; an exception, which goes before a holiday of the same date, after it. */
export function specialDays({ holidays, exceptions }: DraftHours): readonly PlacedDay[] {
  const closed = holidays.map(({ date, name }, at): PlacedDay => ({ date, name, list: "holidays", at }));
  const open = exceptions.map((one, at): PlacedDay => ({ name: "", ...one, list: "exceptions", at }));
  return [...closed, ...open].toSorted((a, b) => a.date.localeCompare(b.date));
}

/** Hours with one special day more, at its place by date. */
export function withSpecialDay(hours: DraftHours, { date, name, open }: SpecialDay): DraftHours {
  if (open === undefined) return { ...hours, holidays: placed(hours.holidays, { date, name }) };
  return { ...hours, exceptions: placed(hours.exceptions, { date, open, ...(name === "" ? {} : { name }) }) };
}

/** Hours without one of their special days. */
export function withoutSpecialDay(hours: DraftHours, { list, at }: Place): DraftHours {
  return { ...hours, [list]: hours[list].toSpliced(at, 1) };
}

/** Hours in which a special day is another: where it stays of its kind, at the place where it stood. */
export function withChangedDay(hours: DraftHours, place: Place, day: SpecialDay): DraftHours {
  const isSame = (place.list === "holidays") === (day.open === undefined);
  if (!isSame) return withSpecialDay(withoutSpecialDay(hours, place), day);
  const { date, name, open } = day;
  if (open === undefined) return { ...hours, holidays: hours.holidays.toSpliced(place.at, 1, { date, name }) };
  const exception = { date, open, ...(name === "" ? {} : { name }) };
  return { ...hours, exceptions: hours.exceptions.toSpliced(place.at, 1, exception) };
}

/** A list with one more, before the first of a later date. */
function placed<T extends { readonly date: string }>(days: readonly T[], day: T): readonly T[] {
  const at = days.findIndex(({ date }) => date > day.date);
  return at === -1 ? [...days, day] : days.toSpliced(at, 0, day);
}
