import { isFields, valueAt } from "../../../../routing/edits.ts";
import { houseLanguage } from "../../../../routing/prompts/house.ts";
import { variantsOf } from "../../../../routing/prompts/sample.ts";
import { spokenSeconds } from "../../../../routing/prompts/spoken.ts";
import { usualSpeech } from "../../../../routing/schema/queue.ts";

/** When an announcement is heard, in words; or why never. */
export type WhenHeard = { readonly isHeard: boolean; readonly words: string };

/** When callers hear an announcement of a draft, as seen on a date there (YYYY-MM-DD); or why nobody ever does. */
export function whenHeard(source: unknown, id: string, today: string): WhenHeard {
  const at = (field: string) => valueAt(source, ["announcements", id, field]);
  const [from, until] = [asDate(at("from")), asDate(at("until"))];
  const never = (words: string): WhenHeard => ({ isHeard: false, words });
  if (from !== undefined && until !== undefined && until < from)
    return never(`Nobody hears it: its last day, ${inWords(until)}, is before its first, ${inWords(from)}.`);
  if (until !== undefined && until < today)
    return never(`Nobody hears it any more: its last day was ${inWords(until)}.`);
  const queues = playing(source, id);
  if (queues.length === 0) return never("Nobody hears it: no sales queue plays it. Choose one below.");
  const segments = texts(at("segments"));
  const chosen = segments.filter((segment) => menuSegments(source).includes(segment));
  if (segments.length > 0 && chosen.length === 0)
    return never(`Nobody hears it: no menu option leads to ${either(segments)}.`);
  const fitting = queues.filter((queue) => isSayable(source, id, queue));
  if (fitting.length === 0)
    return never("Nobody hears it: it takes longer than its queues allow for speech. Make it shorter, or allow more.");
  const who = chosen.length === 0 ? "Everybody who waits" : `Whoever chose ${either(chosen)} in a menu and waits`;
  const days = valueAt(source, ["business", "repeatAfterDays"]);
  const again = typeof days === "number" ? days : 14;
  return {
    isHeard: true,
    words: [
      `${who} in ${either(fitting)} hears it${when(from, until, today)}, in turn with the others.`,
      again === 0 ? "" : `Not again within ${again === 1 ? "a day" : `${again} days`} by the same caller.`,
    ]
      .filter((words) => words !== "")
      .join(" "),
  };
}

/** The sales queues that play an announcement. A support queue never plays any, whatever stands in the draft. */
export function playing(source: unknown, id: string): readonly string[] {
  return salesQueues(source).filter((queue) => texts(valueAt(source, ["queues", queue, "announcements"])).includes(id));
}

/** The sales queues of a draft. */
export function salesQueues(source: unknown): readonly string[] {
  const queues = valueAt(source, ["queues"]);
  return isFields(queues)
    ? Object.entries(queues).flatMap(([id, queue]) => (isFields(queue) && queue["kind"] === "sales" ? [id] : []))
    : [];
}

/** The segments that menu options choose. */
export function menuSegments(source: unknown): readonly string[] {
  const menus = valueAt(source, ["menus"]);
  const all = Object.values(isFields(menus) ? menus : {}).flatMap((menu) => {
    const options = isFields(menu) ? menu["options"] : undefined;
    return Array.isArray(options) ? options.map((option: unknown) => (isFields(option) ? option["segment"] : "")) : [];
  });
  return [...new Set(all.filter((segment): segment is string => typeof segment === "string" && segment !== ""))];
}

/** Whether it fits into a queue's budget of speech in at least one language. */
function isSayable(source: unknown, id: string, queue: string): boolean {
  const seconds = valueAt(source, ["queues", queue, "speech", "seconds"]);
  const budget = typeof seconds === "number" ? seconds : usualSpeech.sales.seconds;
  const prompt = valueAt(source, ["announcements", id, "prompt"]);
  const prompts = valueAt(source, ["prompts"]);
  if (typeof prompt !== "string" || !isFields(prompts)) return true;
  const said = Object.keys(prompts).flatMap((language) => {
    const found = valueAt(prompts, [language, prompt]);
    const words = isFields(found) ? found["words"] : found;
    return typeof words === "string" ? [longest(words, language)] : [];
  });
  return said.length === 0 || said.some((long) => long <= budget);
}

function longest(words: string, language: string): number {
  try {
    const variants = variantsOf(words, houseLanguage(language)?.locale ?? language, "Bright Kettle");
    return Math.max(...variants.map((text) => spokenSeconds({ text })));
  } catch {
    // It does not parse, of which the check tells.
    return 0;
  }
}

function when(from: string | undefined, until: string | undefined, today: string): string {
  const begins = from !== undefined && from > today ? ` from ${inWords(from)}` : "";
  if (until === undefined) return begins;
  return `${begins === "" ? " from now" : begins} until ${inWords(until)}`;
}

function asDate(value: unknown): string | undefined {
  return typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) ? value : undefined;
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];
}

function either(names: readonly string[]): string {
  const quoted = names.map((name) => `“${name}”`);
  return quoted.length < 2 ? quoted.join("") : `${quoted.slice(0, -1).join(", ")} or ${quoted.at(-1)}`;
}

function inWords(date: string): string {
  return new Date(`${date}T12:00Z`).toLocaleDateString("en-US", {
    timeZone: "UTC",
    month: "long",
    day: "numeric",
    year: "numeric",
  });
}
