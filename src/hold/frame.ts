import type { Queue } from "../routing/routing.ts";
import type { Heard } from "./heard.ts";
import { samplesASecond, type Interlude } from "./music.ts";
import type { Speech } from "./speech.ts";

/** What is played before and after something that is said. */
export type Frame = { readonly before: readonly Interlude[]; readonly after: readonly Interlude[] };

const bare: Frame = { before: [], after: [] };

/**
 * An announcement is framed, and nothing else: the ident says that one comes, and a bed, each time the next one, leads back to
 * the music. So whoever hears no announcements hears neither.
 */
export function frameOf(
  speech: Speech | undefined,
  { announcements }: Heard,
  interludes: readonly Interlude[],
  queue: Queue,
): Frame {
  if (speech?.announcement === undefined || queue.kind !== "sales" || !queue.framed) return bare;
  const beds = interludes.filter(({ kind }) => kind === "bed");
  const at = beds.length > 0 ? announcements.length % beds.length : 0;
  return {
    before: interludes.filter(({ kind }) => kind === "ident").slice(0, 1),
    after: beds.slice(at, at + 1),
  };
}

/** Seconds that interludes last, one after the other. */
export function lengthOf(interludes: readonly Interlude[]): number {
  return interludes.reduce((sum, { samples }) => sum + samples, 0) / samplesASecond;
}
