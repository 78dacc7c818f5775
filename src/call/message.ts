import { asks } from "./asking.ts";
import type { LeavingMessage } from "./call.ts";
import { ended } from "./end.ts";
import { enqueue } from "./in-line.ts";
import { say } from "./speech.ts";
import { into, stay, type StateOf } from "./step.ts";

/**
 * at message  recorded      → queue, the place kept; the rep will know of the message
 *             nothing said  → queue, as if never asked
 *             hung up       → end: voicemail where a message was left, else abandoned
 */
export const message: StateOf<LeavingMessage> = (call, event, routing, now) => {
  const left = call.story.some(({ what }) => what === "message");
  switch (event.type) {
    case "recorded": {
      const { recording, seconds } = event;
      const inLine = into(call, { at: "queue", line: call.line });
      if (recording === undefined || seconds < 1)
        return enqueue(inLine, call.line, [say(call, routing, "voicemail-empty")]);
      const story = [...call.story, { at: now, what: "message", recording, seconds } as const];
      const { queue } = call.line;
      const review = { do: "review", what: "voicemail", queue, recording, seconds } as const;
      return enqueue({ ...inLine, story }, call.line, [say(call, routing, "message-kept")], [review]);
    }
    case "failed":
      return enqueue(into(call, { at: "queue", line: call.line }), call.line, [
        say(call, routing, "wait-document-failed"),
      ]);
    case "leg-ended":
      return event.leg === "caller" ? ended(call, left ? "voicemail" : "abandoned", now) : stay(call);
    default:
      return asks(event) ? enqueue(into(call, { at: "queue", line: call.line }), call.line) : stay(call);
  }
};
