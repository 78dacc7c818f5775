import type { Call } from "./call.ts";
import type { CallEvent } from "./event.ts";
import { legOf } from "./step.ts";

/**
 * What makes a webhook the same webhook: the leg, what was asked, and the turn it answers. A repeat gets the same
 * answer. `undefined`: an event that Twilio does not wait on, or that is welcome as often as it comes.
 */
export function keyOf(event: CallEvent): string | undefined {
  if (event.type === "arrived") return "caller/arrived";
  if (event.type === "rung") return `${event.leg}/rung`;
  if (!("turn" in event)) return undefined;
  const asked =
    event.type === "pressed" || event.type === "said" || event.type === "kept-silent" ? "answered" : event.type;
  return `${event.leg}/${asked}/${event.turn}`;
}

/**
 * Whether the event answers a document that the leg has left behind, or begins a leg that has begun: too late to change
 * anything. Asked of a leg that was given a document before.
 */
export function isStale(call: Call, event: CallEvent): boolean {
  if (event.type === "arrived") return true;
  if (event.type === "rung") return legOf(call, event.leg).sid === event.sid;
  if (!("turn" in event) || event.type === "held" || event.type === "moved") return false;
  const { turn, outer } = legOf(call, event.leg);
  return event.turn !== (event.type === "left" || event.type === "parted" ? outer : turn);
}
