import type { Format } from "./format.ts";
import { flacPieces, mp3Pieces, opusPieces, vorbisPieces } from "./compressed.ts";
import { wavPieces } from "./wav-pieces.ts";

/** A stretch of decoded sound: samples in about −1…1 for each channel. */
export type Piece = {
  readonly channels: readonly Float32Array[];
  /** Samples a second. */
  readonly rate: number;
  /** Bytes of the file that are read by now. */
  readonly read: number;
  /** Places in it that could not be read. */
  readonly faults: number;
};

/**
 * Decodes a file piece by piece, each bounded in size whatever the file says of itself. Throws where it cannot be decoded:
 * Unreadable with a sentence, or whatever its decoder throws.
 */
export function piecesOf(format: Format, file: Buffer): AsyncIterable<Piece> | Iterable<Piece> {
  switch (format) {
    case "wav":
      return wavPieces(file);
    case "mp3":
      return mp3Pieces(file);
    case "flac":
      return flacPieces(file);
    case "vorbis":
      return vorbisPieces(file);
    case "opus":
      return opusPieces(file);
    default:
      return format satisfies never;
  }
}
