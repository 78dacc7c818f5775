import { legal } from "./xml.ts";

// Characters of one <Say> by its voice, and of its text URL-encoded: https://www.twilio.com/docs/api/errors/13521
const mostOf = (voice: string): number =>
  voice.startsWith("Google.") ? 5000 : voice.startsWith("Polly.") ? 3000 : 4096;
const mostEncoded = 4500;
/** No UTF-16 unit is longer than this when URL-encoded. */
const longestUnit = 9;

/** How many of the first characters fit, never splitting a pair of surrogates. */
function fitting(text: string, most: number): number {
  if (text.length <= most && text.length * longestUnit <= mostEncoded) return text.length;
  let units = 0;
  let encoded = 0;
  for (const character of text) {
    encoded += encodeURIComponent(character).length;
    if (units + character.length > most || encoded > mostEncoded) return units;
    units += character.length;
  }
  return units;
}

/** The text up to its last sentence end, else up to its last space, else as it is. */
function endOfSentence(text: string): string {
  const sentences = /^[^]*[.!?…。！？](?=\s|$)/u.exec(text)?.[0];
  const words = /^[^]*\S(?=\s)/u.exec(text)?.[0];
  return sentences ?? words ?? text;
}

/**
 * What `<Say>` can speak of a text in this voice: without characters that XML cannot hold, and cut at the end of a
 * sentence where Twilio would refuse it as too long. Empty: there is nothing to say.
 */
export function speakable(text: string, voice: string): string {
  const clean = legal(text);
  if (clean.trim() === "") return "";
  const fits = fitting(clean, mostOf(voice));
  return fits === clean.length ? clean : endOfSentence(clean.slice(0, fits)).trim();
}
