import type { Call } from "../call/call.ts";
import type { Effect } from "../call/effect.ts";
import type { CallEvent } from "../call/event.ts";
import { liveRepLegs } from "../call/ring.ts";
import type { LegId } from "../call/verb.ts";
import type { Routing } from "../routing/routing.ts";
import type { Settled, StoredEffect } from "../store/store.ts";
import type { PhoneLine } from "../twilio/line.ts";
import type { CallUrls } from "../twilio/urls.ts";
import type { Reply } from "../twilio/reply.ts";
import { performCallback, type PerformingCallbacks } from "./perform-callback.ts";
import { learn, noteRep, remember, review } from "./memory.ts";
import type { Routings } from "./routings.ts";

export type Performing = PerformingCallbacks & {
  readonly line: PhoneLine;
  readonly routings: Routings;
  readonly urls: (call: string) => CallUrls;
};

/** No call that we place lasts longer, in seconds. */
const timeLimit = 4 * 3_600;
/** While nothing can be made durable, texts about return calls are looked at again so often, in milliseconds. */
const whileFailing = 30_000;
/** A text that cannot be sent for so long is given up, in milliseconds. */
const textWithin = 3_600_000;
const done: Settled = { outcome: "done" };

/** Performs one effect, and says how it ended. What Twilio says of a leg reaches the call as an event. */
export async function perform(stored: StoredEffect, p: Performing): Promise<Settled> {
  const { effect, of } = stored;
  const call = stored.kind === "call" ? (await p.store.get("call", of))?.call : undefined;
  const routing = call ? p.routings.of(call.routing) : p.routings.inForce;
  const now = p.clock.now();
  switch (effect.do) {
    case "ring":
      return ring(stored, effect, call, routing, p);
    case "hang-up":
      return settledBy(await p.line.hangUp(effect.sid), stored, now);
    case "redirect": {
      const reply = await p.line.redirect(
        effect.sid,
        p.urls(of).turn({ asked: "next", leg: effect.leg, turn: turnOf(call, effect.leg) }),
      );
      if ("gone" in reply)
        await tell(p, of, { type: "leg-ended", leg: effect.leg, sid: effect.sid, status: "completed" });
      return settledBy(reply, stored, now);
    }
    case "dequeue":
      return dequeue(stored, effect.queue, call, p);
    case "hold": {
      const reply = await p.line.hold(
        effect.room,
        effect.sid,
        effect.on,
        p.urls(of).turn({ asked: "held", leg: "caller", turn: effect.turn }),
      );
      return settledBy(reply, stored, now);
    }
    case "text": {
      // A receipt is a promise, too: none is sent while nothing can be kept.
      if (stored.kind === "callback" && p.store.condition().state !== "ok")
        return { outcome: "retry", at: now + whileFailing };
      const reply = await p.line.text(effect);
      return "later" in reply && now - stored.dueAt > textWithin
        ? { outcome: "gave-up", why: reply.later }
        : settledBy(reply, stored, now);
    }
    case "remember":
      return remember(p.store, effect, routing, now).then(() => done);
    case "note-rep":
      return noteRep(p.store, effect, routing, now).then(() => done);
    case "learn":
      return learn(p.store, effect).then(() => done);
    case "review":
      return review(p.store, stored.id, effect, of, routing, now).then(() => done);
    case "wake":
      if (stored.kind === "callback") return performCallback(stored, effect, p);
      return tell(p, of, { type: "woke", why: effect.why }).then(() => done);
    case "tell-callback":
      throw new Error("what a call tells a callback is decided with the call, and never stored");
    default:
      return performCallback(stored, effect, p);
  }
}

async function tell({ calls }: Performing, call: string, event: CallEvent): Promise<boolean> {
  const { known } = await calls.tell(call, () => event);
  return known;
}

function turnOf(call: Call | undefined, leg: LegId): number {
  return call?.legs[leg]?.turn ?? 0;
}

/** How a reply settles an effect: what is gone needs nothing more, what may do better later is tried again then. */
export function settledBy(reply: Reply<unknown>, { claims }: Pick<StoredEffect, "claims">, now: number): Settled {
  if ("later" in reply) return { outcome: "retry", at: now + (reply.afterMs ?? Math.min(1_000 * 2 ** claims, 30_000)) };
  return "refused" in reply ? { outcome: "gave-up", why: reply.refused } : done;
}

type Ring = Extract<Effect, { readonly do: "ring" }>;

/**
 * Rings a rep, unless the call no longer wants it. Where it may have been done before, Twilio is asked first: nobody
 * is rung twice for one ring.
 */
async function ring(
  stored: StoredEffect,
  { leg, rep, seconds }: Ring,
  call: Call | undefined,
  routing: Routing,
  p: Performing,
): Promise<Settled> {
  const to = routing.reps[rep]?.address;
  if (!call || !liveRepLegs(call).includes(leg) || call.legs[leg]?.sid !== undefined) return done;
  if (to === undefined) return tell(p, stored.of, { type: "ring-failed", leg, why: "no such rep" }).then(() => done);
  if (stored.claims > 0) {
    const before = await p.line.placed({ to, since: stored.dueAt });
    if (!("ok" in before)) return settledBy(before, stored, p.clock.now());
    const [found] = before.ok;
    if (found) return placed(stored.of, leg, found.sid, p);
  }
  const reply = await p.line.ring({
    to,
    from: routing.business.callerId,
    url: p.urls(stored.of).turn({ asked: "rung", leg, turn: 0 }),
    fallbackUrl: p.urls(stored.of).turn({ asked: "next", leg, turn: 0 }),
    statusCallback: p.urls(stored.of).leg(leg),
    seconds,
    timeLimit,
  });
  if ("ok" in reply) return placed(stored.of, leg, reply.ok.sid, p);
  if ("refused" in reply) await tell(p, stored.of, { type: "ring-failed", leg, why: reply.refused });
  return settledBy(reply, stored, p.clock.now());
}

/** A call that has ended meanwhile has nobody to take the ring back but us. */
async function placed(call: string, leg: LegId, sid: string, p: Performing): Promise<Settled> {
  const known = await tell(p, call, { type: "ring-placed", leg, sid });
  if (!known) await p.line.hangUp(sid);
  return done;
}

/**
 * Fetches a caller who has not come by now out of Twilio's queue; one who is not in it is moved from wherever the leg
 * is.
 */
async function dequeue(stored: StoredEffect, queue: string, call: Call | undefined, p: Performing): Promise<Settled> {
  if (call?.at !== "talking" || call.joined) return done;
  const url = p.urls(call.sid).turn({ asked: "next", leg: "caller", turn: turnOf(call, "caller") });
  const first = await p.line.dequeue(queue, call.sid, url);
  const reply = "gone" in first ? await p.line.redirect(call.sid, url) : first;
  if ("gone" in reply || "refused" in reply)
    await tell(p, call.sid, { type: "move-failed", leg: "caller", why: "gone" });
  return settledBy(reply, stored, p.clock.now());
}
