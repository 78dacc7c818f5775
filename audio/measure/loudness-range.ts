import { inLufs, kWeighted, mean, powersOf } from "./loudness.ts";

/**
 * Loudness range in LU by EBU Tech 3342: of the loudness of 3 s every 100 ms, gated at −70 LUFS and then at 20 LU below what is
 * left, the distance from the 10th to the 95th percentile. What is shorter than 3 s has none: 0.
 */
export function loudnessRange(samples: Float64Array, rate: number): number {
  const audible = powersOf(kWeighted(samples, rate), rate, 3).filter((power) => inLufs(power) > -70);
  const gate = inLufs(mean(audible)) - 20;
  const levels = audible
    .map(inLufs)
    .filter((level) => level > gate)
    .sort((a, b) => a - b);
  return levels.length === 0 ? 0 : percentile(levels, 0.95) - percentile(levels, 0.1);
}

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.round(share * (sorted.length - 1))] ?? 0;
}
