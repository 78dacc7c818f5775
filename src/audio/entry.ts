import { createHash } from "node:crypto";
import { z } from "zod";
import type { Figures } from "../../audio/measure/recording.ts";
import { emptyMuLawWav, telephoneRate } from "./wav.ts";
import type { Mastered } from "./master.ts";
import { phraseEndsOf } from "./phrases.ts";

/**
 * What is kept of an uploaded track beside its sound, with the same words as `audio/manifest.json`: phrase ends in samples at
 * 8 kHz, loudness in LUFS, true peak in dBTP, shares from 0 to 1.
 */
export const uploadedEntry = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: z.string().min(1),
  kind: z.literal("instrumental"),
  /** The name that the file had where it came from, for display alone. */
  uploadedAs: z.string(),
  samples: z.int().positive(),
  seconds: z.number().positive(),
  phraseEnds: z.array(z.int().positive()).min(1),
  loudness: z.number(),
  truePeak: z.number(),
  bandShare: z.number().min(0).max(1),
  speechShare: z.number().min(0).max(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** The warnings that somebody has accepted. */
  accepted: z.array(z.string()),
});
export type UploadedEntry = z.infer<typeof uploadedEntry>;

/** A track that was uploaded: what is known of it, and its whole WAV file. */
export type UploadedTrack = { readonly entry: UploadedEntry; readonly wav: Buffer };

/** What somebody calls a track, and the file that it came in. */
export type Names = { readonly title: string; readonly uploadedAs: string };

/** Makes a track of mastered music and its figures, its warnings not accepted yet. Its id says its title and its content. */
export function trackOf({ title, uploadedAs }: Names, { sound, samples }: Mastered, figures: Figures): UploadedTrack {
  const { wav, sound: place } = emptyMuLawWav(sound.length);
  place.set(sound);
  const sha256 = createHash("sha256").update(wav).digest("hex");
  const entry: UploadedEntry = {
    id: `${slugOf(title)}-${sha256.slice(0, 8)}`,
    title,
    kind: "instrumental",
    uploadedAs,
    samples: sound.length,
    seconds: sound.length / telephoneRate,
    phraseEnds: phraseEndsOf(samples),
    loudness: rounded(figures.loudness),
    truePeak: rounded(figures.truePeak),
    bandShare: rounded(figures.bandShare),
    speechShare: rounded(figures.speech.share),
    sha256,
    accepted: [],
  };
  return { entry, wav };
}

/** A title in small letters, digits and dashes, accents taken off; "track" where nothing is left, unless it is said what. */
export function slugOf(title: string, otherwise = "track"): string {
  const plain = title.normalize("NFKD").toLowerCase();
  const words = plain.replaceAll(/\p{M}/gu, "").match(/[a-z0-9]+/g) ?? [otherwise];
  return words.join("-").slice(0, 40).replace(/-$/, "");
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
