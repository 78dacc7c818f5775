import { z } from "zod";

const offset = z.int().positive();

const entry = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "is made of small letters, digits and single dashes"),
    title: z.string().min(1),
    composer: z.string().min(1),
    licence: z.string().min(1),
    kind: z.enum(["instrumental", "bed", "ident", "announcement"]),
    file: z
      .string()
      .regex(/^(music|announcements)\/[a-z0-9-]+\.wav$/, "is music/<name>.wav or announcements/<name>.wav"),
    samples: offset,
    seconds: z.number().positive(),
    phraseEnds: z.array(offset).min(1),
    loudness: z.number(),
    truePeak: z.number(),
    bandShare: z.number().min(0).max(1),
    speechShare: z.number().min(0).max(1),
    sha256: z.string().regex(/^[0-9a-f]{64}$/, "is 64 hexadecimal digits"),
    score: z.string(),
    renderer: z.string(),
    playedBy: z.string(),
    source: z.string().regex(/^[0-9a-f]{64}$/, "is 64 hexadecimal digits"),
  })
  .refine(
    ({ phraseEnds, samples }) =>
      phraseEnds.at(-1) === samples && phraseEnds.every((end, i) => end > (phraseEnds[i - 1] ?? 0)),
    "its phrase ends do not rise to its last sample",
  );

/**
 * What `audio/manifest.json` says of the music: phrase ends in samples at 8 kHz, loudness in LUFS, true peak in dBTP, and the
 * share of power in 300–3400 Hz. It is written by `npm run audio:build`, never by hand.
 */
export const audioManifest = z.strictObject({
  tracks: z
    .array(entry)
    .refine((tracks) => new Set(tracks.map(({ id }) => id)).size === tracks.length, "two tracks have one id"),
});

export type AudioManifest = z.infer<typeof audioManifest>;
export type ManifestEntry = z.infer<typeof entry>;
