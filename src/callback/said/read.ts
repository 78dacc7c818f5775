import { unknown } from "./plain.ts";

/** A part of the day, as people say it. */
export type PartOfDay = "morning" | "afternoon" | "evening" | "night";
/** A day as it was said: so many days from now, a weekday (1 is Monday), a date, or a day of the month. */
export type SaidDay =
  { readonly offset: number } | { readonly weekday: number } | { readonly month?: number; readonly day: number };
/** A time of day as it was said; without `half`, hours up to 12 leave it open which half of the day is meant. */
export type SaidClock = { readonly hour: number; readonly minute: number; readonly half?: "am" | "pm" };
/** What was said for a time: so long from now, or days, a part of the day and a time, as far as they were said. */
export type Said =
  | { readonly minutes: number }
  | { readonly days: readonly SaidDay[]; readonly part?: PartOfDay; readonly clock?: SaidClock };

const minutesIn: Readonly<Record<string, number>> = { minutes: 1, hours: 60, days: 1_440, weeks: 10_080 };
const minutesOf: Readonly<Record<string, number>> = { quarter: 15, half: 30 };
const term =
  /(?<!\S)(?:in |at )?(?:(\d+) and half|(\d+) quarter|(\d+)|(half|quarter)) (minutes|hours|days|weeks)(?: and (half|quarter)(?! (?:minutes|hours)))?(?: and(?= \d+ minutes))?(?!\S)/g;

/** Reads plain words; undefined: they name no time, or more than one. */
export function readSaid(plain: readonly string[]): Said | undefined {
  if (plain.includes("not")) return undefined;
  const text = withClocks(plain.join(" "));
  const lengths = [...text.matchAll(term)];
  const rest = text
    .replace(term, "+")
    .replace(/[ +]*\+[ +]*/g, " + ")
    .trim();
  if (lengths.length === 0) return readDay(text.split(" "));
  const minutes = lengths.reduce((sum, found) => sum + minutesOfTerm(found), 0);
  if (lengths.every(([, , , , , unit]) => unit === "days" || unit === "weeks")) {
    return readDay(rest.replace("+", `day+${minutes / 1_440}`).split(" "));
  }
  const said =
    rest === "+" || (text.includes("in ") && rest.split(" ").every((word) => word === "+" || word === unknown));
  return said && minutes > 0 ? { minutes } : undefined;
}

function minutesOfTerm([, andHalf, quarters, whole, part, unit, more]: RegExpMatchArray): number {
  const length = minutesIn[unit ?? ""] ?? 0;
  const extra = ((minutesOf[more ?? ""] ?? 0) / 60) * length;
  if (andHalf !== undefined) return (Number(andHalf) + 0.5) * length;
  if (quarters !== undefined) return (Number(quarters) / 4) * length;
  return (part === undefined ? Number(whole) : (minutesOf[part] ?? 0) / 60) * length + extra;
}

/** Times of day as `h:mm`: `quarter past 4`, `10 til 5`, `half 3`, `3 30`, `330`. */
function withClocks(text: string): string {
  const minutes = (said: string) => minutesOf[said] ?? Number(said);
  return text
    .replace(/(?<!\S)(half|quarter|\d{1,2}) past (?:at )?(\d{1,2})(?!\S)/g, (_, past, hour) =>
      clock(Number(hour), minutes(past)),
    )
    .replace(/(?<!\S)(quarter|\d{1,2}) til (?:at )?(\d{1,2})(?!\S)/g, (_, to, hour) =>
      clock(Number(hour) === 1 ? 12 : Number(hour) - 1, 60 - minutes(to)),
    )
    .replace(/(?<!\S)half (\d{1,2})(?!\S)(?! (?:hours|minutes))/g, "$1:30")
    .replace(/(?<!\S)(\d{1,2}) (\d\d)(?!\S)(?! (?:hours|minutes|days|weeks))/g, "$1:$2")
    .replace(/(?<!in |\S)(\d{1,2})(\d\d) hours(?!\S)/g, "$1:$2")
    .replace(/(?<!\S)(\d{1,2}?)(\d\d)(?!\S)(?! (?:hours|minutes|days|weeks))/g, "$1:$2")
    .replace(/(?<!\S)at (1[3-9]|2[0-4]) hours(?!\S)/g, "at $1:00")
    .replace(/(?<!\S)12(?::00)?(?: oclock)? (noon|midnight)(?!\S)/g, "$1");
}

function clock(hour: number, minute: number): string {
  return `${hour}:${String(minute).padStart(2, "0")}`;
}

const parts: ReadonlySet<string> = new Set(["morning", "afternoon", "evening", "night"]);

/** Days, a part of the day and a time, the last two at most once; words that mean nothing are forgiven where one of them is plain. */
function readDay(words: readonly string[]): Said | undefined {
  const days: SaidDay[] = [];
  const said: string[] = [];
  const clocks: SaidClock[] = [];
  let sure = false;
  let strange = false;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    const day = dayOf(word);
    const [, hour, minute] = /^(\d{1,2})(?::(\d\d))?$/.exec(word) ?? [];
    if (day) days.push(day);
    else if (parts.has(word)) said.push(word);
    else if (word === "noon") clocks.push({ hour: 12, minute: 0, half: "pm" });
    else if (word === "midnight") clocks.push({ hour: 12, minute: 0, half: "am" });
    else if (hour !== undefined) {
      const oclock = words[at + 1] === "oclock" ? 1 : 0;
      const half = words[at + 1 + oclock];
      const named = half === "am" || half === "pm";
      clocks.push({ hour: Number(hour), minute: Number(minute ?? 0), ...(named ? { half } : {}) });
      sure ||= named || oclock === 1 || minute !== undefined || words[at - 1] === "at";
      at += oclock + (named ? 1 : 0);
    } else if (word !== "at" && word !== "and" && word !== "in") strange = true;
  }
  const [clock, other] = clocks;
  if (other || said.length > 1 || (!clock && days.length === 0 && said.length === 0)) return undefined;
  if (clock && (clock.hour > 24 || clock.minute > 59)) return undefined;
  if (strange && !sure && days.length === 0 && said.length === 0) return undefined;
  const [part] = said as PartOfDay[];
  return { days, ...(part ? { part } : {}), ...(clock ? { clock } : {}) };
}

function dayOf(word: string): SaidDay | undefined {
  const [, kind, first, second] = /^(day\+|wd|dom|md)(\d+)(?:-(\d+))?$/.exec(word) ?? [];
  if (kind === "day+") return { offset: Number(first) };
  if (kind === "wd") return { weekday: Number(first) };
  if (kind === "dom") return { day: Number(first) };
  return kind === undefined ? undefined : { month: Number(first), day: Number(second) };
}
