import { expectedWait } from "../acd/expected-wait.ts";
import { nothingOwed } from "../callback/owed.ts";
import type { Interlude, Track } from "../hold/music.ts";
import type { Instant, LanguageCode, QueueId, Routing } from "../routing/routing.ts";
import type { House, Standing } from "./event.ts";

/** A load to imagine: so many ahead, so many reps signed in, and a caller served every so many seconds on average by each. */
export type Load = { readonly ahead: number; readonly reps: number; readonly handleSeconds: number };

/**
 * A wait to imagine: whose, when it begins, for how many seconds, and the keys that are pressed in it. `way`: the line that was
 * dialled and the keys that were pressed in its menus; unset: straight into the queue.
 */
export type Imagined = {
  readonly queue: QueueId;
  readonly way?: { readonly line: string; readonly keys: readonly string[] };
  readonly language: LanguageCode;
  readonly at: Instant;
  readonly seconds: number;
  readonly load: Load;
  readonly keys: readonly { readonly at: number; readonly key: string }[];
  readonly tracks: Readonly<Record<string, Track>>;
  readonly interludes: readonly Interlude[];
};

/** Enough like the last ones for a wait to be foretold. */
const handled = 20;

/** One of those ahead is served whenever one of the reps is free again. */
function aheadAt({ ahead, reps, handleSeconds }: Load, elapsed: number): number {
  return Math.max(0, ahead - Math.floor((elapsed * reps) / handleSeconds));
}

/** Seconds into the wait at which a rep is free for this caller; undefined where nobody is signed in. */
export function answeredAfter({ ahead, reps, handleSeconds }: Load): number | undefined {
  return reps === 0 ? undefined : ((ahead + 1) * handleSeconds) / reps;
}

/** Where the caller stands so many seconds into the wait. */
export function standingAfter({ load }: Imagined, elapsed: number): Standing {
  const place = aheadAt(load, elapsed) + 1;
  // Handle times vary as they do in life: half of them a third shorter, half a third longer.
  const times = Array.from({ length: handled }, (_, at) => load.handleSeconds * (at % 2 === 0 ? 2 / 3 : 4 / 3));
  return { place, expectedWait: expectedWait(place, load.reps, times) };
}

/** The house so many seconds into the wait. Nothing is owed to this caller. */
export function houseAfter({ queue, load, tracks, interludes }: Imagined, elapsed: number, routing: Routing): House {
  const there = Object.keys(routing.reps).slice(0, load.reps);
  const zones = [routing.business.zone];
  return {
    queues: Object.fromEntries(
      Object.keys(routing.queues).map((id) => [
        id,
        { waiting: id === queue ? aheadAt(load, elapsed) : 0, signedIn: load.reps },
      ]),
    ),
    tracks,
    interludes,
    there,
    durable: true,
    owed: { ...nothingOwed, judge: (number) => ({ ok: true, number, zones, texts: true }) },
  };
}
