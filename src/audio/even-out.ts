/** Levels in dBov above which music is held back, and by how much of what is above. */
const [threshold, ratio] = [-24, 2.5];

/** How fast a level is followed up and down, in seconds: slow enough that no beat pumps. */
const [rise, fall] = [0.05, 0.8];

/**
 * Evens out loud and soft passages of music that is near −22 dBov, as a hand on a fader would: what is played down a telephone
 * must not be lost in a passage, nor startle after it. Samples at 8 kHz.
 */
export function evenedOut(samples: Float64Array, rate: number): Float64Array {
  const [up, down] = [1 - Math.exp(-1 / (rise * rate)), 1 - Math.exp(-1 / (fall * rate))];
  let power = 0;
  return samples.map((value) => {
    const now = value * value;
    power += (now > power ? up : down) * (now - power);
    const above = 10 * Math.log10(power + 1e-12) - threshold;
    return above > 0 ? value * 10 ** ((-above * (1 - 1 / ratio)) / 20) : value;
  });
}
