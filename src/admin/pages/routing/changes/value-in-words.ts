import { isFields } from "../../../../routing/edits.ts";
import type { Path } from "../path.ts";
import { dateInWords, durationInWords, itemsOf, labelOf, languageInWords } from "./labels.ts";

/** Fields whose number is a time in seconds. */
const durations = new Set([
  "after", "answerWithin", "before", "expireAfter", "gap", "offerAfter", "preferFor", "resumeWithin", "ringFor", "seconds", "timeLimit",
  "window", "within", "wrapUpWithin",
]); // prettier-ignore

/** A value of the routing as a person says it; `path` is where it stands. */
export function valueInWords(value: unknown, path: Path): string {
  const name = String(path.at(-1));
  if (value === undefined) return "nothing";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") {
    if (name === "share") return `${Math.round(value * 100)} %`;
    return durations.has(name) ? durationInWords(value) : String(value);
  }
  if (typeof value === "string")
    return name === "language" ? languageInWords(value) : /^\d{4}-\d\d-\d\d$/.test(value) ? dateInWords(value) : value;
  if (Array.isArray(value)) return listInWords(value as unknown[], path);
  if (isFields(value)) return isDestination(value) ? destinationInWords(value) : fieldsInWords(value, path);
  return "nothing";
}

function listInWords(items: readonly unknown[], path: Path): string {
  const isHours = path.at(-2) === "weekly" || path.at(-1) === "open";
  if (items.length === 0) return isHours ? "closed" : "none";
  if (isHours) return items.map((span) => (Array.isArray(span) ? span.join("–") : "?")).join(", ");
  const { knownBy, called } = itemsOf(path);
  const languages = path.at(-1) === "languages";
  return items
    .map((item, place) => {
      if (typeof item === "string" && languages) return languageInWords(item);
      const words = valueInWords(item, [...path, place]);
      const name = isFields(item) && knownBy !== undefined ? item[knownBy] : undefined;
      return name === undefined ? words : `${called(plain(name))} (${words})`;
    })
    .join(", ");
}

const plain = (value: unknown): string =>
  value === undefined ? "?" : typeof value === "string" ? value : JSON.stringify(value);

/** Whether a value says where a call goes. */
export const isDestination = (value: unknown): value is Readonly<Record<string, unknown>> =>
  isFields(value) && typeof value["to"] === "string";

function destinationInWords({ to, ...more }: Readonly<Record<string, unknown>>): string {
  const named = (field: string) => plain(more[field]);
  switch (to) {
    case "queue":
      return `queue ${named("queue")}`;
    case "menu":
      return `menu ${named("menu")}`;
    case "message":
      return `the message ${named("prompt")}${more["next"] === undefined ? "" : `, then menu ${named("next")}`}`;
    case "voicemail":
      return "voicemail";
    case "number":
      return named("number");
    case "text":
      return `a text, ${named("body")}`;
    case "callback":
      return `a return call of queue ${named("queue")}`;
    default:
      return String(to);
  }
}

function fieldsInWords(fields: Readonly<Record<string, unknown>>, path: Path): string {
  const { knownBy } = itemsOf(path.slice(0, -1));
  const said = Object.entries(fields)
    .filter(([name]) => name !== knownBy)
    .map(([name, value]) => {
      const words = valueInWords(value, [...path, name]);
      return name === "name" || name === "open" ? words : `${labelOf([...path, name])} ${words}`;
    });
  return said.length === 0 ? "as usual" : said.join("; ");
}
