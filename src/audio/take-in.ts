import type { Format } from "./format.ts";
import { piecesOf, type Piece } from "./pieces.ts";
import { resampler, type Resampler } from "./resample.ts";
import { Unreadable } from "./unreadable.ts";

/** The longest that may be uploaded, in seconds; decided by what is decoded, not by what a file says. */
export const mostSeconds = 20 * 60;

/** Music as it was uploaded, at 8 kHz in one channel, with what was seen on the way. */
export type TakenIn = {
  readonly samples: Float64Array;
  /** Mean square of the one channel before the low-pass, and of the channels that it was made of. */
  readonly power: number;
  readonly channelPower: number;
  /** Places that were cut flat at full scale, each second. */
  readonly flatTops: number;
  /** Places that could not be read. */
  readonly faults: number;
};

/** Samples at full scale in a row that make a flat place. */
const flat = 3;

/** Decodes a file down to 8 kHz mono; `progress` is told the share that is read. Throws Unreadable. */
export async function takeIn(format: Format, file: Buffer, progress: (share: number) => void): Promise<TakenIn> {
  const parts: Float64Array[] = [];
  const tally = { power: 0, channelPower: 0, samples: 0, flatTops: 0, flatRun: 0, faults: 0 };
  let [rate, out] = [0, undefined as Resampler | undefined];
  for await (const piece of readable(format, file)) {
    tally.faults += piece.faults;
    progress(piece.read / file.length);
    if (piece.channels.length === 0) continue;
    if (rate !== 0 && piece.rate !== rate) throw new Unreadable("Its sample rate changes on the way. Save it anew.");
    rate = checkedRate(piece.rate);
    parts.push((out ??= resampler(rate)).push(mixed(piece, tally)));
    if (tally.samples / rate > mostSeconds) {
      throw new Unreadable(`It lasts longer than ${mostSeconds / 60} minutes. Cut it, or upload it in parts.`);
    }
  }
  if (!out) throw new Unreadable("Nothing in the file could be decoded. It may be damaged: save it anew.");
  parts.push(out.end());
  const { power, channelPower, samples, flatTops, faults } = tally;
  return {
    samples: joined(parts),
    power: power / samples,
    channelPower: channelPower / samples,
    flatTops: (flatTops * rate) / samples,
    faults,
  };
}

/** Whatever a decoder throws at a hostile file is the file's fault, and becomes a sentence. */
async function* readable(format: Format, file: Buffer): AsyncGenerator<Piece> {
  try {
    yield* piecesOf(format, file);
  } catch (cause) {
    if (cause instanceof Unreadable) throw cause;
    throw new Unreadable("The file is damaged: it cannot be decoded. Save it anew.", { cause });
  }
}

function checkedRate(rate: number): number {
  if (rate >= 4_000 && rate <= 384_000) return rate;
  throw new Unreadable(`It says that it has ${rate} samples a second. Save it with 44,100.`);
}

type Tally = { power: number; channelPower: number; samples: number; flatTops: number; flatRun: number };

/** The mean of the channels, counted into the tally. */
function mixed({ channels }: Piece, tally: Tally): Float32Array {
  const mono = new Float32Array(channels[0]?.length ?? 0);
  for (const channel of channels) {
    for (let i = 0; i < mono.length; i++) {
      const value = channel[i] ?? 0;
      mono[i] = (mono[i] ?? 0) + value / channels.length;
      tally.channelPower += (value * value) / channels.length;
    }
  }
  for (let i = 0; i < mono.length; i++) {
    const value = mono[i] ?? 0;
    tally.power += value * value;
    tally.flatRun = Math.abs(value) >= 0.99 ? tally.flatRun + 1 : 0;
    if (tally.flatRun === flat) tally.flatTops++;
  }
  tally.samples += mono.length;
  return mono;
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
