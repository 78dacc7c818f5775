import type { Path } from "../path.ts";

/** What an admin calls a field; a field that has no words here is called by its name, in single words. */
const labels: Readonly<Record<string, string>> = {
  about: "what the call is about",
  address: "telephone",
  after: "after",
  afterEach: "after each",
  announcements: "announcements",
  answerWithin: "time to answer",
  attempts: "tries",
  body: "the text that is sent",
  booked: "may choose a time",
  by: "by",
  callbacks: "return calls",
  callerId: "number reps are rung from",
  countries: "countries that are rung back",
  daysOut: "days ahead",
  details: "text that key 5 sends",
  expireAfter: "given up after",
  fallback: "after the last try",
  fallbackNumber: "number for when Holdfast fails",
  file: "recording",
  first: "who is rung first",
  followUp: "asking after",
  framed: "framed by ident and bed",
  gap: "time between two tries",
  hours: "hours",
  key: "key",
  kinds: "kinds of numbers that are rung back",
  ladder: "before a promise falls due",
  language: "language",
  lead: "is a lead",
  locale: "locale",
  minutesADay: "minutes a day",
  missedRings: "missed calls until a rep is away",
  music: "music",
  offerAfter: "offered unasked from a wait of",
  opening: "opening",
  opensWith: "opens with",
  overflow: "overflow",
  overtakeCap: "callers who may be served before somebody",
  perNumberADay: "return calls a day to one number",
  perPrefixADay: "return calls a day to numbers alike",
  perQueueADay: "return calls a day by a queue",
  place: "may keep the place",
  pool: "who may be rung",
  preferFor: "wait for the rep who knows the case",
  prompt: "words",
  repeatAfterDays: "days until an announcement is repeated",
  resolvedWithinDays: "days in which a repeat call counts",
  resumeWithin: "time to come back to the old place",
  ringFor: "rings for",
  says: "said for",
  seconds: "seconds",
  segment: "segment",
  segments: "segments",
  share: "share",
  size: "callers at most",
  speech: "talk in the wait",
  strategy: "order of reps",
  texts: "texts",
  timeLimit: "longest call",
  to: "leads to",
  until: "until",
  from: "from",
  voice: "voice",
  weekly: "",
  weight: "weight",
  whenClosed: "when it is closed",
  whenFull: "when it is full",
  whenNobody: "when nobody is signed in",
  window: "how exactly a time is said",
  within: "within",
  wrapUpWithin: "time for wrap-up",
  zone: "time zone",
};
const days: Readonly<Record<string, string>> = {
  mon: "Monday",
  tue: "Tuesday",
  wed: "Wednesday",
  thu: "Thursday",
  fri: "Friday",
  sat: "Saturday",
  sun: "Sunday",
};
const languages = new Intl.DisplayNames("en", { type: "language", fallback: "code" });

/** A language by its name, such as English for `en`. */
export function languageInWords(code: string): string {
  try {
    return languages.of(code) ?? code;
  } catch {
    return code;
  }
}

/** A field as an admin calls it; `path` is where it stands in the routing. */
export function labelOf(path: Path): string {
  const [outer, name] = [path.at(-2), String(path.at(-1))];
  if (outer === "weekly") return days[name] ?? name;
  if (outer === "says" || outer === "languages" || outer === "prompts") return languageInWords(name);
  return (
    (Object.hasOwn(labels, name) ? labels[name] : undefined) ??
    name.replaceAll(/[A-Z]/g, (one) => ` ${one.toLowerCase()}`)
  );
}

/** By which of its fields an item of a list is known, and how it is called. */
const items: Readonly<Record<string, { readonly knownBy?: string; readonly called: (name: string) => string }>> = {
  options: { knownBy: "key", called: (key) => `key ${key}` },
  lines: { knownBy: "number", called: (number) => `line ${number}` },
  holidays: { knownBy: "date", called: dateInWords },
  exceptions: { knownBy: "date", called: dateInWords },
  ladder: { knownBy: "before", called: (seconds) => `${durationInWords(Number(seconds))} before` },
  pool: {
    knownBy: "after",
    called: (seconds) => (seconds === "0" ? "from the start" : `after ${durationInWords(Number(seconds))}`),
  },
};

/** How the items of a list at a path are known. */
export function itemsOf(path: Path): { readonly knownBy?: string; readonly called: (name: string) => string } {
  const list = String(path.at(-1));
  return (Object.hasOwn(items, list) ? items[list] : undefined) ?? { called: (name) => name };
}

/** A date as it is written in words: Dec 25, 2026. What is no date stays as it is. */
export function dateInWords(date: string): string {
  const at = Date.parse(`${date}T12:00:00Z`);
  return Number.isNaN(at) ? date : new Date(at).toLocaleDateString("en-US", { dateStyle: "medium", timeZone: "UTC" });
}

/** Seconds in words: 1 min 30 s. */
export function durationInWords(seconds: number): string {
  const parts = [
    [Math.floor(seconds / 86_400), "d"],
    [Math.floor(seconds / 3_600) % 24, "h"],
    [Math.floor(seconds / 60) % 60, "min"],
    [seconds % 60, "s"],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`);
  return said.length === 0 ? "0 s" : said.join(" ");
}
