import { asks } from "./asking.ts";
import type { CutOff } from "./with-rep.ts";
import { ended } from "./end.ts";
import { backInLine, enqueue } from "./in-line.ts";
import { askKey, endWith, question, say } from "./speech.ts";
import { give, into, stay, type StateOf } from "./step.ts";

/**
 * The rep's leg ended while the caller was still there: hung up first, or cut off. The caller says which.
 *
 * at cut-off  1                      → queue: first in line, which is said again; the same rep preferred
 *             another key, silence   → leaving: answered
 *             hung up                → end: answered
 */
export const cutOff: StateOf<CutOff> = (call, event, routing, now) => {
  switch (event.type) {
    case "pressed":
      if (event.keys === "1") {
        const line = { ...backInLine(call.line), since: now };
        return enqueue(into({ ...call, spokeWith: call.rep }, { at: "queue", line }), line);
      }
      return endWith(into(call, { at: "leaving", outcome: "answered" }), "caller", [say(call, routing, "goodbye")]);
    case "kept-silent":
      return endWith(into(call, { at: "leaving", outcome: "answered" }), "caller", [say(call, routing, "goodbye")]);
    case "leg-ended":
      return event.leg === "caller" ? ended(call, "answered", now) : stay(call);
    default:
      if (!asks(event)) return stay(call);
      return give(call, "caller", (turn) => [
        askKey(
          { asked: "answer", leg: "caller", turn },
          question(call, [say(call, routing, "caller-cut-off")]),
          call.moreTime ? 20 : 6,
        ),
      ]);
  }
};
