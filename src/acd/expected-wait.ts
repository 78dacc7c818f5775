/** The expected wait in seconds as a range, or unknown; unknown is never spoken. */
export type Estimate = { readonly from: number; readonly to: number } | "unknown";

/** With fewer handled calls than this nothing honest can be said. */
const enough = 5;
/** Half the width of a range that holds four times in five, in standard deviations. */
const fourInFive = 1.28;

/**
 * A first, simple estimate: the caller's turn comes with the `place`-th call that ends among `reps` reps whose handle
 * times are as the last ones were. Unknown with fewer than five handled calls, or with nobody there.
 */
export function expectedWait(place: number, reps: number, handledSeconds: readonly number[]): Estimate {
  if (reps < 1 || place < 1 || handledSeconds.length < enough) return "unknown";
  const mean = handledSeconds.reduce((sum, one) => sum + one, 0) / handledSeconds.length;
  const variance = handledSeconds.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (handledSeconds.length - 1);
  const middle = (place * mean) / reps;
  const spread = (fourInFive * Math.sqrt(place * variance)) / reps;
  return { from: Math.max(middle - spread, 0), to: middle + spread };
}
