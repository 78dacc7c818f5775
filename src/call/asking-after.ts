import { nameOf } from "../callback/tell.ts";
import { rulesOf } from "../callback/schedule.ts";
import { returnCallFor } from "../resolution/reopen.ts";
import { lastSpoken } from "../resolution/resolution.ts";
import type { Instant, Routing } from "../routing/routing.ts";
import { newCall } from "./arrive.ts";
import { asks, houseOf } from "./asking.ts";
import type { Call, Common } from "./call.ts";
import type { AskingAfter } from "./ringing-back.ts";
import type { Effect } from "./effect.ts";
import { ended } from "./end.ts";
import type { CallEvent } from "./event.ts";
import { askKey, endWith, question, say } from "./speech.ts";
import { also, give, hangUp, into, legOf, stay, withLeg, type StateOf, type Step } from "./step.ts";
import type { Say } from "./verb.ts";

/** Twilio may take so much longer than the phone rings until it tells how that went, in milliseconds. */
const tellsWithin = 60_000;
/** The question is put so often. */
const mostAsked = 2;

/**
 * A caller is rung some time after a case was said to be resolved, and asked.
 *
 * at asking-after  1 solved              → thanks, leaving; the case is closed
 *                  2 not solved          → a return call by the same rep, ahead in line; leaving
 *                  another key, silence  → asked once more, then leaving
 *                  a machine             → end: nothing is left on it, and the case is told that nobody was reached
 *                  nobody                → end, and the case is told
 *                  hung up               → end
 */
export const askingAfter: StateOf<AskingAfter> = (call, event, routing, now) => {
  switch (event.type) {
    case "ring-placed":
    case "began-ringing":
      return stay(withLeg(call, "caller", { sid: event.sid }));
    case "rung":
      return ask(withLeg({ ...call, reached: true }, "caller", { sid: event.sid }), routing);
    case "identified":
      return event.as === "machine" || event.as === "fax"
        ? stay({ ...call, reached: false }, hangUp(call, "caller"))
        : stay(call);
    case "pressed":
      if (event.keys === "1") return solved(call, routing);
      return event.keys === "2" ? unsolved(call, event, routing) : again(call, routing);
    case "kept-silent":
    case "said":
      return again(call, routing);
    case "ring-failed":
      return over(call, now);
    case "woke":
      return event.why === "dial" && legOf(call, "caller").turn === 0 ? over(call, now) : stay(call);
    case "leg-ended":
      return over(call, now);
    default:
      return asks(event) ? ask(call, routing) : stay(call);
  }
};

/** Rings a caller, from the line that was dialled, to ask whether the case was solved. */
export function beginAskingAfter(
  { sid, matter, known }: Extract<CallEvent, { readonly type: "asking-after" }>,
  routing: Routing,
  now: Instant,
): Step {
  const { number, line } = matter;
  const call = newCall({ sid, from: number, to: line, known, legs: { caller: { turn: 0 } } }, routing, now);
  const from = routing.lines.some((one) => one.number === line) ? line : routing.business.callerId;
  const seconds = rulesOf(matter, routing).ringFor;
  return stay(into(call, { at: "asking-after", matter, misses: 0, reached: false }), [
    { do: "ring-customer", to: number, from, seconds, at: now },
    { do: "wake", at: now + seconds * 1_000 + tellsWithin, why: "dial" },
  ]);
}

function ask(call: Common & AskingAfter, routing: Routing): Step {
  const words = question(call, [say(call, routing, "asking-after")]);
  return give(call, "caller", (turn) => [askKey({ asked: "answer", leg: "caller", turn }, words, 8)]);
}

function again(call: Common & AskingAfter, routing: Routing): Step {
  const misses = call.misses + 1;
  return misses < mostAsked ? ask({ ...call, misses }, routing) : leave(call, [say(call, routing, "goodbye")]);
}

/** Whoever was not reached is asked by a text instead, where there is one. */
function over(call: Common & AskingAfter, now: Instant): Step {
  if (call.reached) return ended(call, "informed", now);
  const { id } = call.matter;
  return also(ended(call, "unreached", now), { do: "tell-resolution", id, event: { type: "unanswered" } });
}

function leave(call: Call, words: readonly Say[], effects: readonly Effect[] = []): Step {
  return endWith(into(call, { at: "leaving", outcome: "informed" }), "caller", words, effects);
}

function answered({ matter }: AskingAfter, isSolved: boolean): Effect {
  return { do: "tell-resolution", id: matter.id, event: { type: "answered", solved: isSolved } };
}

function solved(call: Common & AskingAfter, routing: Routing): Step {
  return leave(call, [say(call, routing, "asking-after-solved")], [answered(call, true)]);
}

/** The return call is on the disk before it is said; where it cannot be promised, no more is said than is true. */
function unsolved(call: Common & AskingAfter, event: CallEvent, routing: Routing): Step {
  const { matter } = call;
  const { owed, durable } = houseOf(event);
  const sorry = say(call, routing, "asking-after-sorry");
  const number = owed.judge(call.from, call.to, matter.queue);
  if (!durable || !number.ok || owed.ofNumber(call.from)) return leave(call, [sorry], [answered(call, false)]);
  const callback = returnCallFor(matter, number, owed.receipt(), { who: "caller", via: "phone" });
  const rep = nameOf(lastSpoken(matter).rep, routing);
  const step = leave(call, [sorry, say(call, routing, "asking-after-return", { rep })], [answered(call, false)]);
  return also(step, { do: "tell-callback", id: callback.id, event: { type: "made", callback } });
}
