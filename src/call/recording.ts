import type { Instant, QueueId } from "../routing/routing.ts";
import type { Call, Outcome } from "./call.ts";
import type { Effect } from "./effect.ts";
import type { CallEvent } from "./event.ts";
import { into, stay, withLeg, type Step } from "./step.ts";
import type { Verb } from "./verb.ts";

/** How long Twilio may take to tell of the recording that hanging up has ended, in milliseconds. */
const toldWithin = 30_000;

/** Records a caller's message: three minutes at most, to any key or five seconds of silence. */
export function recordMessage(turn: number): Verb {
  return { verb: "record", seconds: 180, silence: 5, then: { asked: "recorded", leg: "caller", turn } };
}

/** Puts a message on the leads' list; `undefined` where nothing was recorded. */
export function messageOn(
  { from }: Call,
  queue: QueueId | undefined,
  { recording, seconds }: Extract<CallEvent, { readonly type: "recorded" }>,
): Extract<Effect, { readonly do: "review" }> | undefined {
  if (recording === undefined || seconds < 1) return undefined;
  return { do: "review", what: "voicemail", from, recording, seconds, ...(queue === undefined ? {} : { queue }) };
}

/** How the call of somebody who hangs up while waiting ends: whoever has left a message was heard. */
export function outcomeOfWait(call: Call): Outcome {
  return call.story.some(({ what }) => what === "message") ? "voicemail" : "abandoned";
}

/** The caller hung up where a message was being left: what was recorded may be told after that. */
export function awaitRecording(call: Call, queue: QueueId | undefined, outcome: Outcome, now: Instant): Step {
  const recordingFor = queue === undefined ? {} : { queue };
  const gone = into(withLeg(call, "caller", { ended: true }), { at: "leaving", outcome, recordingFor });
  return stay(gone, [{ do: "wake", at: now + toldWithin, why: "recording" }]);
}
