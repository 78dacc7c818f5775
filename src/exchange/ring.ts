import { end, report } from "./progress.ts";
import { setStatus, isOver, openLeg, type Leg, type Pickup } from "./leg.ts";
import type { Plant } from "./plant.ts";
import type { CallDirection, StatusCallback } from "./records/call.ts";

/** Ringing somebody. */
export type Outgoing = {
  readonly to: string;
  readonly from: string;
  readonly direction: Exclude<CallDirection, "inbound">;
  readonly parent?: Leg | undefined;
  readonly statusCallback?: StatusCallback | undefined;
};

/** A call that is to be rung: queued where it came by REST, else about to be. */
export function openOutgoing(plant: Plant, order: Outgoing): Leg {
  const leg = openLeg(plant.clock, {
    sid: plant.post.chance.sid("CA"),
    parent: order.parent,
    direction: order.direction,
    from: order.from,
    to: order.to,
    address: order.to,
    callerName: undefined,
    status: order.direction === "outbound-api" ? "queued" : "initiated",
  });
  leg.statusCallback = order.statusCallback;
  leg.phoneNumberSid = [...plant.numbers.values()].find((number) => number.phoneNumber === order.from)?.sid;
  plant.legs.set(leg.sid, leg);
  return leg;
}

/**
 * Rings the telephone for so many seconds; answers when it was picked up, and ends the call when it was not. Twilio adds
 * up to five seconds in some flows and does not say in which; here the timeout is exact.
 */
export async function ring(plant: Plant, leg: Leg, seconds: number): Promise<Pickup> {
  leg.startedAt = plant.clock.now();
  setStatus(plant.clock, leg, "initiated");
  report(plant, leg, "initiated");
  const handset = plant.handset(leg.address);
  if (handset.line !== "free") {
    leg.pickup.give(handset.line === "busy" ? "busy" : "failed");
  } else {
    setStatus(plant.clock, leg, "ringing");
    report(plant, leg, "ringing");
    const limit = Math.min(seconds * 1000, plant.ringsForMs ?? Infinity);
    const stop = plant.clock.after(limit, () => leg.pickup.give("no-answer"));
    leg.life.onStop(stop);
    void leg.pickup.given.then(stop);
    handset.ring(leg);
  }
  const pickup = await leg.pickup.given;
  if (pickup !== "answered" && !isOver(leg)) end(plant, leg, pickup, pickup);
  return isOver(leg) ? (pickup === "answered" ? "canceled" : pickup) : pickup;
}

/** Somebody picks up a telephone that rings. */
export function pickUp(plant: Plant, leg: Leg): void {
  if (leg.pickup.full || leg.status !== "ringing") return;
  leg.answeredAt = plant.clock.now();
  leg.pickup.give("answered");
  setStatus(plant.clock, leg, "in-progress");
  report(plant, leg, "answered");
}
