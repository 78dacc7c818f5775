/** A recording as samples in −1…1, one array a channel. */
export type Recording = { readonly rate: number; readonly channels: readonly Float64Array[] };

/** Notes of a scale in Hz, none of them a tone that machines listen for. */
const scale = [440, 494.9, 523.3, 587.3, 659.3, 784, 880];

/**
 * Music that anybody may have made: plucked notes two a second with a bass under them, a breath after every eighth, the right
 * channel a little softer. The same seed gives the same music.
 */
export function music(seconds: number, rate = 44_100, seed = 1, level = 0.3): Recording {
  const left = new Float64Array(Math.round(seconds * rate));
  let state = seed;
  for (let beat = 0; beat * 0.5 < seconds; beat++) {
    state = (state * 48_271) % 2_147_483_647;
    const hertz = scale[state % scale.length] ?? 440;
    const note = level * (0.7 + 0.3 * ((state >> 8) % 2));
    pluck(left, rate, beat * 0.5, hertz, note);
    if (beat % 4 === 0) pluck(left, rate, beat * 0.5, hertz / 2, note * 0.5);
  }
  for (let at = 0; at < left.length; at++) {
    // A breath of a fifth of a second before every fourth second is over.
    const inBar = (at / rate) % 4;
    if (inBar > 3.8) left[at] = (left[at] ?? 0) * (4 - inBar) * 5;
  }
  return { rate, channels: [left, left.map((value) => value * 0.9)] };
}

function pluck(into: Float64Array, rate: number, at: number, hertz: number, level: number): void {
  const from = Math.round(at * rate);
  const length = Math.min(Math.round(rate * 1.2), into.length - from);
  for (let i = 0; i < length; i++) {
    const seconds = i / rate;
    const decay = level * Math.exp(-3 * seconds) * Math.min(1, seconds * 400);
    const tone = Math.sin(2 * Math.PI * hertz * seconds) + 0.3 * Math.sin(4 * Math.PI * hertz * seconds);
    into[from + i] = (into[from + i] ?? 0) + decay * tone;
  }
}

/** Ways in which a WAV file can hold samples: RIFF's format number, bits, and how one is written. */
export const ways = {
  "PCM, 8 bits": [1, 8, (file, at, value) => file.writeUInt8(Math.round(value * 127) + 128, at)],
  "PCM, 16 bits": [1, 16, (file, at, value) => file.writeInt16LE(Math.round(value * 32_767), at)],
  "PCM, 24 bits": [1, 24, (file, at, value) => file.writeIntLE(Math.round(value * 8_388_607), at, 3)],
  "PCM, 32 bits": [1, 32, (file, at, value) => file.writeInt32LE(Math.round(value * 2_147_483_647), at)],
  "floats, 32 bits": [3, 32, (file, at, value) => file.writeFloatLE(value, at)],
  "floats, 64 bits": [3, 64, (file, at, value) => file.writeDoubleLE(value, at)],
} as const satisfies Record<string, readonly [number, number, (file: Buffer, at: number, value: number) => void]>;

/** A recording as a WAV file, written out by hand. */
export function wavOf({ rate, channels }: Recording, way: keyof typeof ways = "PCM, 16 bits"): Buffer {
  const [format, bits, write] = ways[way];
  const [first = new Float64Array()] = channels;
  const frame = (bits / 8) * channels.length;
  const data = Buffer.alloc(first.length * frame);
  for (const [channel, samples] of channels.entries()) {
    for (let i = 0; i < first.length; i++) write(data, i * frame + (channel * bits) / 8, samples[i] ?? 0);
  }
  return riff(format, channels.length, rate, bits, data);
}

/** Bytes as they are, under a WAV header that says what they hold. */
export function riff(format: number, channels: number, rate: number, bits: number, data: Uint8Array): Buffer {
  const frame = (bits / 8) * channels;
  const header = Buffer.alloc(44);
  header.write("RIFF", 0, "latin1");
  header.writeUInt32LE(36 + data.length, 4);
  header.write("WAVEfmt ", 8, "latin1");
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(format, 20);
  header.writeUInt16LE(channels, 22);
  header.writeUInt32LE(rate, 24);
  header.writeUInt32LE(rate * frame, 28);
  header.writeUInt16LE(frame, 32);
  header.writeUInt16LE(bits, 34);
  header.write("data", 36, "latin1");
  header.writeUInt32LE(data.length, 40);
  return Buffer.concat([header, data]);
}
