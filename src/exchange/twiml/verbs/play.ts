import { matching, whole } from "../attribute.ts";
import { unless, type Element } from "../element.ts";
import { urlFault } from "../url.ts";

/** Plays a recording, or keys as tones. https://www.twilio.com/docs/voice/twiml/play */
export const play: Element = {
  name: "Play",
  attributes: {
    loop: whole(13410, 0),
    digits: matching(13430, /^[0-9A-D#*wW]+$/, "keys 0-9 A-D # * and pauses w W"),
  },
  text: true,
  fault: ({ attributes, text }, { parent }) =>
    unless(attributes["digits"] === undefined || parent !== "Gather", 13320, "no digits are played in a Gather") ??
    unless(text !== "" || attributes["digits"] !== undefined, 11100, "there is nothing to play") ??
    urlFault(text, 11100),
};
