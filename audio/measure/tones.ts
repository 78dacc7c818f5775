import { power, tonePower } from "./goertzel.ts";

/** Tones by which machines know each other, in Hz: what hears one may switch the line to data or its echo canceller off. */
export const machineTones = [
  { name: "the calling tone of a fax (1100 Hz)", hertz: 1100, tolerance: 38 },
  { name: "the answering tone of a fax or modem (2100 Hz)", hertz: 2100, tolerance: 21 },
] as const;

/** How far a machine's tone may be from its frequency, in Hz, and still count (ITU-T T.30, V.25, G.164). */
export type Tone = { readonly hertz: number; readonly tolerance: number };

/**
 * Seconds for which a recording longest holds one tone alone: blocks of 20 ms every 10 ms that are louder than −45 dBFS and
 * have seven tenths of their power there. Machines listen for 0.2 s or more before they believe it.
 */
export function longestTone(samples: Float64Array, rate: number, { hertz, tolerance }: Tone): number {
  const length = Math.round(rate / 50);
  const hop = length / 2;
  // A block of 20 ms hears about 15 Hz to either side, so that three filters cover a tolerance of 38.
  const filters = [hertz - tolerance * 0.7, hertz, hertz + tolerance * 0.7];
  let [run, longest] = [0, 0];
  for (let from = 0; from + length <= samples.length; from += hop) {
    const all = power(samples, from, length);
    const held = filters.some((filter) => tonePower(samples, from, length, filter, rate) > 0.7 * all);
    run = held && all > 10 ** -4.5 ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest === 0 ? 0 : ((longest + 1) * hop) / rate;
}
