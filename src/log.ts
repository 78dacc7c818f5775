import { pino, stdTimeFunctions, type DestinationStream, type Level, type Logger } from "pino";

/** A phone number as a log may hold it: its last four digits. Of other addresses only the kind: `client:…`, `sip:…`. */
export function lastFour(number: string): string {
  const digits = number.replace(/\D/g, "");
  const kind = /^(client|sips?|whatsapp):/i.exec(number)?.[0].toLowerCase() ?? "";
  if (kind !== "" && kind !== "whatsapp:") return `${kind}…`;
  if (digits.length > 4) return `${kind}…${digits.slice(-4)}`;
  return number === "" ? "" : "…";
}

type Cut = (value: unknown) => unknown;
const cutNumber: Cut = (value) => (typeof value === "string" ? lastFour(value) : value);
const leaveOut: Cut = (value) => (value === undefined ? undefined : "[left out]");
const named = (names: string, cut: Cut) => names.split(" ").map((name): [string, Cut] => [name, cut]);

/** What becomes of a field by its name: Twilio's names, and ours. */
const cuts: ReadonlyMap<string, Cut> = new Map([
  ...named("from to number callerId From To Caller Called", cutNumber),
  ...named("authorization cookie x-twilio-signature password authToken token", leaveOut),
  ...named("words body keys recording SpeechResult Body Digits RecordingUrl", leaveOut),
]);
const deepest = 4;

/** The value with every named field in it cut. Its own name is looked at by whoever holds it. */
function cutWithin(value: unknown, depth: number): unknown {
  if (typeof value !== "object" || value === null || value instanceof Error) return value;
  if (depth === deepest) return "…";
  if (Array.isArray(value)) return value.map((item) => cutWithin(item, depth + 1));
  const entries = Object.entries(value).map(([name, field]: [string, unknown]) => {
    const cut = cuts.get(name);
    return [name, cut ? cut(field) : cutWithin(field, depth + 1)];
  });
  return Object.fromEntries(entries);
}

/** The outermost fields are left to the serializers, which see a child logger's fields too. */
function cutFields(fields: Record<string, unknown>): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) result[name] = cuts.has(name) ? value : cutWithin(value, 1);
  return result;
}

/**
 * The log: one JSON object a line. Phone numbers are cut to their last four digits; what callers say, key in or record, and
 * every secret, is left out, by the name of its field and however deep it stands. (pino's own redaction, with as many
 * paths, makes a line many times as dear.)
 */
export function createLog(level: Level | "silent", destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    formatters: { log: cutFields },
    serializers: Object.fromEntries(cuts),
  };
  return destination ? pino(options, destination) : pino(options);
}
