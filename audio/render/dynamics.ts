/** A level in dB as a factor of amplitude. */
export function fromDecibels(decibels: number): number {
  return 10 ** (decibels / 20);
}

/** What a compressor does: levels in dBFS and dB, times in seconds. */
export type Compressor = {
  readonly threshold: number;
  readonly ratio: number;
  readonly knee: number;
  readonly attack: number;
  readonly release: number;
};

/** Evens out a loop that has always been playing: turns down what is above the threshold, gently around it. */
export function compressed(loop: Float64Array, rate: number, settings: Compressor): Float64Array {
  const follow = smoothing(0.02, rate);
  const [attack, release] = [smoothing(settings.attack, rate), smoothing(settings.release, rate)];
  let [power, gain] = [0, 0];
  const next = (value: number) => {
    power += follow * (value * value - power);
    const wanted = reduction(10 * Math.log10(power + 1e-12), settings);
    gain += (wanted < gain ? attack : release) * (wanted - gain);
    return value * fromDecibels(gain);
  };
  loop.forEach(next); // the first time round only settles the hand
  return loop.map(next);
}

/** By how many dB (negative) a level is turned down. */
function reduction(level: number, { threshold, ratio, knee }: Compressor): number {
  const over = level - threshold;
  const slope = 1 / ratio - 1;
  if (over <= -knee / 2) return 0;
  return over >= knee / 2 ? slope * over : (slope * (over + knee / 2) ** 2) / (2 * knee);
}

/** How far a one-pole follower goes towards its goal in one sample. */
function smoothing(seconds: number, rate: number): number {
  return 1 - Math.exp(-1 / (seconds * rate));
}

/**
 * Holds every sample of a loop under a ceiling (an amplitude), looking `reach` samples ahead and back: the gain is the lowest
 * that anything near needs, averaged over as many samples, so that it moves slowly and is never too late.
 */
export function limited(loop: Float64Array, ceiling: number, reach: number): Float64Array {
  const length = loop.length;
  const lowest = new Float64Array(length).fill(1);
  loop.forEach((value, at) => {
    const needed = ceiling / Math.abs(value);
    if (needed >= 1) return;
    for (let near = at - reach; near <= at + reach; near++) {
      const place = (near + length) % length;
      lowest[place] = Math.min(lowest[place] ?? 1, needed);
    }
  });
  const width = 2 * reach + 1;
  let sum = 0;
  for (let near = -reach; near <= reach; near++) sum += lowest[(near + length) % length] ?? 1;
  return loop.map((value, at) => {
    const gain = sum / width;
    sum += (lowest[(at + reach + 1) % length] ?? 1) - (lowest[(at - reach + length) % length] ?? 1);
    return value * gain;
  });
}
