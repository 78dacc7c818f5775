import type { Figures } from "../../audio/measure/recording.ts";
import type { UploadedEntry } from "./entry.ts";

/** Where an upload stands. `decoding` at 0 also while others come first. */
export type UploadState = "receiving" | "decoding" | "measuring" | "refused" | "needs-acceptance" | "stored";

/** An upload as its watchers see it. */
export type Upload = {
  readonly id: string;
  readonly title: string;
  readonly uploadedAs: string;
  readonly state: UploadState;
  /** 0–1 over all that is to be done. */
  readonly progress: number;
  /** Why it cannot be used, where it is refused. */
  readonly refusal?: string;
  /** What is to be accepted before it is stored, or was. */
  readonly warnings?: readonly string[];
  readonly figures?: Figures;
  readonly track?: UploadedEntry;
};

/** Whether nothing more will come of it by itself. */
export function isSettled({ state }: Upload): boolean {
  return state === "refused" || state === "needs-acceptance" || state === "stored";
}
