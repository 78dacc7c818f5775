import { oneOf } from "../attribute.ts";
import { unless, type Element } from "../element.ts";

/** Refuses an arriving call before it is answered. https://www.twilio.com/docs/voice/twiml/reject */
export const reject: Element = {
  name: "Reject",
  attributes: { reason: oneOf(13810, "rejected", "busy") },
  fault: (_verb, { index }) => unless(index === 0, 13810, "a call is refused by the first verb or not at all"),
};
