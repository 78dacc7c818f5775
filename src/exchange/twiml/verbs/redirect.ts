import { method } from "../attribute.ts";
import { unless, type Element } from "../element.ts";
import { urlFault } from "../url.ts";

/** Goes on with another document; with no text, with this one again. https://www.twilio.com/docs/voice/twiml/redirect */
export const redirect: Element = {
  name: "Redirect",
  attributes: { method: method(13710) },
  text: true,
  fault: ({ text }, { inline }) =>
    unless(text !== "" || !inline, 11100, "a document handed in has no URL to come back to") ?? urlFault(text, 11100),
};
