import { businessDate, timeAt, when } from "../../time.ts";
import type { By, Kind, ReturnCall, Said } from "./wire.ts";

/** The kinds, as a person calls them. */
export const kinds: Readonly<Record<Kind, string>> = {
  place: "Kept place",
  booked: "Chosen time",
  promised: "A rep’s word",
};

/** The names of reps by their ids. */
export type Names = Readonly<Record<string, string>>;

const causes: Readonly<Record<string, string>> = {
  "nobody-free": "nobody was free",
  "nobody-signed-in": "nobody was signed in",
  "nobody-took-it": "no rep took it",
  closed: "the queue was closed",
  "not-daytime": "it was not daytime there",
  unanswered: "nobody answered",
  machine: "a machine answered",
  "wrong-number": "it was the wrong number",
  "not-placed": "the call could not be placed",
  "held-back": "a limit or the emergency switch held it back",
  "we-were-down": "Holdfast was not running",
};

/** Why, in a few words that follow on. */
export function because(cause: string): string {
  return causes[cause] ?? cause;
}

const holding: Readonly<Record<string, string>> = {
  "too-often": "that number was rung as often as may be today",
  "too-many-alike": "numbers like it were rung as often as may be today",
  "too-many-today": "the queue has placed as many calls as may be today",
  spent: "what may be spent today is spent",
  "switched-off": "return calls are switched off",
};

/** What is being done about it now. */
export function stateWords({ state, heldBack, rep: owner }: ReturnCall, names: Names): string {
  const rep = names[state.rep ?? owner ?? ""];
  switch (state.at) {
    case "promised":
      return rep === undefined ? "Its time has not come" : `To be made by ${rep}`;
    case "due":
      return heldBack === undefined ? "In line for a rep" : `Held back: ${holding[heldBack] ?? heldBack}`;
    case "ringing":
      return state.rep === undefined ? "The customer is being rung" : `${rep ?? state.rep} is being rung`;
    case "live":
      return "The customer has rung in, and waits";
    case "talking":
      return state.rep === undefined ? "Being spoken with" : `${rep ?? state.rep} is speaking with the customer`;
    case "missed":
      return `Not reached. Again ${state.again === undefined ? "later" : when(state.again)}`;
    case "closed":
      return endWords(state.closedAt);
    default:
      return state.at satisfies never;
  }
}

function endWords(closedAt: string | undefined): string {
  return closedAt === undefined ? "Closed" : `Closed ${when(closedAt)}`;
}

/** The time that was said. */
export function timeWords({ from, by }: Said): string {
  if (from !== undefined && by !== undefined) return `${capital(when(from))} to ${endOf(from, by)}`;
  if (by !== undefined) return `By ${when(by)}`;
  return from === undefined ? "When it is their turn" : `From ${when(from)}`;
}

/** The end of a window: on the same day its time alone. */
function endOf(from: string, by: string): string {
  return businessDate(Date.parse(by)) === businessDate(Date.parse(from)) ? timeAt(by) : when(by);
}
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

const ways = { phone: "on the phone", text: "by text", page: "on the receipt’s page" } as const;

/** Who did it. */
export function byWords({ who, via, rep }: By, names: Names): string {
  switch (who) {
    case "caller":
      return via === undefined ? "the caller" : `the caller, ${ways[via]}`;
    case "rep":
      return names[rep ?? ""] ?? rep ?? "a rep";
    case "admin":
      return "the office";
    case "house":
      return "Holdfast";
    default:
      return who satisfies never;
  }
}

const comings: Readonly<Record<string, string>> = {
  reached: "Reached",
  unanswered: "Nobody answered",
  busy: "Busy",
  machine: "A machine answered",
  "not-placed": "The call could not be placed",
  "not-now": "Asked for another time",
  "wrong-number": "The wrong number",
};

/** What came of one attempt. */
export function tryWords({ came, seconds }: ReturnCall["tries"][number]): string {
  const words = comings[came] ?? came;
  if (seconds === undefined) return words;
  const minutes = Math.round(seconds / 60);
  return `${words}, ${minutes === 0 ? "under a minute" : minutes === 1 ? "1 minute" : `${minutes} minutes`}`;
}

/** How a promise ended. */
export function endedWords(ended: ReturnCall["promises"][number]["ended"], names: Names): string {
  if (!ended) return "Open";
  const { how, at, by, cause } = ended;
  switch (how) {
    case "kept":
      return `Kept ${when(at)}`;
    case "moved":
    case "cancelled":
      return `${how === "moved" ? "Moved" : "Cancelled"}${by ? ` by ${byWords(by, names)}` : ""}, ${when(at)}`;
    case "late":
    case "broken":
      return `${how === "late" ? "Late" : "Broken"}${cause === undefined ? "" : `: ${because(cause)}`}, ${when(at)}`;
    default:
      return how satisfies never;
  }
}
