/**
 * The power (mean square) of one frequency in a stretch of samples, by Goertzel's recurrence; a sine that fills the stretch gives
 * half the square of its amplitude. Frequency and rate in Hz; what lies past the end counts as silence.
 */
export function tonePower(samples: Float64Array, from: number, length: number, hertz: number, rate: number): number {
  const feedback = 2 * Math.cos((2 * Math.PI * hertz) / rate);
  let [last, before] = [0, 0];
  for (let i = from; i < from + length; i++) {
    const next = (samples[i] ?? 0) + feedback * last - before;
    before = last;
    last = next;
  }
  const squared = last * last + before * before - feedback * last * before;
  return (2 * squared) / (length * length);
}

/** The mean square of a stretch of samples; what lies past the end counts as silence. */
export function power(samples: Float64Array, from: number, length: number): number {
  let sum = 0;
  for (let i = from; i < Math.min(from + length, samples.length); i++) sum += (samples[i] ?? 0) ** 2;
  return sum / length;
}
