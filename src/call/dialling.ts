import { rulesOf } from "../callback/schedule.ts";
import type { Instant, Routing } from "../routing/routing.ts";
import { agree } from "./agreeing.ts";
import { asks } from "./asking.ts";
import type { Call, Common } from "./call.ts";
import type { Approach, Companion, Dialling } from "./ringing-back.ts";
import { companion } from "./companion.ts";
import type { Effect } from "./effect.ts";
import type { CallEvent } from "./event.ts";
import { greet } from "./greeting.ts";
import { freed, fruitless, machineAnswered } from "./fruitless.ts";
import { part } from "./parting.ts";
import { accounted, tellReturn } from "./returning.ts";
import { intoRoom } from "./room.ts";
import { sayToRep } from "./speech.ts";
import { also, hangUp, into, legOf, stay, withLeg, type StateOf, type Step } from "./step.ts";

/** Twilio may take so much longer than the phone rings until it tells how that went, in milliseconds. */
const tellsWithin = 60_000;

/** How an attempt ended that nobody picked up, by Twilio's word for it. */
const endings: Readonly<Record<string, "busy" | "unanswered" | "not-placed">> = {
  busy: "busy",
  failed: "not-placed",
  canceled: "not-placed",
};

/**
 * The customer is rung back; where a rep was rung first, the rep waits in the room meanwhile.
 *
 * at dialling  the customer picks up               → greeting; agreeing, where it is asked first whether it suits
 *              busy, no answer, failed             → parting: a try; the rep hears so
 *              the rep hangs up                    → the phone stops ringing, end: the next rep is found
 *              Twilio could not be asked to ring   → parting: no try
 *              it is called off                    → the phone stops ringing, parting
 */
export const dialling: StateOf<Dialling> = (call, event, routing, now) =>
  companion(call, event, (alone, rep) => dropped(alone, rep, now)) ?? customer(call, event, routing, now);

function customer(call: Common & Dialling, event: CallEvent, routing: Routing, now: Instant): Step {
  switch (event.type) {
    case "ring-placed":
      return stay(withLeg(call, "caller", { sid: event.sid }));
    case "began-ringing":
      return stay(withLeg(call, "caller", { sid: event.sid }), tellReturn(call, { type: "rung" }));
    case "rung":
      return also(
        answered(withLeg(call, "caller", { sid: event.sid }), routing),
        ...tellReturn(call, { type: "rung" }),
      );
    case "identified":
      return event.as === "machine" || event.as === "fax" ? machineAnswered(call, event.as, now) : stay(call);
    case "ring-failed":
      return fruitless(withLeg(call, "caller", { ended: true }), "not-placed", now);
    case "leg-ended":
      return fruitless(withLeg(call, "caller", { ended: true }), endings[event.status] ?? "unanswered", now);
    case "woke":
      return event.why === "dial" ? overdue(call, now) : stay(call);
    case "called-off":
      return also(part(accounted(call), event.why, call.with, now), ...freed(call.with));
    default:
      return asks(event) ? answered(call, routing) : stay(call);
  }
}

/** Nobody waits for a customer who was rung first, and no rep is used for a number that somebody else gave, unasked. */
function answered(call: Common & Dialling, routing: Routing): Step {
  const { how, with: rep } = call;
  return how === "first" || call.returns?.callback.confirm ? agree(call, rep, routing) : greet(call, how, rep, routing);
}

/** Rings the customer, from the line that was dialled; a rep who is `with` us goes into the room. */
export function dial(call: Common, how: Approach, rep: Companion | undefined, routing: Routing, now: Instant): Step {
  const seconds = rulesOf({ queue: queueOf(call) }, routing).ringFor;
  const from = routing.lines.some(({ number }) => number === call.to) ? call.to : routing.business.callerId;
  const at = into(call, { at: "dialling", how, ...(rep ? { with: rep } : {}) });
  const dialled = withLeg(at, "caller", {});
  const effects: Effect[] = [
    { do: "ring-customer", to: call.from, from, seconds, at: now },
    { do: "wake", at: now + seconds * 1_000 + tellsWithin, why: "dial" },
  ];
  if (!rep) return stay(dialled, effects);
  return intoRoom(dialled, rep.leg, call.sid, [sayToRep(routing, rep.rep, "ringing-customer")], effects);
}

/** The rep has gone, and the customer is not there yet: somebody else is found before the phone rings again. */
function dropped(call: Call, rep: Companion, now: Instant): Step {
  const step = part(accounted(call), "declined", rep, now);
  return also(step, ...tellReturn(call, { type: "rep-declined", rep: rep.rep, how: "missed" }), ...freed(rep));
}

/** The phone has rung longer than it ever should: Twilio's word on it was lost, or Twilio could never be asked. */
function overdue(call: Common & Dialling, now: Instant): Step {
  if (legOf(call, "caller").sid !== undefined)
    return also(fruitless(call, "unanswered", now), ...hangUp(call, "caller"));
  const step = part(accounted(call), "not-placed", call.with, now);
  return also(step, ...tellReturn(call, { type: "lost" }), ...freed(call.with));
}

function queueOf({ returns }: Common): string {
  return returns?.callback.queue ?? "";
}
