import type { Figures } from "../../audio/measure/recording.ts";
import type { Names, UploadedTrack } from "./entry.ts";
import type { Format } from "./format.ts";

/** What a reading process is given: a file, known to look like its format from `from` on. */
export type Given = Names & {
  /** What is to become of it: music that queues play, or a prompt that somebody has spoken. */
  readonly as: "music" | "prompt";
  readonly format: Format;
  readonly from: number;
  readonly bytes: Uint8Array;
};

/** Ready to be kept once its warnings are accepted. */
export type Ready = UploadedTrack & { readonly figures: Figures; readonly warnings: readonly string[] };

/** How far reading has come, 0–1 over all of it. */
export type Progress = { readonly state: "decoding" | "measuring"; readonly progress: number };

/** How reading ends: a track, or a sentence that says why not. */
export type Ending = { readonly ready: Ready } | { readonly refusal: string };

/** A recorded prompt, ready for the telephone: its whole WAV file, its length, its loudness (LUFS) as it came, and what to listen for. */
export type Spoken = {
  readonly wav: Buffer;
  readonly seconds: number;
  readonly loudness: number;
  readonly warnings: readonly string[];
};

/** How reading a prompt ends. */
export type SpokenEnding = { readonly spoken: Spoken } | { readonly refusal: string };

/** What a reading process says. */
export type Said = Progress | Ending | SpokenEnding;
