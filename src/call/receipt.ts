import { isGuessing } from "../callback/guessing.ts";
import type { Instant, MenuId, Routing } from "../routing/routing.ts";
import { asks, houseOf } from "./asking.ts";
import type { Call, Common } from "./call.ts";
import type { AtReceipt } from "./ringing-in.ts";
import { ended } from "./end.ts";
import type { CallEvent } from "./event.ts";
import { askOwed } from "./owed.ts";
import { takesIn } from "./refusal.ts";
import { question, say } from "./speech.ts";
import { also, give, go, into, stay, type Going, type StateOf, type Step } from "./step.ts";
import type { Say } from "./verb.ts";

/** A receipt has so many digits. */
const digits = 6;
/** So many wrong codes in one call are taken for guessing. */
const mostInCall = 3;

/**
 * A caller at a menu has a receipt: of a return call, whoever is calling and from wherever.
 *
 * at receipt  a code that we gave   → owed
 *             another               → asked again; the third time, or where too many were wrong lately, a person
 *             0                     → reception
 *             silence               → the menu
 *             hung up               → end
 */
export const receipt: StateOf<AtReceipt> = (call, event, routing, now) => {
  switch (event.type) {
    case "pressed":
      return event.keys === "0" ? go(call, routing.business.reception) : keyed(call, event, routing, now);
    case "leg-ended":
      return event.leg === "caller" ? ended(call, "abandoned", now) : stay(call);
    default:
      return asks(event) ? go(call, { to: "menu", menu: call.menu }) : stay(call);
  }
};

/** Asks for a receipt, and goes back to the menu where none is keyed in. */
export function askReceipt(
  call: Call,
  menu: MenuId,
  event: CallEvent,
  routing: Routing,
  now: Instant,
  before: readonly Say[] = [],
): Step | Going {
  if (guesses(call, event)) return toPerson(call, event, routing, now, before);
  const at = into(call, { at: "receipt", menu });
  return give(at, "caller", (turn) => [
    {
      verb: "gather",
      prompt: [...before, ...question(at, [say(at, routing, "receipt-ask")])],
      keys: digits,
      endsWith: "#",
      seconds: at.moreTime ? 20 : 6,
      then: { asked: "answer", leg: "caller", turn },
    },
  ]);
}

function keyed(
  call: Common & AtReceipt,
  event: Extract<CallEvent, { readonly type: "pressed" }>,
  routing: Routing,
  now: Instant,
): Step | Going {
  // Also between two digits of one call, others may have used up what may be guessed: then a right one is not looked at.
  if (guesses(call, event)) return toPerson(call, event, routing, now);
  const callback = houseOf(event).owed.ofCode(event.keys);
  if (callback) return askOwed(call, callback, event, routing, now);
  const wrong = { ...call, wrongCodes: (call.wrongCodes ?? 0) + 1 };
  const next = askReceipt(wrong, call.menu, event, routing, now, [say(call, routing, "receipt-unknown")]);
  return also(next, { do: "note-wrong-code", number: call.from });
}

function guesses({ from, wrongCodes = 0 }: Common, event: CallEvent): boolean {
  return wrongCodes >= mostInCall || isGuessing(from, houseOf(event).owed);
}

function toPerson(call: Call, event: CallEvent, routing: Routing, now: Instant, before: readonly Say[] = []): Going {
  const { reception } = routing.business;
  const connecting = takesIn(reception, event, routing, now) ? [say(call, routing, "transferring-to-reception")] : [];
  return go(call, reception, [...before, ...connecting]);
}
