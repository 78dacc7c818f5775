import { createHash } from "node:crypto";
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A sound without a pattern that a wrong cut could hide in: mu-law bytes of a fixed linear congruence. */
export const sound = Buffer.alloc(1001);
let state = 7;
for (let i = 0; i < sound.length; i++) {
  state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
  sound[i] = (state >> 16) & 0xff;
}
/** `tide.wav`: that sound as a file. */
export const wav = wavWith(sound);

/** A folder of music with one track, `tide`, and the files given added or put in place; whoever asks for it removes it. */
export async function musicFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "holdfast-audio-"));
  await mkdir(join(folder, "music"));
  for (const [name, content] of Object.entries({ "music/tide.wav": wav, "manifest.json": manifest(), ...files })) {
    await writeFile(join(folder, name), content);
  }
  return folder;
}

/** A mu-law WAV written out by hand, so that the code under test is not its own witness. */
export function wavWith(bytes: Uint8Array): Buffer {
  const format = Buffer.from("0700 0100 401f0000 401f0000 0100 0800 0000".replaceAll(" ", ""), "hex");
  const chunks = ["WAVEfmt ", size(18), format, "fact", size(4), size(bytes.length), "data", size(bytes.length), bytes];
  const padding = bytes.length % 2 ? [Buffer.of(0xff)] : [];
  const body = Buffer.concat([
    ...chunks.map((chunk) => (typeof chunk === "string" ? Buffer.from(chunk) : chunk)),
    ...padding,
  ]);
  return Buffer.concat([Buffer.from("RIFF"), size(body.length), body]);
}

/** A chunk's size as RIFF writes it: four bytes, the least first. */
function size(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** The manifest of the folder's one track, `tide`, but for what differs. */
export function manifest(differences: object = {}, file = wav): string {
  const sha256 = createHash("sha256").update(file).digest("hex");
  const figures = {
    samples: 1001,
    seconds: 0.125,
    phraseEnds: [400, 1001],
    loudness: -22,
    truePeak: -6,
    bandShare: 1,
    speechShare: 0,
    sha256,
  };
  const names = {
    id: "tide",
    title: "Tide",
    composer: "nobody",
    licence: "MIT",
    kind: "instrumental",
    file: "music/tide.wav",
  };
  const origin = { score: "none", renderer: "none", playedBy: "none", source: sha256 };
  return JSON.stringify({ tracks: [{ ...names, ...figures, ...origin, ...differences }] });
}
