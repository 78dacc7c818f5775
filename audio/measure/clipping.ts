/** Samples in a row at the top that make a flat place: a wave that was not cut off is there for one or two. */
const flat = 3;

/**
 * How many flat tops a recording has: runs of three or more samples within 0.3 dB (one step of mu-law) of its own highest, on one
 * side. A wave that was driven into a limit, at whatever level it was stored later, has many each second.
 */
export function flatTops(samples: Float64Array): number {
  const highest = samples.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const limit = highest * 10 ** (-0.3 / 20);
  if (highest === 0) return 0;
  let [tops, run, side] = [0, 0, 0];
  for (const value of samples) {
    const now = Math.abs(value) >= limit ? Math.sign(value) : 0;
    run = now !== 0 && now === side ? run + 1 : 1;
    side = now;
    if (side !== 0 && run === flat) tops++;
  }
  return tops;
}
