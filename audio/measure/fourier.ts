/** A Fourier transform of one length, a power of two: it works in place, on the real and the imaginary parts. */
export type Transform = (real: Float64Array, imaginary: Float64Array) => void;

/** Makes the fast Fourier transform (radix 2, decimation in time) for a length, its sines worked out once. */
export function fourier(length: number): Transform {
  const cosines = new Float64Array(length / 2).map((_, k) => Math.cos((2 * Math.PI * k) / length));
  const sines = new Float64Array(length / 2).map((_, k) => -Math.sin((2 * Math.PI * k) / length));
  const places = reversedBits(length);
  return (real, imaginary) => {
    for (const [from, to] of places.entries()) {
      if (from >= to) continue;
      swap(real, from, to);
      swap(imaginary, from, to);
    }
    for (let half = 1; half < length; half *= 2) {
      const turn = length / (2 * half);
      for (let first = 0; first < length; first += 2 * half) {
        for (let k = 0; k < half; k++) {
          const [cosine, sine] = [cosines[k * turn] ?? 0, sines[k * turn] ?? 0];
          const [low, high] = [first + k, first + k + half];
          const [a, b] = [real[high] ?? 0, imaginary[high] ?? 0];
          const [turnedReal, turnedImaginary] = [a * cosine - b * sine, a * sine + b * cosine];
          real[high] = (real[low] ?? 0) - turnedReal;
          imaginary[high] = (imaginary[low] ?? 0) - turnedImaginary;
          real[low] = (real[low] ?? 0) + turnedReal;
          imaginary[low] = (imaginary[low] ?? 0) + turnedImaginary;
        }
      }
    }
  };
}

/** Where each place goes when the bits of its number are read backwards. */
function reversedBits(length: number): Uint32Array {
  const places = new Uint32Array(length);
  for (let i = 1; i < length; i++) places[i] = ((places[i >> 1] ?? 0) >> 1) | (i & 1 ? length >> 1 : 0);
  return places;
}

function swap(values: Float64Array, a: number, b: number): void {
  const kept = values[a] ?? 0;
  values[a] = values[b] ?? 0;
  values[b] = kept;
}
