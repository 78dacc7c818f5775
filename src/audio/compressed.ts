import { FLACDecoder } from "@wasm-audio-decoders/flac";
import { OggVorbisDecoder } from "@wasm-audio-decoders/ogg-vorbis";
import CodecParser, { type CodecFrame, type OggPage } from "codec-parser";
import { MPEGDecoder } from "mpg123-decoder";
import { OpusDecoder } from "opus-decoder";
import type { Piece } from "./pieces.ts";
import { Unreadable } from "./unreadable.ts";

/**
 * Bytes that a decoder gets at a time, for all that they hold comes out at once. FLAC says "65,535 samples of silence" in a dozen
 * bytes, for each of eight channels: from so few that is a hundred megabytes, and ten hours are a file of 160 kB.
 */
const [sip, flacSip] = [4096, 512];

/** What all decoders answer with. */
type Decoded = {
  readonly channelData: readonly Float32Array[];
  readonly samplesDecoded: number;
  readonly sampleRate: number;
  readonly errors: readonly unknown[];
};

/** An MP3's sound, its encoder's padding left out where the file says how much there is. */
export async function* mp3Pieces(file: Buffer): AsyncGenerator<Piece> {
  const decoder = new MPEGDecoder();
  await decoder.ready;
  for (const { bytes, read } of sips(file)) yield pieceOf(decoder.decode(bytes), read);
}

export async function* flacPieces(file: Buffer): AsyncGenerator<Piece> {
  const decoder = new FLACDecoder();
  await decoder.ready;
  for (const { bytes, read } of sips(file, flacSip)) yield pieceOf(await decoder.decode(bytes), read);
  yield pieceOf(await decoder.flush(), file.length);
}

export async function* vorbisPieces(file: Buffer): AsyncGenerator<Piece> {
  const decoder = new OggVorbisDecoder();
  await decoder.ready;
  for (const { bytes, read } of sips(file)) yield pieceOf(await decoder.decode(bytes), read);
  yield pieceOf(await decoder.flush(), file.length);
}

export async function* opusPieces(file: Buffer): AsyncGenerator<Piece> {
  const parser = new CodecParser<OggPage>("audio/ogg", { enableFrameCRC32: false });
  let decoder: OpusDecoder | undefined;
  for (const { bytes, read } of sips(file)) {
    const frames = all(parser.parseChunk(bytes)).flatMap(({ codecFrames }) => codecFrames);
    const [first] = frames;
    if (!first) continue;
    decoder ??= await opusDecoder(first);
    yield pieceOf(decoder.decodeFrames(frames.map(({ data }) => data)), read);
  }
  const rest = all(parser.flush()).flatMap(({ codecFrames }) => codecFrames.map(({ data }) => data));
  if (decoder && rest.length > 0) yield pieceOf(decoder.decodeFrames(rest), file.length);
}

async function opusDecoder({ header }: CodecFrame): Promise<OpusDecoder> {
  if (!("preSkip" in header)) throw new Unreadable("The Ogg file says that it holds Opus, but holds something else.");
  const { channels, streamCount, coupledStreamCount, channelMappingTable, preSkip } = header;
  const layout = channels > 2 ? { streamCount, coupledStreamCount, channelMappingTable, forceStereo: true } : {};
  const decoder = new OpusDecoder({ channels, preSkip, ...layout });
  await decoder.ready;
  return decoder;
}

function* sips(file: Buffer, length = sip): Generator<{ readonly bytes: Uint8Array; readonly read: number }> {
  for (let from = 0; from < file.length; from += length) {
    const bytes = file.subarray(from, from + length);
    yield { bytes, read: from + bytes.length };
  }
}

function pieceOf({ channelData, samplesDecoded, sampleRate, errors }: Decoded, read: number): Piece {
  const channels = samplesDecoded > 0 ? channelData : [];
  return { channels, rate: sampleRate, read, faults: errors.length };
}

function all<T>(found: Iterator<T>): T[] {
  const items: T[] = [];
  for (let next = found.next(); next.done !== true; next = found.next()) items.push(next.value);
  return items;
}
