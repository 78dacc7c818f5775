import type { Callback } from "../callback/callback.ts";
import type { Instant, Routing } from "../routing/routing.ts";
import { asks, houseOf } from "./asking.ts";
import type { Call, Common } from "./call.ts";
import type { AtOwed } from "./ringing-in.ts";
import { ended } from "./end.ts";
import type { CallEvent } from "./event.ts";
import { goLive } from "./going-live.ts";
import { move } from "./offer-begin.ts";
import { opening } from "./opening.ts";
import { why } from "./notice.ts";
import { whatIsOwed } from "./owed-words.ts";
import { refusal } from "./refusal.ts";
import { askKey, endWith, question, say } from "./speech.ts";
import { give, go, into, stay, type Going, type StateOf, type Step } from "./step.ts";
import type { Heard, Say } from "./verb.ts";

/**
 * A caller to whom a return call is owed, by the number or by the receipt, hears it first.
 *
 * at owed  1                  → queue: the kept place, the owner preferred; overdue: the front, with an apology
 *          2                  → offer: another time
 *          3, and then 1      → leaving: cancelled
 *          0                  → reception
 *          another key, silence, and where it is owed no more → where the line opens
 *          hung up            → end
 */
export const owed: StateOf<AtOwed> = (call, event, routing, now) => {
  const callback = houseOf(event).owed.ofCode(call.code);
  switch (event.type) {
    case "pressed":
      return callback ? pressed(call, callback, event, routing, now) : onward(call, routing);
    case "leg-ended":
      return event.leg === "caller" ? ended(call, "informed", now) : stay(call);
    case "moved":
    case "failed":
      return callback ? askOwed(call, callback, event, routing, now) : onward(call, routing);
    default:
      return asks(event) ? onward(call, routing) : stay(call);
  }
};

/** Says what is owed, and asks what is to become of it. */
export function askOwed(
  call: Call,
  callback: Callback,
  event: CallEvent,
  routing: Routing,
  now: Instant,
  before: readonly Heard[] = [],
): Step {
  const { code } = callback;
  const live = notNow(callback, event, routing, now) === undefined ? "yes" : "no";
  const words = [...whatIsOwed(call, callback, event, routing, now), say(call, routing, "owed-keys", { live })];
  return put(into(call, { at: "owed", code, asks: "what" }), words, before);
}

function put(call: Common & AtOwed, words: readonly Say[], before: readonly Heard[] = []): Step {
  return give(call, "caller", (turn) => [
    askKey({ asked: "answer", leg: "caller", turn }, [...before, ...question(call, words)], call.moreTime ? 20 : 5),
  ]);
}

function pressed(
  call: Common & AtOwed,
  callback: Callback,
  event: Extract<CallEvent, { readonly type: "pressed" }>,
  routing: Routing,
  now: Instant,
): Step | Going {
  if (call.asks === "cancel")
    return event.keys === "1" ? cancel(call, callback, event, routing) : onward(call, routing, "owed-stays");
  switch (event.keys) {
    case "0":
      return go(call, routing.business.reception);
    case "1":
      return speakNow(call, callback, event, routing, now);
    case "2":
      return move(call, callback, event, routing, now);
    case "3":
      return put(into(call, { at: "owed", code: call.code, asks: "cancel" }), [say(call, routing, "owed-cancel")]);
    default:
      return onward(call, routing);
  }
}

/** Why nobody speaks with the caller now; a line that is full has the kept place in it. */
function notNow(
  { queue }: Callback,
  event: CallEvent,
  routing: Routing,
  now: Instant,
): "closed" | "nobody" | undefined {
  const cause = refusal(queue, event, routing, now);
  return cause === "full" ? undefined : cause;
}

function speakNow(call: Common & AtOwed, callback: Callback, event: CallEvent, routing: Routing, now: Instant): Step {
  const cause = notNow(callback, event, routing, now);
  if (!cause) return goLive(call, callback, routing, now);
  const { queue } = callback;
  const told = why(into(call, { at: "notice", cause, queue, misses: 0 }), routing, now);
  return askOwed(call, callback, event, routing, now, [told]);
}

/** Where the line opens, as for any caller. */
function onward(call: Common & AtOwed, routing: Routing, ...prompts: readonly string[]): Going {
  return go(
    call,
    opening(call.to, routing),
    prompts.map((prompt) => say(call, routing, prompt)),
  );
}

/** What cannot be kept is not called cancelled: the call would come all the same. */
function cancel(call: Common & AtOwed, { id }: Callback, event: CallEvent, routing: Routing): Step | Going {
  if (!houseOf(event).durable) return onward(call, routing, "owed-not-changed");
  const words = [say(call, routing, "owed-cancelled"), say(call, routing, "goodbye")];
  return endWith(into(call, { at: "leaving", outcome: "informed" }), "caller", words, [
    { do: "tell-callback", id, event: { type: "cancelled", by: { who: "caller", via: "phone" } } },
  ]);
}
