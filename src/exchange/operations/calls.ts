import { end, hangUp } from "../progress.ts";
import { callRecord, isOver, type Leg } from "../leg.ts";
import { placeCall, redirectCall } from "../outgoing.ts";
import type { Plant } from "../plant.ts";
import { RestFault, type Switchboard } from "../switchboard.ts";
import type { CallChange, CallFilter } from "../records/call.ts";
import { found } from "./missing.ts";

type Calls = Pick<Switchboard, "createCall" | "fetchCall" | "listCalls" | "updateCall" | "deleteCall">;

/** Calls, as REST has them. */
export function callOperations(plant: Plant): Calls {
  const legOf = (sid: string) => found(plant.legs.get(sid), `/Calls/${sid}.json`);
  const show = (leg: Leg) => callRecord(leg, plant.clock.now());
  return {
    createCall: (order) => show(placeCall(plant, order)),
    fetchCall: (sid) => show(legOf(sid)),
    listCalls(filter) {
      return [...plant.legs.values()]
        .filter((leg) => passes(leg, filter))
        .reverse()
        .map(show);
    },
    updateCall(sid, change) {
      const leg = legOf(sid);
      if (isOver(leg)) throw new RestFault(400, 21220, "Call is not in-progress. Cannot redirect.");
      apply(plant, leg, change);
      return show(leg);
    },
    deleteCall(sid) {
      if (!isOver(legOf(sid))) throw new RestFault(409, 20409, "A call that is not finished cannot be deleted.");
      plant.legs.delete(sid);
    },
  };
}

function passes(leg: Leg, filter: CallFilter): boolean {
  const startedAt = leg.startedAt ?? leg.createdAt;
  return (
    (filter.to === undefined || leg.to === filter.to) &&
    (filter.from === undefined || leg.from === filter.from) &&
    (filter.parentCallSid === undefined || leg.parent?.sid === filter.parentCallSid) &&
    (filter.status === undefined || leg.status === filter.status) &&
    (filter.startedAfter === undefined || startedAt >= filter.startedAfter) &&
    (filter.startedBefore === undefined || startedAt < filter.startedBefore)
  );
}

function apply(plant: Plant, leg: Leg, change: CallChange) {
  if (change.fallback) leg.fallback = change.fallback;
  if (change.statusCallback) leg.statusCallback = { ...change.statusCallback, events: ["completed"] };
  if (change.timeLimit !== undefined)
    leg.life.onStop(plant.clock.after(change.timeLimit * 1000, () => end(plant, leg, "completed", "time limit")));
  if (change.status === "canceled") cancel(plant, leg);
  else if (change.status === "completed") finish(plant, leg);
  else if (change.run) redirectCall(plant, leg, change.run);
}

/** Only what is queued or rings can be canceled; a call that is answered goes on, as Twilio leaves it. */
function cancel(plant: Plant, leg: Leg) {
  if (leg.answeredAt !== undefined) return;
  // A call canceled while queued never was on its way: nobody is told.
  if (leg.status === "queued") leg.statusCallback = undefined;
  end(plant, leg, "canceled", "canceled by REST");
}

function finish(plant: Plant, leg: Leg) {
  if (leg.answeredAt === undefined) cancel(plant, leg);
  else hangUp(plant, leg, "completed by REST");
}
