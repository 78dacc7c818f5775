import type { Figures } from "../../audio/measure/recording.ts";
import type { Names, UploadedTrack } from "./entry.ts";
import type { Format } from "./format.ts";

/** What a reading process is given: a file, known to look like its format from `from` on. */
export type Given = Names & { readonly format: Format; readonly from: number; readonly bytes: Uint8Array };

/** Ready to be kept once its warnings are accepted. */
export type Ready = UploadedTrack & { readonly figures: Figures; readonly warnings: readonly string[] };

/** How far reading has come, 0–1 over all of it. */
export type Progress = { readonly state: "decoding" | "measuring"; readonly progress: number };

/** How reading ends: a track, or a sentence that says why not. */
export type Ending = { readonly ready: Ready } | { readonly refusal: string };

/** What a reading process says. */
export type Said = Progress | Ending;
