import { power, tonePower } from "./goertzel.ts";

const rows = [697, 770, 852, 941];
const columns = [1209, 1336, 1477, 1633];
const keys = "123A456B789C*0#D";

/** A block is 12.75 ms at 8 kHz: long enough to tell 697 from 770 Hz, short enough to accept a tone that is 1.5 % off. */
const blockSeconds = 102 / 8000;

/** Overlapping blocks that must agree: they span 32 ms, so that 40 ms are a digit (ITU-T Q.24) and 23 ms are none. */
const agreeing = 4;

/** A digit that a receiver of touch tones would take: when it begins, in seconds. */
export type Digit = { readonly key: string; readonly at: number };

/**
 * The touch tones (DTMF) that a receiver would hear in a recording, spoken and sung ones included. Per block, after ITU-T Q.24:
 * louder than −40 dBFS, a row no more than 8 dB above and 4 dB below its column, each 8 dB above its neighbours, and both together
 * at least three quarters of all there is, which keeps a receiver from being talked off by voices and music.
 */
export function dtmfDigits(samples: Float64Array, rate: number): Digit[] {
  const length = Math.round(blockSeconds * rate);
  const hop = length / 2;
  const digits: Digit[] = [];
  let [last, run] = [undefined as string | undefined, 0];
  for (let from = 0; from + length <= samples.length; from += hop) {
    const key = keyIn(samples, from, length, rate);
    run = key !== undefined && key === last ? run + 1 : 1;
    last = key;
    if (key !== undefined && run === agreeing) digits.push({ key, at: (from - (agreeing - 1) * hop) / rate });
  }
  return digits;
}

function keyIn(samples: Float64Array, from: number, length: number, rate: number): string | undefined {
  const all = power(samples, from, length);
  if (all < 1e-4) return undefined;
  const row = loudest(rows.map((hertz) => tonePower(samples, from, length, hertz, rate)));
  const column = loudest(columns.map((hertz) => tonePower(samples, from, length, hertz, rate)));
  const twist = 10 * Math.log10(row.power / column.power);
  const plain = row.above > 8 && column.above > 8 && row.power + column.power > 0.75 * all;
  return plain && twist < 8 && twist > -4 ? keys[row.place * columns.length + column.place] : undefined;
}

/** The loudest of four tones, and by how many dB it stands above the next. */
function loudest(powers: readonly number[]) {
  const [first = 0, second = 0] = powers.toSorted((a, b) => b - a);
  return { power: first, place: powers.indexOf(first), above: 10 * Math.log10(first / second) };
}
