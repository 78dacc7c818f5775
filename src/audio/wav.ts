/** Samples a second on a telephone; in mu-law each is one byte. */
export const telephoneRate = 8000;

const headerBytes = 58;
const muLaw = 7;

/** What stands before and after so many mu-law samples (8 kHz mono) in a WAV file, with the fact chunk that its format asks for. */
export function muLawHeader(samples: number): { readonly header: Buffer; readonly padding: Buffer } {
  const header = Buffer.alloc(headerBytes);
  // RIFF chunks begin at even places; 0xff is mu-law's zero.
  const padding = Buffer.alloc(samples % 2, 0xff);
  header.write("RIFF", 0, "latin1");
  header.writeUInt32LE(headerBytes + samples + padding.length - 8, 4);
  header.write("WAVEfmt ", 8, "latin1");
  header.writeUInt32LE(18, 16);
  header.writeUInt16LE(muLaw, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(telephoneRate, 24);
  header.writeUInt32LE(telephoneRate, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.writeUInt16LE(0, 36);
  header.write("fact", 38, "latin1");
  header.writeUInt32LE(4, 42);
  header.writeUInt32LE(samples, 46);
  header.write("data", 50, "latin1");
  header.writeUInt32LE(samples, 54);
  return { header, padding };
}

/** Makes a whole mu-law WAV of so many samples, silent, and the part of it that holds them, for the caller to fill. */
export function emptyMuLawWav(samples: number): { readonly wav: Buffer; readonly sound: Buffer } {
  const { header, padding } = muLawHeader(samples);
  const wav = Buffer.concat([header, Buffer.alloc(samples, 0xff), padding]);
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
