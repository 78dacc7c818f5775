/** Points of one transform: at 8 kHz lines are 2 Hz apart, fine enough to tell the two sides of a band's edge. */
const points = 4096;

/** The share of a recording's power between two frequencies in Hz, 0–1, over Hann windows side by side. */
export function bandShare(samples: Float64Array, rate: number, [low, high]: readonly [number, number]): number {
  const window = new Float64Array(points).map((_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / points));
  let [inside, all] = [0, 0];
  for (let from = 0; from + points <= samples.length; from += points) {
    const real = samples.slice(from, from + points).map((value, i) => value * (window[i] ?? 0));
    const imaginary = new Float64Array(points);
    transform(real, imaginary);
    for (let line = 1; line < points / 2; line++) {
      const power = (real[line] ?? 0) ** 2 + (imaginary[line] ?? 0) ** 2;
      const hertz = (line * rate) / points;
      all += power;
      if (hertz >= low && hertz <= high) inside += power;
    }
  }
  return inside / all;
}

/** The fast Fourier transform in place: lengths that are powers of two, split by odd and even places. */
function transform(real: Float64Array, imaginary: Float64Array): void {
  const length = real.length;
  if (length === 1) return;
  const half = length / 2;
  const [evenReal, evenImaginary] = [everySecond(real, 0), everySecond(imaginary, 0)];
  const [oddReal, oddImaginary] = [everySecond(real, 1), everySecond(imaginary, 1)];
  transform(evenReal, evenImaginary);
  transform(oddReal, oddImaginary);
  for (let k = 0; k < half; k++) {
    const [cos, sin] = [Math.cos((2 * Math.PI * k) / length), -Math.sin((2 * Math.PI * k) / length)];
    const [a, b] = [oddReal[k] ?? 0, oddImaginary[k] ?? 0];
    const [turnedReal, turnedImaginary] = [a * cos - b * sin, a * sin + b * cos];
    const [baseReal, baseImaginary] = [evenReal[k] ?? 0, evenImaginary[k] ?? 0];
    real[k] = baseReal + turnedReal;
    imaginary[k] = baseImaginary + turnedImaginary;
    real[k + half] = baseReal - turnedReal;
    imaginary[k + half] = baseImaginary - turnedImaginary;
  }
}

function everySecond(values: Float64Array, first: number): Float64Array {
  return new Float64Array(values.length / 2).map((_, i) => values[2 * i + first] ?? 0);
}
