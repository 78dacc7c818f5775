import type { PromptId, Routing } from "../routing/routing.ts";
import { asks } from "./asking.ts";
import type { AtVoicemail, Call } from "./call.ts";
import { awaitRecording, messageOn, recordMessage } from "./recording.ts";
import { endWith, say } from "./speech.ts";
import { also, give, into, stay, type StateOf, type Step } from "./step.ts";
import type { Heard } from "./verb.ts";

/**
 * at voicemail  recorded       → leaving, on the leads' list
 *               nothing said   → asked once more, then leaving
 *               hung up        → leaving: voicemail if a recording still comes, else turned away
 */
export const voicemail: StateOf<AtVoicemail> = (call, event, routing, now) => {
  switch (event.type) {
    case "recorded": {
      const message = messageOn(call, call.queue, event);
      if (!message) {
        const nothing = say(call, routing, "voicemail-empty");
        if (call.tries >= 1) return endWith(into(call, { at: "leaving", outcome: "turned-away" }), "caller", [nothing]);
        return enterVoicemail(call, undefined, routing, [nothing], call.tries + 1);
      }
      const kept = into(call, { at: "leaving", outcome: "voicemail" });
      return also(endWith(kept, "caller", [say(call, routing, "voicemail-thanks")]), message);
    }
    case "failed":
      return enterVoicemail(call, undefined, routing, [say(call, routing, "our-failure")], call.tries);
    case "leg-ended":
      return awaitRecording(call, call.queue, "turned-away", now);
    default:
      return asks(event) ? enterVoicemail(call, undefined, routing, [], call.tries) : stay(call);
  }
};

/** Asks for a message and records it. */
export function enterVoicemail(
  call: Call,
  prompt: PromptId | undefined,
  routing: Routing,
  before: readonly Heard[],
  tries = 0,
): Step {
  const queue =
    "queue" in call && call.queue !== undefined
      ? { queue: call.queue }
      : "line" in call
        ? { queue: call.line.queue }
        : {};
  return give(into(call, { at: "voicemail", tries, ...queue }), "caller", (turn) => [
    ...before,
    say(call, routing, prompt ?? "voicemail-ask"),
    recordMessage(turn),
  ]);
}
