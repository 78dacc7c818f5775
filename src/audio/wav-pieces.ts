import type { Piece } from "./pieces.ts";
import { Unreadable } from "./unreadable.ts";
import { wavFormat, type WavFormat } from "./wav-format.ts";

/** Samples of each channel in a piece. */
const length = 16_384;

/**
 * A WAV file's sound, piece by piece. What it says of its own length is believed only as far as the file goes: streams leave it
 * 0 or huge; a file that is shorter than it says has lost its end, which its pieces count as one fault. Throws Unreadable.
 */
export function* wavPieces(file: Buffer): Generator<Piece> {
  let format: WavFormat | undefined;
  for (let at = 12; at + 8 <= file.length;) {
    const name = file.toString("latin1", at, at + 4);
    const size = file.readUInt32LE(at + 4);
    const from = at + 8;
    if (name === "fmt ") format = wavFormat(file.subarray(from, from + size));
    if (name === "data" && format) return yield* samplesIn(file, from, size, format);
    at = from + size + (size % 2);
  }
  throw new Unreadable("There is no sound in the WAV file. Save it anew.");
}

function* samplesIn(file: Buffer, from: number, size: number, format: WavFormat): Generator<Piece> {
  const streamed = size === 0 || size === 0xffff_ffff;
  const frame = format.bytesASample * format.channels;
  const end = Math.min(streamed ? file.length : from + size, file.length);
  const frames = Math.floor((end - from) / frame);
  const lost = !streamed && from + size > file.length ? 1 : 0;
  for (let first = 0; first < frames; first += length) {
    const count = Math.min(length, frames - first);
    const channels = Array.from({ length: format.channels }, (_, channel) => {
      const start = from + first * frame + channel * format.bytesASample;
      return new Float32Array(count).map((_value, i) => format.read(file, start + i * frame));
    });
    yield { channels, rate: format.rate, read: from + (first + count) * frame, faults: first === 0 ? lost : 0 };
  }
}
