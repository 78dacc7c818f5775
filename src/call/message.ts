import { asks } from "./asking.ts";
import type { LeavingMessage } from "./waiting.ts";
import { enqueue } from "./in-line.ts";
import { awaitRecording, messageOn, outcomeOfWait } from "./recording.ts";
import { say } from "./speech.ts";
import { into, stay, type StateOf } from "./step.ts";

/**
 * at message  recorded      → queue, the place kept; the rep will know of the message
 *             nothing said  → queue, as if never asked
 *             hung up       → leaving: voicemail where a message was left or still comes, else abandoned
 */
export const message: StateOf<LeavingMessage> = (call, event, routing, now) => {
  switch (event.type) {
    case "recorded": {
      const inLine = into(call, { at: "queue", line: call.line });
      const message = messageOn(call, call.line.queue, event);
      if (event.hungUp)
        return stay(
          into(call, { at: "leaving", outcome: message ? "voicemail" : outcomeOfWait(call) }),
          message ? [message] : [],
        );
      if (!message) return enqueue(inLine, call.line, [say(call, routing, "voicemail-empty")]);
      const { recording = "", seconds } = message;
      const story = [...call.story, { at: now, what: "message", recording, seconds } as const];
      return enqueue({ ...inLine, story }, call.line, [say(call, routing, "message-kept")], [message]);
    }
    case "failed":
      return enqueue(into(call, { at: "queue", line: call.line }), call.line, [
        say(call, routing, "wait-document-failed"),
      ]);
    case "leg-ended":
      return awaitRecording(call, call.line.queue, outcomeOfWait(call), now);
    default:
      return asks(event) ? enqueue(into(call, { at: "queue", line: call.line }), call.line) : stay(call);
  }
};
