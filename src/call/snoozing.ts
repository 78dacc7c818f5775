import type { CallbackEvent } from "../callback/event.ts";
import { snoozedTo } from "../callback/schedule.ts";
import { timeFor } from "../callback/tell.ts";
import type { Instant, Routing } from "../routing/routing.ts";
import { asks, houseOf } from "./asking.ts";
import type { Call, Common } from "./call.ts";
import type { Companion, Snoozing } from "./ringing-back.ts";
import { companion } from "./companion.ts";
import type { CallEvent } from "./event.ts";
import { freed } from "./fruitless.ts";
import { part } from "./parting.ts";
import { accounted, tellReturn } from "./returning.ts";
import { askKey, endWith, question, say } from "./speech.ts";
import { also, give, into, stay, withLeg, type StateOf, type Step } from "./step.ts";

/** Whoever wants another time, and does not say which, is rung again after so many minutes. */
const unsaid = 30;

/**
 * The customer wants another time.
 *
 * at snoozing  1 to 9                  → parting: so many times ten minutes later, which is read back
 *              another key, silence    → asked again; then parting: half an hour later, which is said
 *              hung up                 → parting: half an hour later
 */
export const snoozing: StateOf<Snoozing> = (call, event, routing, now) =>
  companion(call, event, (alone, rep) => stay(alone, freed(rep))) ?? customer(call, event, routing, now);

function customer(call: Common & Snoozing, event: CallEvent, routing: Routing, now: Instant): Step {
  switch (event.type) {
    case "pressed":
      return /^[1-9]$/.test(event.keys)
        ? snooze(call, event, 10 * Number(event.keys), routing, now)
        : again(call, event, routing, now);
    case "kept-silent":
    case "said":
      return again(call, event, routing, now);
    case "leg-ended":
      return later(withLeg(call, "caller", { ended: true }), unsaid, routing, now);
    default:
      return asks(event) ? ask(call, routing) : stay(call);
  }
}

/** Asks how much later. `informed`: the promise was kept before that, by saying that there is no news. */
export function enterSnoozing(call: Call, rep: Companion | undefined, informed: boolean, routing: Routing): Step {
  return ask(into(call, { at: "snoozing", misses: 0, informed, ...(rep ? { with: rep } : {}) }), routing);
}

function ask(call: Common & Snoozing, routing: Routing): Step {
  const words = question(call, [say(call, routing, "return-snooze")]);
  return give(call, "caller", (turn) => [
    askKey({ asked: "answer", leg: "caller", turn }, words, call.moreTime ? 15 : 6),
  ]);
}

function again(call: Common & Snoozing, event: CallEvent, routing: Routing, now: Instant): Step {
  if (call.misses >= 1) return snooze(call, event, unsaid, routing, now);
  return ask({ ...call, misses: call.misses + 1 }, routing);
}

/** The time is said as it was given; where it would not outlive a crash nothing is promised. */
function snooze(call: Common & Snoozing, event: CallEvent, minutes: number, routing: Routing, now: Instant): Step {
  const { callback } = call.returns ?? {};
  const step = later(call, minutes, routing, now, "caller");
  const { from = now } = callback ? snoozedTo(callback, minutes, routing, now) : {};
  const at = timeFor(callback ?? { zones: [], language: call.language }, from, routing, now);
  const said = houseOf(event).durable
    ? [say(call, routing, "return-snoozed", { at })]
    : [say(call, routing, "our-failure")];
  return { ...endWith(step.call, "caller", said), effects: step.effects };
}

function later(call: Common & Snoozing, minutes: number, routing: Routing, now: Instant, asking?: "caller"): Step {
  const step = part(accounted(call), "not-now", call.with, now, asking);
  return also(step, ...tellReturn(call, wish(call, minutes, routing, now)), ...freed(call.with));
}

/** In the middle of being rung it is the customer's move; where the promise has been kept already, the next one is moved. */
function wish(call: Common & Snoozing, minutes: number, routing: Routing, now: Instant): CallbackEvent {
  const { callback } = call.returns ?? {};
  if (!call.informed || !callback) return { type: "snoozed", minutes };
  return { type: "moved", to: snoozedTo(callback, minutes, routing, now), by: { who: "caller", via: "phone" } };
}
