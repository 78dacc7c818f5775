import { Worker } from "node:worker_threads";
import type { Speech } from "../../audio/measure/speech.ts";
import { telephoneRate } from "./wav.ts";

/** Music that is longer is listened to in two halves at once. */
const long = 60 * telephoneRate;

/** What the second half hears of the first, to know what it is in; no run that is shorter is cut by the halving. */
const leadIn = 4 * telephoneRate;

/** Listens for speech in threads of their own, for that takes as long as all other measurements together. */
export async function speechIn(samples: Float64Array): Promise<Speech> {
  if (samples.length < long) return heardIn(samples);
  const half = Math.round(samples.length / 2);
  const halves = [samples.subarray(0, half), samples.subarray(half - leadIn)];
  const heard = await Promise.all(halves.map(heardIn));
  const seconds = halves.map(({ length }) => length / telephoneRate);
  const spoken = heard.reduce((sum, { share }, i) => sum + share * (seconds[i] ?? 0), 0);
  return {
    share: spoken / seconds.reduce((sum, each) => sum + each, 0),
    longestSeconds: Math.max(...heard.map(({ longestSeconds }) => longestSeconds)),
  };
}

function heardIn(samples: Float64Array): Promise<Speech> {
  // A view would be copied with all that it is a view of.
  const worker = new Worker(new URL("listen-worker.ts", import.meta.url), { workerData: samples.slice() });
  return new Promise((resolve, reject) => worker.once("message", resolve).once("error", reject));
}
