import { decodeMuLaw } from "./mulaw.ts";
import { mostChannels } from "./format.ts";
import { Unreadable } from "./unreadable.ts";

/** How the samples of a WAV file are written. `read` gives one as −1…1 from its place in the file. */
export type WavFormat = {
  readonly channels: number;
  readonly rate: number;
  readonly bytesASample: number;
  readonly read: (file: Buffer, at: number) => number;
};

const extensible = 0xfffe;

/** Every way of writing a sample that is taken, by its number in RIFF and its bits. */
const ways: Readonly<Record<string, WavFormat["read"]>> = {
  "1/8": (file, at) => (file.readUInt8(at) - 128) / 128,
  "1/16": (file, at) => file.readInt16LE(at) / 32_768,
  "1/24": (file, at) => file.readIntLE(at, 3) / 8_388_608,
  "1/32": (file, at) => file.readInt32LE(at) / 2_147_483_648,
  "3/32": (file, at) => sound(file.readFloatLE(at)),
  "3/64": (file, at) => sound(file.readDoubleLE(at)),
  "6/8": (file, at) => decodeALaw(file.readUInt8(at)) / 32_768,
  "7/8": (file, at) => decodeMuLaw(file.readUInt8(at)) / 32_768,
};

/** Reads a WAV file's `fmt ` chunk. Throws Unreadable on what no telephone music is written in. */
export function wavFormat(chunk: Buffer): WavFormat {
  if (chunk.length < 16) throw new Unreadable("The WAV file's description of its sound is cut short. Save it anew.");
  const tag = chunk.readUInt16LE(0);
  const way = tag === extensible && chunk.length >= 26 ? chunk.readUInt16LE(24) : tag;
  const [channels, rate, bits] = [chunk.readUInt16LE(2), chunk.readUInt32LE(4), chunk.readUInt16LE(14)];
  const read = ways[`${way}/${bits}`];
  if (!read) {
    throw new Unreadable(
      `The WAV file holds sound in a way that is not known here (format ${way}, ${bits} bits). Save it as PCM with 16 bits.`,
    );
  }
  if (channels < 1 || channels > mostChannels) {
    throw new Unreadable(`The WAV file says that it has ${channels} channels. Save it with one or two.`);
  }
  return { channels, rate, bytesASample: bits / 8, read };
}

/** What is no number, or as loud as no sound is, counts as silence: one such sample would spoil every filter after it. */
function sound(value: number): number {
  return Math.abs(value) <= 64 ? value : 0;
}

/** The 16-bit sample behind one A-law byte, by ITU-T G.711: every other bit turned over, and no bias in its lowest segment. */
function decodeALaw(byte: number): number {
  const bits = byte ^ 0x55;
  const [segment, step] = [(bits >> 4) & 7, bits & 0x0f];
  const magnitude = segment === 0 ? (step << 4) + 8 : ((step << 4) + 0x108) << (segment - 1);
  return bits & 0x80 ? magnitude : -magnitude;
}
