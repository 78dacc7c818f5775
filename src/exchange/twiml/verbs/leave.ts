import type { Element } from "../element.ts";

/** Takes the waiting call out of its queue. https://www.twilio.com/docs/voice/twiml/leave */
export const leave: Element = { name: "Leave", attributes: {} };
