import { readNetwork, speechLikelihoods, step, type Network } from "./silero.ts";

/** How much of a recording is speech: its share of the time, 0–1, and the longest unbroken run in seconds. */
export type Speech = { readonly share: number; readonly longestSeconds: number };

let network: Network | undefined;

/**
 * Listens for somebody speaking, alone or over music, in samples at 8 kHz (−1…1, or 16-bit integers), by Silero VAD. It takes
 * about a second a minute; speech that lies 6 dB or more under music is not found.
 */
export function speechShare(samples: Float64Array | Int16Array): Speech {
  network ??= readNetwork();
  const sound = samples instanceof Int16Array ? Float64Array.from(samples, (value) => value / 32_768) : samples;
  const spoken = speechLikelihoods(sound, network).map((likelihood) => likelihood > 0.5);
  let [run, longest] = [0, 0];
  for (const speaks of spoken) {
    run = speaks ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  const share = spoken.filter(Boolean).length / Math.max(1, spoken.length);
  return { share, longestSeconds: (longest * step) / 8000 };
}
