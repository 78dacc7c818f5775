import type { Instant, Routing } from "../routing/routing.ts";
import { asks } from "./asking.ts";
import type { Call, Common } from "./call.ts";
import type { Talking } from "./with-rep.ts";
import type { CallEvent } from "./event.ts";
import { overtaken } from "./in-line.ts";
import { promise, repMenu, repMenuKey } from "./rep-menu.ts";
import { toldToCaller } from "./word-questions.ts";
import { hold, intoRoom } from "./room.ts";
import { say } from "./speech.ts";
import { also, give, into, redirect, stay, withLeg, type Going, type StateOf, type Step } from "./step.ts";
import { callerGone, enterWrapUp } from "./enter-wrap-up.ts";

/**
 * at talking  the caller is fetched             → into the room: joined
 *             the caller had gone before that   → the rep hears it and is free
 *             the rep presses *                 → the rep's menu; the caller is held, with instrumental music
 *             the caller hangs up               → wrap-up
 *             the rep's leg ends                → not joined yet: queue, place kept; joined: cut-off
 */
export const talking: StateOf<Talking> = (call, event, routing, now) =>
  "leg" in event && event.leg === call.leg ? rep(call, event, routing, now) : caller(call, event, routing, now);

/** So soon after the customer was to be joined, in milliseconds, an end that nobody has witnessed was no conversation. */
const tooSoon = 25_000;

/**
 * The customer of a return call was let into the room, and we were gone before Twilio had heard of it: nothing came of it but the end,
 * no word that the room was reached, nor that it was left. So short an end is taken for what it was, and the customer is rung again.
 */
function wasNeverJoined(
  { returns, since, met }: Common & Talking,
  { parted, upSince, endedAt }: Extract<CallEvent, { readonly type: "leg-ended" }>,
  now: Instant,
): boolean {
  return (
    returns !== undefined &&
    met === undefined &&
    parted === undefined &&
    upSince !== undefined &&
    since < upSince &&
    (endedAt ?? now) - since <= tooSoon
  );
}

function caller(call: Common & Talking, event: CallEvent, routing: Routing, now: Instant): Step | Going {
  const { leg, line, since } = call;
  switch (event.type) {
    case "waited":
    case "pressed":
    case "said":
    case "kept-silent":
      // Asked from within Twilio's queue, where no room can be joined: out of it, faster than the worker fetches.
      return give(call, "caller", () => [{ verb: "leave" }]);
    case "failed":
      return intoRoom({ ...call, joined: true }, "caller", call.room, [say(call, routing, "apology")]);
    case "move-failed":
      return callerGone(call, { rep: call.rep, leg, queue: line.queue }, routing, now);
    case "leg-ended":
      if (!call.joined || wasNeverJoined(call, event, now))
        return callerGone(
          withLeg(call, "caller", { ended: true }),
          { rep: call.rep, leg, queue: line.queue },
          routing,
          now,
        );
      return enterWrapUp(
        withLeg(call, "caller", { ended: true }),
        { rep: call.rep, leg, queue: line.queue, since },
        call.desk === "promise" && call.draft
          ? { asks: "promise", draft: call.draft, document: false }
          : { asks: "disposition", document: false },
        routing,
        now,
      );
    case "in-room":
      return stay({ ...call, met: true });
    case "overtaken":
      return stay(overtaken(call, event.by, event.cause, now));
    case "left":
      // Fetched by the worker, it is only Twilio's word that the queue was left, and what runs is what `moved` is given.
      return intoRoom({ ...call, joined: event.result !== "redirected" }, "caller", call.room, [
        joining(call, routing),
      ]);
    default:
      if (!asks(event)) return stay(call);
      return intoRoom(
        { ...call, joined: true, tells: false },
        "caller",
        call.room,
        call.joined ? toldToCaller(call, routing, now) : [joining(call, routing)],
      );
  }
}

function joining(call: Common & Talking, routing: Routing) {
  return say(call, routing, call.line.offer ? "joining-instead" : "joining", {
    rep: routing.reps[call.rep]?.name ?? call.rep,
  });
}

function rep(call: Common & Talking, event: CallEvent, routing: Routing, now: Instant): Step | Going {
  switch (event.type) {
    case "parted":
      return call.joined ? also(repMenu(call, routing), ...hold(call, true)) : intoRoom(call, call.leg, call.room);
    case "pressed":
      return repMenuKey(call, event.keys, event, routing, now);
    case "kept-silent":
    case "said":
      return repMenuKey(call, "", event, routing, now);
    case "recorded":
      return call.desk === "promise" ? promise(call, event, routing, now) : intoRoom(call, call.leg, call.room);
    case "ring-placed":
      return stay(withLeg(call, call.leg, { sid: event.sid }));
    case "leg-ended":
      return repGone(withLeg(call, call.leg, { ended: true }), now);
    case "moved":
      return intoRoom({ ...call, desk: "room" }, call.leg, call.room);
    default:
      return asks(event) ? intoRoom({ ...call, desk: "room" }, call.leg, call.room) : stay(call);
  }
}

/** The rep's leg ended: by hanging up, or cut off. The caller is still there, and is asked. */
function repGone(call: Call & Talking, now: Instant): Step {
  const { line, rep: who } = call;
  const freed = { do: "note-rep", rep: who, did: "freed" } as const;
  if (!call.joined) return stay(into(call, { at: "queue", line }), [freed]);
  const handledSeconds = Math.round((now - call.since) / 1_000);
  const story = [...call.story, { at: now, what: "cut-off", rep: who } as const];
  const cut = into({ ...call, story, disposition: "unsaid" }, { at: "cut-off", line, rep: who });
  return stay(cut, [
    ...redirect(call, "caller"),
    freed,
    { do: "learn", queue: line.queue, handledSeconds },
    { do: "remember", number: call.from, what: { spokeWith: who, queue: line.queue } },
  ]);
}
