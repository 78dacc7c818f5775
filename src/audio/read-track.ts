import { loudness } from "../../audio/measure/loudness.ts";
import { measureRecording } from "../../audio/measure/recording.ts";
import { telephoneRate } from "./wav.ts";
import { trackOf } from "./entry.ts";
import { refusalOf, warningsOf } from "./judge.ts";
import { speechIn } from "./listen.ts";
import { mastered, trimmed, turned, withoutBass } from "./master.ts";
import type { Ending, Given, Progress } from "./reading.ts";
import { takeIn } from "./take-in.ts";
import { Unreadable } from "./unreadable.ts";

/** Shares of the whole work after which each part of it begins; decoding takes about as long as all the rest. */
const [mastering, measuring, judging] = [0.4, 0.6, 0.95];

/** Makes a track of an uploaded file, or says why that cannot be. Runs in a process of its own and takes its processor. */
export async function readTrack(given: Given, say: (progress: Progress) => void): Promise<Ending> {
  try {
    return await track(given, say);
  } catch (cause) {
    if (cause instanceof Unreadable) return { refusal: cause.message };
    throw cause;
  }
}

async function track({ bytes, format, from, ...names }: Given, say: (progress: Progress) => void): Promise<Ending> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset + from, bytes.byteLength - from);
  const { samples: taken, ...seen } = await takeIn(format, file, throttled(say));
  say({ state: "measuring", progress: mastering });
  const heard = withoutBass(taken);
  const source = { ...seen, loudness: loudness(heard, telephoneRate), bandPower: powerOf(heard) };
  const band = trimmed(heard, source.loudness);
  const refusal = refusalOf(source.loudness, band.length / telephoneRate);
  if (refusal !== undefined) return { refusal };
  const near = turned(band, source.loudness);
  // Speech is as plain before the peaks are limited as after, and listening takes as long as all that follows.
  const listening = speechIn(near);
  const music = mastered(near);
  say({ state: "measuring", progress: measuring });
  const others = measureRecording(music.samples, { share: 0, longestSeconds: 0 });
  say({ state: "measuring", progress: (measuring + judging) / 2 });
  const figures = { ...others, speech: await listening };
  say({ state: "measuring", progress: judging });
  return { ready: { ...trackOf(names, music, figures), figures, warnings: warningsOf(source, figures) } };
}

/** The mean square. */
function powerOf(samples: Float64Array): number {
  return samples.reduce((sum, value) => sum + value * value, 0) / samples.length;
}

/** Says each hundredth of decoding once. */
function throttled(say: (progress: Progress) => void): (share: number) => void {
  let said = -1;
  return (share) => {
    const now = Math.floor(share * 100);
    if (now === said) return;
    said = now;
    say({ state: "decoding", progress: (mastering * now) / 100 });
  };
}
