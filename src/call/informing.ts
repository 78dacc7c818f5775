import { givenNow, type Callback } from "../callback/callback.ts";
import { nextNews } from "../callback/schedule.ts";
import { nameOf, timeFor } from "../callback/tell.ts";
import type { Instant, Routing } from "../routing/routing.ts";
import { asks, houseOf } from "./asking.ts";
import type { Call, Common } from "./call.ts";
import type { Informing } from "./ringing-back.ts";
import { ended } from "./end.ts";
import type { CallEvent } from "./event.ts";
import { goLive } from "./going-live.ts";
import { refusal } from "./refusal.ts";
import { tellReturn } from "./returning.ts";
import { enterSnoozing } from "./snoozing.ts";
import { askKey, endWith, question, say } from "./speech.ts";
import { also, give, into, stay, type StateOf, type Step } from "./step.ts";
import type { Say } from "./verb.ts";

/**
 * The customer has heard at the promised time that there is no news yet, who is on it, and when the next call comes.
 *
 * at informing  1                     → in front of the line; the rep whose word it is preferred
 *               2                     → snoozing: another time for the next call
 *               another key, silence  → the keys again; then leaving: informed
 *               hung up               → end: informed
 */
export const informing: StateOf<Informing> = (call, event, routing, now) => {
  switch (event.type) {
    case "pressed":
      if (event.keys === "1" && call.returns && isAnybodyThere(call, event, routing, now))
        return goLive(call, call.returns.callback, routing, now, [say(call, routing, "return-in-line")]);
      if (event.keys === "2") return enterSnoozing(call, undefined, true, routing);
      return again(call, event, routing, now);
    case "kept-silent":
    case "said":
      return again(call, event, routing, now);
    case "leg-ended":
      return event.leg === "caller" ? ended(call, "informed", now) : stay(call);
    default:
      return asks(event) ? ask(call, [], event, routing, now) : stay(call);
  }
};

/** There is no news: said so, and when the next call comes. That is promised only where it outlives a crash. */
export function inform(call: Call, event: CallEvent, routing: Routing, now: Instant): Step {
  const at = into(call, { at: "informing", misses: 0 });
  const callback = call.returns?.callback;
  if (!callback || !houseOf(event).durable)
    return endWith(into(call, { at: "leaving", outcome: "informed" }), "caller", [say(call, routing, "our-failure")]);
  const next = nextNews(callback, routing, now);
  const words = noNews(at, callback, next.by ?? now, routing, now);
  const step = ask(at, words, event, routing, now);
  return also(step, ...tellReturn(call, { type: "told", via: "voice", next }));
}

/** What was promised, that there is no news, what is known all the same, who is on it, and when we call again. */
function noNews(call: Call, callback: Callback, next: Instant, routing: Routing, now: Instant): readonly Say[] {
  const { by = now } = givenNow(callback);
  const time = (at: Instant) => timeFor(callback, at, routing, now, { by: true });
  const { news, owner } = callback;
  return [
    say(call, routing, "no-news", { by: time(by) }),
    ...(news === undefined ? [] : [say(call, routing, "no-news-latest", { news: news.text })]),
    ...(owner === undefined ? [] : [say(call, routing, "no-news-owner", { rep: nameOf(owner, routing) })]),
    say(call, routing, "no-news-next", { by: time(next) }),
  ];
}

function ask(call: Common & Informing, words: readonly Say[], event: CallEvent, routing: Routing, now: Instant): Step {
  const there = isAnybodyThere(call, event, routing, now) ? "yes" : "no";
  const keys = say(call, routing, "no-news-keys", { there });
  return give(call, "caller", (turn) => [
    askKey({ asked: "answer", leg: "caller", turn }, question(call, [...words, keys]), call.moreTime ? 15 : 6),
  ]);
}

function again(call: Common & Informing, event: CallEvent, routing: Routing, now: Instant): Step {
  if (call.misses < 1) return ask({ ...call, misses: call.misses + 1 }, [], event, routing, now);
  return endWith(into(call, { at: "leaving", outcome: "informed" }), "caller", [say(call, routing, "goodbye")]);
}

/** Whether anybody could take the call now: nobody is sent to wait for a rep who is not there. */
function isAnybodyThere({ returns }: Common, event: CallEvent, routing: Routing, now: Instant): boolean {
  return returns !== undefined && refusal(returns.callback.queue, event, routing, now) === undefined;
}
