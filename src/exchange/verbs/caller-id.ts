import type { Leg } from "../leg.ts";
import { note } from "../perform.ts";
import type { Plant } from "../plant.ts";
import type { Verb } from "../twiml/read.ts";

/**
 * Whether telephone numbers may be dialled with the caller ID a Dial names: the calling or the called number, or one of
 * the account's; a call from a client must name one. Else it is warning 13214 and the Dial fails
 * (https://www.twilio.com/docs/api/errors/13214).
 */
export function callerIdHolds(plant: Plant, leg: Leg, verb: Verb, nouns: readonly Verb[]): boolean {
  const callerId = verb.attributes["callerId"];
  const needed = leg.from.startsWith("client:");
  if (!nouns.some((noun) => noun.name === "Number") || (callerId === undefined && !needed)) return true;
  const own = [...plant.numbers.values()].map((number) => number.phoneNumber);
  if (callerId !== undefined && [...own, ...(needed ? [] : [leg.from, leg.to])].includes(callerId)) return true;
  const message = `callerId is the caller's number, the called one, or one of the account's, not ${callerId ?? "absent"}`;
  note(plant, "warning", { code: 13214, message, callSid: leg.sid, url: undefined });
  return false;
}
