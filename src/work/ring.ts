import { notCallable } from "../callback/callable.ts";
import type { Call } from "../call/call.ts";
import type { Effect } from "../call/effect.ts";
import { liveRepLegs } from "../call/ring.ts";
import type { AskingAfter } from "../call/ringing-back.ts";
import type { LegId } from "../call/verb.ts";
import type { Routing } from "../routing/routing.ts";
import type { Settled, StoredEffect } from "../store/store.ts";
import type { Placed } from "../twilio/line.ts";
import { isOver } from "../twilio/status.ts";
import type { Performing } from "./perform.ts";
import { done, settledBy, tell } from "./settle.ts";

/** No call that we place to a rep lasts longer, in seconds. */
const repTimeLimit = 4 * 3_600;

type Ring = Extract<Effect, { readonly do: "ring" | "ring-customer" }>;
/** How somebody is to be rung: on which leg, and from which number. */
type Asked = {
  readonly leg: LegId;
  readonly from: string;
  readonly timeLimit: number;
  readonly wanted: boolean;
  /** Whether to find out who answers: a person or a machine. */
  readonly identify: boolean;
};

/**
 * Rings a rep, or the customer who is called back, unless the call no longer wants it. Where it may have been done before,
 * Twilio is asked first: nobody is rung twice for one ring, and a customer's phone that rings for nothing is stopped. One
 * ring at a time to each number: what Twilio then has of calls to it is not in the middle of another ring.
 */
export async function ring(
  stored: StoredEffect,
  effect: Ring,
  call: Call | undefined,
  routing: Routing,
  p: Performing,
): Promise<Settled> {
  const to = effect.do === "ring" ? routing.reps[effect.rep]?.address : effect.to;
  if (to !== undefined) return p.oneAtATime(to, () => ringAt(to, stored, effect, p));
  const { leg } = asked(effect, call, routing);
  return tell(p, stored.of, { type: "ring-failed", leg, why: "no such rep" }).then(() => done);
}

async function ringAt(to: string, stored: StoredEffect, effect: Ring, p: Performing): Promise<Settled> {
  const { of, claims } = stored;
  const call = (await p.store.get("call", of))?.call;
  const { leg, from, wanted, timeLimit, identify } = asked(
    effect,
    call,
    call ? p.routings.of(call.routing) : p.routing,
  );
  if (!wanted && (claims === 0 || !identify)) return done;
  if (claims > 0) {
    const before = await p.line.placed({ to, from, since: effect.at });
    if (!("ok" in before)) return settledBy(before, stored, p.clock.now());
    const ours = before.ok.find(({ sid }) => !isAnothers(sid, of, leg, p));
    if (ours) return found(of, leg, ours, p);
    if (!wanted) return done;
  }
  if (effect.do === "ring-customer" && isTooLate(call, p)) {
    await tell(p, of, { type: "ring-failed", leg, why: "it is too late to ring" });
    return done;
  }
  const urls = p.urls(of);
  const reply = await p.line.ring({
    to,
    from,
    url: urls.turn({ asked: "rung", leg, turn: 0 }),
    fallbackUrl: urls.turn({ asked: "next", leg, turn: 0 }),
    statusCallback: urls.leg(leg),
    seconds: effect.seconds,
    timeLimit,
    ...(identify ? { identified: urls.identified(leg) } : {}),
  });
  if ("ok" in reply) return placed(of, leg, reply.ok.sid, p);
  if ("refused" in reply) await tell(p, of, { type: "ring-failed", leg, why: reply.refused });
  return settledBy(reply, stored, p.clock.now());
}

/** Between the decision and the dial lie a queue and a Twilio that may be down: meanwhile it may have closed, or become night. */
function isTooLate(call: Call | undefined, { routing, clock, owed }: Performing): boolean {
  const { queue, zones } = call?.at === "asking-after" ? askedAfter(call, owed) : (call?.returns?.callback ?? {});
  if (queue === undefined || zones === undefined) return false;
  return notCallable({ queue, zones }, routing, clock.now()) !== undefined;
}

/** Of a number that is not rung back any more no zone is known. */
function askedAfter({ matter: { number, line, queue } }: AskingAfter, owed: Performing["owed"]) {
  const judged = owed.judge(number, line, queue);
  return { queue, zones: judged.ok ? judged.zones : [] };
}

function asked(effect: Ring, call: Call | undefined, routing: Routing): Asked {
  if (effect.do === "ring") {
    const { leg } = effect;
    const wanted = call !== undefined && liveRepLegs(call).includes(leg) && call.legs[leg]?.sid === undefined;
    return { leg, from: routing.business.callerId, timeLimit: repTimeLimit, wanted, identify: false };
  }
  const { from } = effect;
  const wanted = (call?.at === "dialling" || call?.at === "asking-after") && call.legs.caller?.sid === undefined;
  return { leg: "caller", from, timeLimit: routing.business.outbound.timeLimit, wanted, identify: true };
}

/** Whether a call that was placed to the same number is known to be another leg's: a phone may be rung for two calls. */
function isAnothers(sid: string, of: string, leg: LegId, { board }: Performing): boolean {
  for (const { call } of board.calls())
    for (const [other, known] of Object.entries(call.legs))
      if (known?.sid === sid && (call.sid !== of || other !== leg)) return true;
  return false;
}

/** It was placed before, and may be over already, without our having been told. */
async function found(call: string, leg: LegId, { sid, status }: Placed, p: Performing): Promise<Settled> {
  const settled = await placed(call, leg, sid, p);
  if (isOver(status)) await tell(p, call, { type: "leg-ended", leg, sid, status });
  return settled;
}

/** A call that has ended meanwhile has nobody to take the ring back but us. */
async function placed(call: string, leg: LegId, sid: string, p: Performing): Promise<Settled> {
  const known = await tell(p, call, { type: "ring-placed", leg, sid });
  if (!known) await p.line.hangUp(sid);
  return done;
}
