import { method, someOf, url } from "../attribute.ts";
import { unless, type Element } from "../element.ts";

/** A browser or app to dial, by its identity. https://www.twilio.com/docs/voice/twiml/client */
export const client: Element = {
  name: "Client",
  attributes: {
    url: url(11100),
    method: method(12200),
    statusCallback: url(11100),
    statusCallbackMethod: method(12200),
    statusCallbackEvent: someOf(12200, "initiated", "ringing", "answered", "completed"),
  },
  text: true,
  fault: ({ text }) => unless(/^[\w.@+-]{1,121}$/.test(text), 13223, `not a client's identity: ${text}`),
};
