import { whole } from "../attribute.ts";
import type { Element } from "../element.ts";

/** Waits in silence, `length` in seconds. https://www.twilio.com/docs/voice/twiml/pause */
export const pause: Element = { name: "Pause", attributes: { length: whole(13910, 1) } };
