import { isDate } from "./read.ts";

/** A date for the eye, with its day of the week. */
export function dateInWords(date: string): string {
  if (!isDate(date)) return date === "" ? "a day without a date" : date;
  const at = new Date(`${date}T12:00Z`);
  return at.toLocaleDateString("en-US", {
    timeZone: "UTC",
    weekday: "short",
    month: "short",
    day: "numeric",
    year: "numeric",
  });
}
