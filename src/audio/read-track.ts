import { Worker } from "node:worker_threads";
import { loudness } from "../../audio/measure/loudness.ts";
import { measureRecording } from "../../audio/measure/recording.ts";
import type { Speech } from "../../audio/measure/speech.ts";
import { telephoneRate } from "../web/wav.ts";
import { trackOf } from "./entry.ts";
import { refusalOf, warningsOf } from "./judge.ts";
import { mastered, trimmed, withoutBass } from "./master.ts";
import type { Ending, Given, Progress } from "./reading.ts";
import { takeIn } from "./take-in.ts";
import { Unreadable } from "./unreadable.ts";

/** Shares of the whole work after which each part of it begins; decoding takes about as long as all the rest. */
const [mastering, measuring, judging] = [0.4, 0.6, 0.95];

/** Makes a track of an uploaded file, or says why that cannot be. Runs in a thread of its own and takes its processor. */
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
  const music = mastered(band);
  say({ state: "measuring", progress: measuring });
  const listening = speechIn(music.samples);
  const others = measureRecording(music.samples, { share: 0, longestSeconds: 0 });
  say({ state: "measuring", progress: (measuring + judging) / 2 });
  const figures = { ...others, speech: await listening };
  say({ state: "measuring", progress: judging });
  return { ready: { ...trackOf(names, music, figures), figures, warnings: warningsOf(source, figures) } };
}

/** Listens for speech in another thread meanwhile, for it takes as long as all else together. */
function speechIn(samples: Float64Array): Promise<Speech> {
  const worker = new Worker(new URL("listen-worker.ts", import.meta.url), { workerData: samples });
  return new Promise((resolve, reject) => worker.once("message", resolve).once("error", reject));
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
