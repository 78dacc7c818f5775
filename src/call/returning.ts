import type { CallbackEvent } from "../callback/event.ts";
import type { Call, Common } from "./call.ts";
import type { Effect } from "./effect.ts";
import { also, type Step } from "./step.ts";

/** Tells the return call that a call is for, if it is for one, and has not told all. */
export function tellReturn({ returns }: Common, event: CallbackEvent): readonly Effect[] {
  return returns && !returns.told ? [{ do: "tell-callback", id: returns.callback.id, event }] : [];
}

/** The call, once it has told how the return call ended. */
export function accounted<C extends Common>(call: C): C {
  return call.returns ? { ...call, returns: { ...call.returns, told: true } } : call;
}

/**
 * Whoever comes into a room with a rep is reached. A call that ends owes its return call a word, if none was given: spoken
 * with, or lost again before that.
 */
export function accountFor(before: Call | undefined, step: Step): Step {
  const { call } = step;
  if (call.at === "talking" && call.joined && !(before?.at === "talking" && before.joined))
    return also(step, ...tellReturn(call, { type: "reached", rep: call.rep }));
  if (call.at !== "ended" || !call.returns || call.returns.told) return step;
  return also({ ...step, call: accounted(call) }, ...tellReturn(call, lastWord(call)));
}

function lastWord(call: Call): CallbackEvent {
  const answered = call.story.findLast(({ what }) => what === "answered");
  const spoke = call.at === "ended" && (call.outcome === "answered" || call.story.some(({ what }) => spoken.has(what)));
  return spoke && answered && "rep" in answered
    ? { type: "talked", rep: answered.rep }
    : { type: call.returns?.live ? "left-live" : "lost" };
}

/** What is in the story of those alone who were in a conversation. */
const spoken = new Set<Call["story"][number]["what"]>(["cut-off", "transferred", "escalated"]);
