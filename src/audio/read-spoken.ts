import { loudness } from "../../audio/measure/loudness.ts";
import { loudnessOf } from "../../audio/measure/rules.ts";
import { spokenRefusalOf, spokenWarningsOf } from "./judge.ts";
import { mastered, trimmed, turned, withoutBass } from "./master.ts";
import type { Given, Progress, SpokenEnding } from "./reading.ts";
import { takeIn } from "./take-in.ts";
import { Unreadable } from "./unreadable.ts";
import { emptyMuLawWav, telephoneRate } from "./wav.ts";

/** So many dB under its loudness there is no speech: softer than the last breath of a word. */
const breath = 45;

/** Makes a prompt of an uploaded recording, as loud as announcements are, or says why that cannot be. Runs in a process of its own. */
export async function readSpoken(given: Given, say: (progress: Progress) => void): Promise<SpokenEnding> {
  try {
    return await spoken(given, say);
  } catch (cause) {
    if (cause instanceof Unreadable) return { refusal: cause.message };
    throw cause;
  }
}

async function spoken({ bytes, format, from }: Given, say: (progress: Progress) => void): Promise<SpokenEnding> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset + from, bytes.byteLength - from);
  const { samples, ...seen } = await takeIn(format, file, (share) => say({ state: "decoding", progress: share / 2 }));
  say({ state: "measuring", progress: 0.5 });
  const heard = withoutBass(samples);
  const source = { ...seen, loudness: loudness(heard, telephoneRate), bandPower: seen.power };
  const words = trimmed(heard, source.loudness, breath);
  const seconds = words.length / telephoneRate;
  const refusal = spokenRefusalOf(source.loudness, seconds);
  if (refusal !== undefined) return { refusal };
  const target = loudnessOf.announcement;
  const { sound } = mastered(turned(words, source.loudness, target), target);
  const { wav, sound: place } = emptyMuLawWav(sound.length);
  place.set(sound);
  return { spoken: { wav, seconds, loudness: source.loudness, warnings: spokenWarningsOf(source) } };
}
