import type { Hours } from "../../../../routing/routing.ts";
import { minutesOf, type Interval } from "./spans.ts";
import { weekdays, type Week } from "./week.ts";

/** A holiday as a draft has it: closed all day. */
export type Holiday = { readonly date: string; readonly name: string };
/** An exception as a draft has it: a date with openings of its own. */
export type Exception = { readonly date: string; readonly open: readonly Interval[]; readonly name?: string };
/** Hours as a draft has them: of the right shape, whether or not every time and date in them is one. */
export type DraftHours = {
  readonly weekly: Week;
  readonly holidays: readonly Holiday[];
  readonly exceptions: readonly Exception[];
};

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isTexts = (value: unknown): value is Interval =>
  Array.isArray(value) && value.length === 2 && value.every((one) => typeof one === "string");
const isOpen = (value: unknown): value is readonly Interval[] => Array.isArray(value) && value.every(isTexts);

/** Hours of a draft; undefined where they are of another shape than a form can show, so that nothing of them is written over. */
export function readHours(value: unknown): DraftHours | undefined {
  if (!isFields(value)) return undefined;
  const { weekly = {}, holidays = [], exceptions = [] } = value;
  if (!isFields(weekly) || !Array.isArray(holidays) || !Array.isArray(exceptions)) return undefined;
  const isWeek = Object.entries(weekly).every(([day, open]) => isWeekday(day) && isOpen(open));
  if (!isWeek || !holidays.every(isHoliday) || !exceptions.every(isException)) return undefined;
  return { weekly, holidays, exceptions };
}

function isWeekday(day: string): boolean {
  return weekdays.some((known) => known === day);
}

function isHoliday(value: unknown): value is Holiday {
  return isFields(value) && typeof value["date"] === "string" && typeof value["name"] === "string";
}

function isException(value: unknown): value is Exception {
  if (!isFields(value) || typeof value["date"] !== "string" || !isOpen(value["open"])) return false;
  return value["name"] === undefined || typeof value["name"] === "string";
}

/** Those hours as far as they hold: without intervals that are none and dates that are none. */
export function soundHours({ weekly, holidays, exceptions }: DraftHours): Hours {
  const sound = (open: readonly Interval[]) =>
    open.flatMap(([from, until]): [string, string][] => {
      const [begins, ends] = [minutesOf(from), minutesOf(until)];
      return begins !== undefined && ends !== undefined && begins < ends ? [[from, until]] : [];
    });
  return {
    weekly: Object.fromEntries(Object.entries(weekly).map(([day, open]) => [day, sound(open)])),
    holidays: holidays.filter(({ date }) => isDate(date)),
    exceptions: exceptions.filter(({ date }) => isDate(date)).map((one) => ({ ...one, open: sound(one.open) })),
  };
}

/** Whether a text is a date of the calendar, YYYY-MM-DD. */
export function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00Z`).toJSON()?.slice(0, 10) === text;
}
