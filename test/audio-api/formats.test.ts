import { beforeAll, describe, expect, test } from "vitest";
import { measureRecording } from "../../audio/measure/recording.ts";
import { faultsOf } from "../../audio/measure/rules.ts";
import { samplesOf } from "../../audio/measure/samples.ts";
import { formatOf } from "../../src/audio/format.ts";
import { takeIn, type TakenIn } from "../../src/audio/take-in.ts";
import { encodeMuLaw } from "../../src/audio/mulaw.ts";
import { fixture, openDesk } from "./desk.ts";
import { music, riff, wavOf, ways, type Recording } from "./music.ts";

const recording = music(8);
const low = music(8, 8_000);
const mono = ({ rate, channels }: Recording): Recording => ({ rate, channels: channels.slice(0, 1) });
const coded = (encode: (value: number) => number) => Uint8Array.from(low.channels[0] ?? [], encode);
const compressed = ["music.mp3", "music.flac", "music.flac.ogg", "music.vorbis.ogg", "music.opus.ogg"];

/** Takes a file in as an upload is taken in, but in this thread. */
function takenIn(file: Buffer): Promise<TakenIn> {
  const known = formatOf(file);
  if (!known) throw new Error("its format is not known");
  return takeIn(known.format, file.subarray(known.from), () => undefined);
}

describe("at 8 kHz in one channel", () => {
  let plain: Float64Array;
  beforeAll(async () => {
    plain = (await takenIn(wavOf(recording))).samples;
  });

  test.each<[string, () => Buffer]>([
    ...compressed.map((name): [string, () => Buffer] => [name, () => fixture(name)]),
    ...wayNames().map((way): [string, () => Buffer] => [`WAV of ${way}`, () => wavOf(recording, way)]),
    ["WAV of A-law", () => riff(6, 1, 8_000, 8, coded(encodeALaw))],
    [
      "WAV of mu-law",
      () =>
        riff(
          7,
          1,
          8_000,
          8,
          coded((value) => encodeMuLaw(value * 32_767)),
        ),
    ],
    ["WAV that is streamed and knows no length", () => streamed(wavOf(recording))],
    ["WAV at a rate of its own", () => wavOf(music(8, 37_123))],
    ["WAV with one channel at 96 kHz", () => wavOf(mono(music(8, 96_000)))],
    ["WAV with fewer samples a second than a telephone", () => wavOf(music(8, 6_000))],
  ])("%s is the same music", async (name, file) => {
    const { samples, faults } = await takenIn(file());
    expect(faults).toBe(0);
    const seconds = compressed.includes(name) ? 22 : 8;
    expect(Math.abs(samples.length - 8_000 * seconds)).toBeLessThan(800);
    expect(likeness(plain, samples)).toBeGreaterThan(0.97);
  });

  test("tones under 3 kHz keep their level, and what a telephone cannot carry is gone rather than folded back", async () => {
    const heard = async (hertz: number) => {
      const sine = new Float64Array(44_100).map((_, i) => 0.5 * Math.sin((2 * Math.PI * hertz * i) / 44_100));
      const { samples } = await takenIn(wavOf({ rate: 44_100, channels: [sine] }, "floats, 32 bits"));
      return Math.sqrt(energy(samples, 1_000, 6_000) / 6_000) / Math.SQRT1_2 / 0.5;
    };
    for (const hertz of [300, 1_000, 2_990]) expect(await heard(hertz)).toBeCloseTo(1, 2);
    for (const hertz of [4_200, 7_000, 8_500, 15_000]) expect(await heard(hertz)).toBeLessThan(0.001);
  });
});

test("an MP3 whose tag holds a picture begins behind it", () => {
  const size = 5_000;
  const tag = Buffer.alloc(10 + size, "picture");
  tag.write("ID3\x04\0\0", "latin1");
  tag.set([0, 0, size >> 7, size & 127], 6);
  const [mp3] = [fixture("music.mp3")];
  const first = formatOf(mp3)?.from ?? 0;
  expect(formatOf(Buffer.concat([tag, mp3.subarray(first)]))).toEqual({ format: "mp3", from: 10 + size });
});

test(
  "every format becomes a track that is fit for a telephone, by the rules of audio:check",
  { timeout: 120_000 },
  async () => {
    const desk = await openDesk();
    const files = [...compressed.map(fixture), wavOf(music(22))];
    const uploads = await Promise.all(files.map((file, i) => desk.upload(file, { title: `Track ${i}` })));
    expect(uploads.map(({ state, refusal, warnings }) => [state, refusal, warnings])).toEqual(
      files.map(() => ["stored", undefined, []]),
    );
    const { figures, track } = uploads[0] ?? {};
    const wav = await fetch(`${desk.url}/audio/music/${track?.sha256.slice(0, 16)}.wav`);
    const measured = measureRecording(samplesOf(Buffer.from(await wav.arrayBuffer())));
    expect(faultsOf("instrumental", measured)).toEqual([]);
    expect(figures).toEqual(measured);
    expect([track?.samples, track?.phraseEnds.at(-1)]).toEqual([measured.seconds * 8_000, measured.seconds * 8_000]);
  },
);

/** How alike the middles of two sounds are, 0–1, where the second may come up to 100 ms sooner or later. */
function likeness(a: Float64Array, b: Float64Array): number {
  const [from, length, most] = [40_000, 8_000, 800];
  const power = energy(a, from, length);
  let best = 0;
  for (let shift = -most; shift <= most; shift++) {
    let sum = 0;
    for (let i = from; i < from + length; i++) sum += (a[i] ?? 0) * (b[i + shift] ?? 0);
    best = Math.max(best, sum / Math.sqrt(power * energy(b, from + shift, length)));
  }
  return best;
}

function energy(samples: Float64Array, from: number, length: number): number {
  return samples.subarray(from, from + length).reduce((sum, value) => sum + value * value, 0);
}

function wayNames(): (keyof typeof ways)[] {
  return Object.keys(ways) as (keyof typeof ways)[];
}

/** The A-law byte for −1…1, by ITU-T G.711's table of segments. */
function encodeALaw(value: number): number {
  const magnitude = Math.min(Math.abs(Math.round(value * 4_095)), 4_095);
  const segment = Math.max(0, Math.floor(Math.log2(Math.max(1, magnitude))) - 4);
  const step = (magnitude >> Math.max(1, segment)) & 15;
  return ((value < 0 ? 0 : 0x80) | (segment << 4) | step) ^ 0x55;
}

function streamed(wav: Buffer): Buffer {
  wav.writeUInt32LE(0xffff_ffff, 4);
  wav.writeUInt32LE(0xffff_ffff, 40);
  return wav;
}
