import type { Instant, Routing } from "../routing/routing.ts";
import type { Call } from "./call.ts";
import type { InLine } from "./waiting.ts";
import type { Companion } from "./ringing-back.ts";
import { enqueue, newLine } from "./in-line.ts";
import { tellReturn } from "./returning.ts";
import { intoRoom } from "./room.ts";
import { say } from "./speech.ts";
import { into, type Step } from "./step.ts";

/** The customer has been reached, and comes into the room where the rep waits. */
export function meet(call: Call, { rep, leg }: Companion, routing: Routing, now: Instant): Step {
  const { line, ...told } = atPlace(call, routing, now);
  const story = [...told.call.story, { at: now, what: "answered", rep } as const];
  const talking = into(
    { ...told.call, story },
    { at: "talking", line, rep, leg, room: call.sid, since: now, joined: true, desk: "room", misses: 0 },
  );
  const words = say(call, routing, "joining", { rep: routing.reps[rep]?.name ?? rep });
  return intoRoom(talking, "caller", call.sid, [words]);
}

/** The customer has been reached, and stands in the line where the place was kept. */
export function standInLine(call: Call, routing: Routing, now: Instant): Step {
  const { line, call: back } = atPlace(call, routing, now);
  const words = say(call, routing, "return-in-line");
  return enqueue(into(back, { at: "queue", line }), line, [words], tellReturn(call, { type: "reached" }));
}

/** The place that was kept, and the call as one that has stood there: what was waited before is part of its story. */
export function atPlace(call: Call, routing: Routing, now: Instant): { readonly line: InLine; readonly call: Call } {
  const callback = call.returns?.callback;
  const queue = callback?.queue ?? "";
  const line = { ...newLine(call, queue, now), joinedAt: callback?.joinedAt ?? now };
  const joined = { at: now - (callback?.waitedSeconds ?? 0) * 1_000, what: "joined", queue } as const;
  const everSupport = call.everSupport || routing.queues[queue]?.kind === "support";
  return { line, call: { ...call, everSupport, story: [...call.story, joined] } };
}
