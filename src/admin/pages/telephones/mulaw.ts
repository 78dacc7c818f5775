/** A sound of a telephone: mu-law, decoded, and its samples a second. */
export type TelephoneSound = { readonly samples: Float32Array<ArrayBuffer>; readonly rate: number };

/** WAVE_FORMAT_MULAW. */
const muLaw = 7;

/** Reads a mu-law WAV, mono; `undefined`: it is another kind of file. */
export function readMuLaw(file: ArrayBuffer): TelephoneSound | undefined {
  const view = new DataView(file);
  if (view.byteLength < 12 || word(view, 0) !== "RIFF" || word(view, 8) !== "WAVE") return undefined;
  let rate: number | undefined;
  for (let at = 12; at + 8 <= view.byteLength;) {
    const size = view.getUint32(at + 4, true);
    const begins = at + 8;
    if (word(view, at) === "fmt " && begins + 16 <= view.byteLength) {
      if (view.getUint16(begins, true) !== muLaw || view.getUint16(begins + 2, true) !== 1) return undefined;
      rate = view.getUint32(begins + 4, true);
    }
    if (word(view, at) === "data" && rate !== undefined) {
      const bytes = new Uint8Array(file, begins, Math.min(size, view.byteLength - begins));
      return { samples: Float32Array.from(bytes, levelOf), rate };
    }
    at = begins + size + (size % 2);
  }
  return undefined;
}

const word = (view: DataView, at: number) =>
  String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));

/** One byte of mu-law as a level from -1 to 1 (ITU-T G.711). */
export function levelOf(byte: number): number {
  const bits = ~byte & 0xff;
  const magnitude = ((((bits & 0x0f) << 3) + 0x84) << ((bits >> 4) & 7)) - 0x84;
  return (bits & 0x80 ? 0 - magnitude : magnitude) / 32_768;
}
