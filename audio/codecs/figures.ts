import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";

const snr = z.strictObject({ gsm: z.number(), amr122: z.number(), amr59: z.number(), opus8: z.number() });

const piece = z.strictObject({
  id: z.string(),
  sha256: z.string(),
  snr,
  afterGsm: z.strictObject({
    loudness: z.number(),
    bandShare: z.number(),
    gap: z.number(),
    bands: z.array(z.number()),
  }),
});

const foreign = z.strictObject({
  name: z.string(),
  loudness: z.number(),
  range: z.number(),
  truePeak: z.number(),
  bandShare: z.number(),
  gap: z.number(),
  snr,
});

const codecFigures = z.strictObject({ pieces: z.array(piece), asterisk: z.array(foreign) });

/**
 * What codecs leave of our pieces (each known by the hash of its file) and of Asterisk's hold music: magnitude SNR in dB,
 * loudness in LUFS, gaps in seconds. It lies in `codecs/figures.json`, written by `npm run audio:codecs`.
 */
export type CodecFigures = z.infer<typeof codecFigures>;
export type PieceFigures = z.infer<typeof piece>;
export type ForeignFigures = z.infer<typeof foreign>;

/** Where the figures lie. */
export const figuresFile = new URL("figures.json", import.meta.url);

/** Reads the figures; there are none where codecs were never at hand. Throws on a file that does not hold them. */
export function readFigures(): CodecFigures {
  if (!existsSync(figuresFile)) return { pieces: [], asterisk: [] };
  return codecFigures.parse(JSON.parse(readFileSync(figuresFile, "utf8")));
}
