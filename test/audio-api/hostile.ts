import { gzipSync } from "node:zlib";
import { fixture } from "./desk.ts";
import { riff } from "./music.ts";

/** A hostile upload: what is sent, under which names. */
export type Hostile = { readonly bytes: Buffer; readonly title: string; readonly fileName: string };

const good = ["music.mp3", "music.flac", "music.flac.ogg", "music.vorbis.ogg", "music.opus.ogg"].map(fixture);
const names = [
  "../../../etc/passwd",
  "..%2f..%2f.env",
  "a%0d%0aSet-Cookie:%20x=1",
  "%00.wav",
  "CON.mp3",
  "x".repeat(3_000),
  "%F0%9F%8E%B5.flac",
  "<script>alert(1)</script>.ogg",
];
const titles = [
  "\u0000\u0007\u001B[31m",
  "../..",
  "\u202Egnp.wav",
  "",
  "${7*7}",
  "__proto__",
  "\uD800",
  "x".repeat(900),
];

/** So many hostile uploads, the same for the same seed; none of them holds twenty seconds of sound. */
export function hostileUploads(count: number, seed: number): Hostile[] {
  let state = seed;
  const below = (limit: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % limit;
  };
  const of = <T>(items: readonly T[], otherwise: T): T => items[below(items.length)] ?? otherwise;
  const noise = (bytes: number) => Buffer.from(Uint8Array.from({ length: bytes }, () => below(256)));
  /** Of a good file too little to be twenty seconds. */
  const part = () => {
    const file = of(good, Buffer.of());
    return Buffer.from(file.subarray(0, below(Math.floor(file.length * 0.7))));
  };
  const kinds: readonly (() => Buffer)[] = [
    part,
    () => broken(part(), 1 + below(40), below),
    () => broken(part().subarray(0, 400), 30, below),
    () => noise(1 + below(5_000)),
    () => Buffer.concat([part().subarray(0, 200), noise(20_000)]),
    () => Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x64]), noise(30_000)]),
    () => repeated([0xff, 0xe3, 0x18, 0xc4], 20_000),
    () => huge(of([1, 3, 6, 7, 85, 0xfffe], 1), of([0, 1, 8, 255, 65_535], 1), of([0, 1, 8_000, 2 ** 32 - 1], 1)),
    () => taggedWith(of([0, 0x7f7f7f7f, 0x00200000], 0), part()),
    () => Buffer.of(),
    () => gzipSync(gzipSync(Buffer.alloc(200_000))),
    () => Buffer.concat([Buffer.from("PK\x03\x04"), noise(500)]),
    () => Buffer.concat([Buffer.from("RIFF\xff\xff\xff\xffWAVE", "latin1"), gzipSync(Buffer.alloc(99_999))]),
    () => Buffer.from("<!doctype html><script>".repeat(1 + below(99))),
    () => dense(),
    () => oggOf(of(["OpusHead", "\x01vorbis", "\x7fFLAC", "\x80theora"], ""), below(256), noise(9_000)),
    () => Buffer.from("RIFF\0\0\0\0WAVEfmt ", "latin1"),
  ];
  return Array.from({ length: count }, (_, i) => ({
    bytes: kinds[i % kinds.length]?.() ?? Buffer.of(),
    title: of(titles, ""),
    fileName: of(names, ""),
  }));
}

function broken(file: Buffer, places: number, below: (limit: number) => number): Buffer {
  for (let i = 0; i < places && file.length > 0; i++) file[below(file.length)] = below(256);
  return file;
}

function repeated(bytes: readonly number[], times: number): Buffer {
  return Buffer.alloc(bytes.length * times, Buffer.from(bytes));
}

/** A WAV that says that it goes on for four gigabytes. */
function huge(format: number, channels: number, rate: number): Buffer {
  const wav = riff(format, 1, 8_000, 16, Buffer.alloc(3_000, 1));
  wav.writeUInt16LE(channels, 22);
  wav.writeUInt32LE(rate, 24);
  wav.writeUInt32LE(0xffff_fff0, 40);
  return wav;
}

/** A tag in front whose four size bytes are these. */
function taggedWith(size: number, file: Buffer): Buffer {
  const tag = Buffer.from("ID3\x04\0\0\0\0\0\0", "latin1");
  tag.writeUInt32BE(size, 6);
  return Buffer.concat([tag, file]);
}

/** FLAC frames of eight channels that hold hours of silence in a few bytes, as far as their headers say. */
function dense(): Buffer {
  const head = fixture("music.flac").subarray(0, 42);
  return Buffer.concat([head, repeated([0xff, 0xf8, 0x79, 0x78, 0x00, 0xff, 0xfe, 0x00, 0, 0, 0, 0, 0, 0], 30_000)]);
}

function oggOf(packet: string, channels: number, rest: Buffer): Buffer {
  const first = Buffer.concat([
    Buffer.from(packet, "latin1"),
    Buffer.from([1, channels, channels, channels]),
    rest.subarray(0, 40),
  ]);
  const header = Buffer.alloc(28);
  header.write("OggS\0\x02", "latin1");
  header[26] = 1;
  header[27] = first.length;
  return Buffer.concat([header, first, rest]);
}
