/** Samples a second on a telephone; in mu-law each is one byte. */
export const telephoneRate = 8000;

const headerBytes = 58;
const muLaw = 7;

/**
 * Makes a whole mu-law WAV (8 kHz mono, with the fact chunk that its format asks for) of so many samples, silent, and the
 * part of it that holds them, for the caller to fill: no second copy of the sound is made.
 */
export function emptyMuLawWav(samples: number): { readonly wav: Buffer; readonly sound: Buffer } {
  // RIFF chunks begin at even places; 0xff is mu-law's zero.
  const padding = samples % 2;
  const wav = Buffer.alloc(headerBytes + samples + padding, 0xff);
  wav.write("RIFF", 0, "latin1");
  wav.writeUInt32LE(wav.length - 8, 4);
  wav.write("WAVEfmt ", 8, "latin1");
  wav.writeUInt32LE(18, 16);
  wav.writeUInt16LE(muLaw, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(telephoneRate, 24);
  wav.writeUInt32LE(telephoneRate, 28);
  wav.writeUInt16LE(1, 32);
  wav.writeUInt16LE(8, 34);
  wav.writeUInt16LE(0, 36);
  wav.write("fact", 38, "latin1");
  wav.writeUInt32LE(4, 42);
  wav.writeUInt32LE(samples, 46);
  wav.write("data", 50, "latin1");
  wav.writeUInt32LE(samples, 54);
  return { wav, sound: wav.subarray(headerBytes, headerBytes + samples) };
}

/** The mu-law bytes inside a WAV file, without copying them; throws on what is not 8 kHz mono mu-law or is cut short. */
export function muLawSound(wav: Buffer): Buffer {
  if (wav.length < 12 || text(wav, 0) !== "RIFF" || text(wav, 8) !== "WAVE") throw new Error("not a WAV file");
  let telephone = false;
  for (let at = 12; at + 8 <= wav.length;) {
    const name = text(wav, at);
    const from = at + 8;
    const to = from + wav.readUInt32LE(at + 4);
    if (to > wav.length) throw new Error(`cut short: its ${name.trim()} chunk ends after the file does`);
    if (name === "fmt ") telephone = isTelephone(wav.subarray(from, to));
    if (name === "data" && telephone) return wav.subarray(from, to);
    at = to + ((to - from) % 2);
  }
  throw new Error("not 8 kHz mono mu-law sound");
}

function isTelephone(format: Buffer): boolean {
  if (format.length < 16) return false;
  const [kind, channels, rate] = [format.readUInt16LE(0), format.readUInt16LE(2), format.readUInt32LE(4)];
  return kind === muLaw && channels === 1 && rate === telephoneRate;
}

function text(wav: Buffer, at: number): string {
  return wav.toString("latin1", at, at + 4);
}
