import { oneOf, text, whole } from "../attribute.ts";
import type { Fault, Verb } from "../document.ts";
import { unless, type Element } from "../element.ts";
import { isBasic, languages, languagesOf } from "../voices.ts";
import { ssmlNames } from "./ssml.ts";

/** Characters as a Google voice counts them: the text with its tags. */
const withTags = (verb: Verb): number => verb.text.length + verb.children.reduce((sum, child) => sum + tags(child), 0);
const tags = (verb: Verb): number =>
  2 * verb.name.length +
  5 +
  Object.entries(verb.attributes).reduce((sum, [name, value]) => sum + name.length + value.length + 4, 0) +
  verb.children.reduce((sum, child) => sum + tags(child), 0);

/** Character limits by kind of voice: https://www.twilio.com/docs/api/errors/13521 */
function tooLong(verb: Verb, voice: string): Fault | undefined {
  const [limit, length] = voice.startsWith("Google.")
    ? [5000, withTags(verb)]
    : [voice.startsWith("Polly.") ? 3000 : 4096, verb.text.length];
  return (
    unless(length <= limit, 13521, `${length} characters are more than the ${limit} that ${voice} speaks`) ??
    unless(encodeURIComponent(verb.text).length <= 4500, 13521, "URL-encoded, the text is over 4500 characters")
  );
}

/** Speaks a text. https://www.twilio.com/docs/voice/twiml/say */
export const say: Element = {
  name: "Say",
  attributes: {
    voice: text(13511, "a voice that Twilio has", (value) => languagesOf(value) !== undefined),
    language: oneOf(13512, ...languages),
    loop: whole(13510, 0),
  },
  inGather: { 13510: 13322, 13511: 13321 },
  holds: { elements: ssmlNames, otherwise: 12200 },
  text: true,
  fault: (verb) => {
    const { voice, language } = verb.attributes;
    const speaks = voice === undefined ? undefined : languagesOf(voice);
    return (
      unless(verb.text !== "", 13520, "there is nothing to say") ??
      unless(!language || !speaks || speaks.includes(language), 13511, `${voice} does not speak ${language}`) ??
      tooLong(verb, voice ?? "man")
    );
  },
  warning: (verb) =>
    unless(
      !(verb.children.length > 0 && isBasic(verb.attributes["voice"] ?? "man")),
      0,
      "SSML is for Polly and Google voices; a basic voice does not follow it",
    ),
};
