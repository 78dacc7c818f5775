import type { NumberFault } from "../callback/owed.ts";
import { spokenNumber } from "../routing/prompts.ts";
import { houseOf } from "./asking.ts";
import { ask, type Offer, type Talk } from "./offering.ts";
import { say } from "./speech.ts";
import type { Going, Step } from "./step.ts";
import type { Say } from "./verb.ts";

/** A number is asked for again so often. */
const tries = 3;
/** No number has more digits, with the code that dials abroad before it. */
const mostKeys = 20;

/** Why a number is refused, in a word that a prompt can choose by. */
const whyNot: Readonly<Partial<Record<NumberFault, string>>> = {
  "not-a-number": "none",
  country: "country",
  kind: "kind",
  "too-often": "often",
  "too-many-alike": "often",
  "asked-not-to": "unwanted",
};
/** Faults that are none of the number's: no other one would do. */
const ofHouse: ReadonlySet<NumberFault> = new Set(["too-many-today", "spent", "switched-off"]);

/** Whether no return call at all can be promised for this reason. */
export function isOfHouse(why: NumberFault): boolean {
  return ofHouse.has(why);
}

/** Asks for a number: its digits, ended by the pound key or by a pause. */
export function askNumber(talk: Talk, offer: Offer, before: readonly Say[] = []): Step {
  const words = [...before, say(talk.call, talk.routing, "offer-number-ask")];
  return ask(talk, { ...offer, asks: "number" }, words, { keys: mostKeys, endsWith: "#" });
}

/** A number was keyed in: read back digit by digit, or kindly refused, and asked again; never dialled. */
export function numberKeyed(talk: Talk, keys: string): Step | Going {
  const { call, offer, event, routing } = talk;
  const { owed } = houseOf(event);
  const verdict = owed.judge(keys, call.to, offer.queue);
  if (!verdict.ok && isOfHouse(verdict.why)) return talk.back(say(call, routing, "callback-not-now"));
  if (!verdict.ok) return refused(talk, whyNot[verdict.why] ?? "none");
  const own = verdict.number === call.from;
  if (!own && owed.ofNumber(verdict.number)) return refused(talk, "known");
  return readBack(talk, { ...offer, keyed: { ...verdict, own } });
}

function refused(talk: Talk, why: string): Step | Going {
  const { call, offer, routing } = talk;
  const words = say(call, routing, "offer-number-refused", { why });
  const misses = offer.misses + 1;
  return misses < tries ? askNumber(talk, { ...offer, misses }, [words]) : talk.back(words);
}

function readBack(talk: Talk, offer: Offer): Step {
  const { call, routing } = talk;
  const number = spokenNumber(offer.keyed?.number ?? "", call.language);
  return ask(talk, { ...offer, asks: "number-right" }, [say(call, routing, "offer-number-right", { number })]);
}

/** Whether the number that was read back is right: `then` goes on with it. */
export function numberRight(talk: Talk, key: string, then: (talk: Talk, offer: Offer) => Step | Going): Step | Going {
  const { keyed, ...offer } = talk.offer;
  if (key === "2") return askNumber(talk, offer);
  return key === "1" && keyed ? then(talk, { ...offer, to: keyed }) : talk.back();
}
