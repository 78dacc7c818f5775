import type { Element } from "../element.ts";

/** Ends the call. https://www.twilio.com/docs/voice/twiml/hangup */
export const hangup: Element = { name: "Hangup", attributes: {} };
