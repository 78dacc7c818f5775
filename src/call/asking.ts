import { nothingOwed } from "../callback/owed.ts";
import type { CallEvent, House, Standing } from "./event.ts";
import type { LegId } from "./verb.ts";

/** The events after which Twilio waits for a document. An empty one would end the leg. */
export type Asking = Exclude<
  CallEvent,
  {
    readonly type:
      | "calling-back"
      | "asking-after"
      | "called-off"
      | "began-ringing"
      | "identified"
      | "in-room"
      | "leg-ended"
      | "assigned"
      | "overtaken"
      | "ring-placed"
      | "ring-failed"
      | "move-failed"
      | "woke";
  }
>;

const silent = new Set<CallEvent["type"]>([
  "calling-back",
  "asking-after",
  "called-off",
  "began-ringing",
  "identified",
  "in-room",
  "leg-ended",
  "assigned",
  "overtaken",
  "ring-placed",
  "ring-failed",
  "move-failed",
  "woke",
]);

/** Whether Twilio waits for a document after this event. */
export function asks(event: CallEvent): event is Asking {
  return !silent.has(event.type);
}

/** The events with what came of a question. */
type Answer = Extract<CallEvent, { readonly type: "pressed" | "said" | "kept-silent" }>;

/** Whether a leg has answered a question, or was silent to it. */
export function isAnswer(event: CallEvent): event is Answer {
  return event.type === "pressed" || event.type === "said" || event.type === "kept-silent";
}

/** The leg an event is about; the caller's where it names none. */
export function legIn(event: CallEvent): LegId {
  return "leg" in event ? event.leg : "caller";
}

const emptyHouse: House = { queues: {}, tracks: {}, interludes: [], there: [], durable: false, owed: nothingOwed };

/** The state of the house that an event brought, or an empty one. */
export function houseOf(event: CallEvent): House {
  return "house" in event ? event.house : emptyHouse;
}

/** Where the caller stands, as far as the event tells. */
export function standingOf(event: CallEvent): Standing | undefined {
  return "standing" in event ? event.standing : undefined;
}
