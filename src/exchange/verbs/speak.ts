import { DocumentFault, resolveUrl, type RunVerb, type Stage } from "../plant.ts";
import { playUrl } from "../sound.ts";

/** Twilio ends an endless loop after this many. */
const mostLoops = 1000;
const loops = (loop: string | undefined) => (loop === "0" ? mostLoops : Math.min(mostLoops, Number(loop ?? 1)));

/** Milliseconds it takes to say something: two and a half words a second, never under 0.4 s. */
export function sayingTakes(words: string): number {
  const count = words.trim() === "" ? 0 : words.trim().split(/\s+/).length;
  return Math.max(400, count * 400);
}

/** `<Say>`: reads a text aloud. */
export const say: RunVerb = async (stage, verb) => {
  const text = verb.text.replace(/\s+/g, " ").trim();
  const { language, voice, loop } = verb.attributes;
  for (let times = loops(loop); times > 0; times--) {
    const done = stage.leg.ear.hear({
      kind: "say",
      text,
      ...(language === undefined ? {} : { language }),
      ...(voice === undefined ? {} : { voice }),
    });
    await lasting(stage, done, sayingTakes(text));
  }
  return "next";
};

/** `<Play>`: plays a sound, or the tones of `digits`. */
export const play: RunVerb = async (stage, verb, document) => {
  const { digits, loop } = verb.attributes;
  if (digits !== undefined) {
    for (let times = loops(loop); times > 0; times--) await sendTones(stage, digits);
    return "next";
  }
  const url = resolveUrl(document, verb.text.trim());
  if (url === undefined)
    throw new DocumentFault({ code: 11100, message: `no URL to play: ${verb.text}` }, document.url);
  await playUrl(stage, url, loops(loop));
  return "next";
};

/** Tones, half a second each as long as `w`; `W` is a second. */
export async function sendTones(stage: Pick<Stage, "leg" | "scope">, digits: string): Promise<void> {
  const [tones, waits] = [digits.replace(/[wW]/g, ""), digits.replace(/[^wW]/g, "")];
  const ms = tones.length * 200 + waits.split("").reduce((sum, wait) => sum + (wait === "W" ? 1000 : 500), 0);
  await lasting(stage, stage.leg.ear.hear({ kind: "tones", text: tones }), ms);
}

/** `<Pause>`: silence of so many seconds. */
export const pause: RunVerb = async (stage, verb) => {
  await lasting(stage, stage.leg.ear.hear({ kind: "pause" }), Number(verb.attributes["length"] ?? 1) * 1000);
  return "next";
};

/** Waits out something heard; it is cut when the scope is stopped. */
export async function lasting(stage: Pick<Stage, "scope">, done: (cut?: boolean) => void, ms: number): Promise<void> {
  try {
    await stage.scope.sleep(ms);
  } finally {
    done(stage.scope.stopped !== undefined);
  }
}
