/** How a sound is written down. `flac` may lie in Ogg pages too; its decoder sees to that. */
export type Format = "wav" | "mp3" | "flac" | "vorbis" | "opus";

/** What may be uploaded, for sentences. */
export const formats = "an MP3, WAV, FLAC or Ogg file (Vorbis or Opus)";

/** More are no music for one ear, and each costs memory. */
export const mostChannels = 8;

/** Players look so far for the first frame behind a tag. */
const padding = 4096;

/** A file's format and where its sound begins; `undefined` where its first bytes are none of ours. Its name is not asked. */
export function formatOf(bytes: Uint8Array): { readonly format: Format; readonly from: number } | undefined {
  const from = afterTags(bytes);
  const format = named(bytes, from);
  if (format) return { format, from };
  for (let at = from; at <= (from > 0 ? from + padding : 0); at++) {
    if (isMpegFrame(bytes, at)) return { format: "mp3", from: at };
  }
  return undefined;
}

function named(bytes: Uint8Array, from: number): Format | undefined {
  if (says(bytes, from, "RIFF") && says(bytes, from + 8, "WAVE")) return "wav";
  if (says(bytes, from, "fLaC")) return "flac";
  return says(bytes, from, "OggS") ? inOgg(bytes, from + 27 + (bytes[from + 26] ?? 0)) : undefined;
}

/** What the first packet of an Ogg stream announces. */
function inOgg(bytes: Uint8Array, packet: number): Format | undefined {
  const few = (channels: number | undefined): boolean => channels !== undefined && channels <= mostChannels;
  if (says(bytes, packet, "OpusHead") && few(bytes[packet + 9])) return "opus";
  if (says(bytes, packet, "\x01vorbis") && few(bytes[packet + 11])) return "vorbis";
  return says(bytes, packet, "\x7fFLAC") ? "flac" : undefined;
}

/** Past ID3v2 tags, whose sizes are written in four bytes of seven bits; a size past the end leads past the end. */
function afterTags(bytes: Uint8Array): number {
  let at = 0;
  while (says(bytes, at, "ID3")) {
    const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(at + 6, at + 10);
    const footer = (bytes[at + 5] ?? 0) & 0x10 ? 10 : 0;
    at += 10 + footer + (((a & 127) << 21) | ((b & 127) << 14) | ((c & 127) << 7) | (d & 127));
  }
  return at;
}

/** Eleven bits of sync, then a version, layer, bit rate and sample rate that exist: AAC and most noise fail here. */
function isMpegFrame(bytes: Uint8Array, at: number): boolean {
  const [sync = 0, kind = 0, rates = 0] = bytes.subarray(at, at + 3);
  const [version, layer] = [(kind >> 3) & 3, (kind >> 1) & 3];
  const [bitRate, sampleRate] = [rates >> 4, (rates >> 2) & 3];
  return sync === 0xff && kind >= 0xe0 && version !== 1 && layer !== 0 && bitRate !== 15 && sampleRate !== 3;
}

function says(bytes: Uint8Array, at: number, letters: string): boolean {
  for (let i = 0; i < letters.length; i++) if (bytes[at + i] !== letters.charCodeAt(i)) return false;
  return true;
}
