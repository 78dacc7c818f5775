import * as fc from "fast-check";
import { expect } from "vitest";
import { nextProgramme, unheard, type Programme } from "../../src/hold/programme.ts";
import { samplesASecond } from "../../src/hold/music.ts";
import { spokenSeconds } from "../../src/routing/prompts.ts";
import { interludes } from "./tracks.ts";
import { queueOf, routing, waitAt } from "./waiting.ts";

/** What happens while one document is heard: it is heard out, or a key comes after a share of it. */
export const documents = fc.array(
  fc.record({
    place: fc.integer({ min: 1, max: 9 }),
    wait: fc.option(fc.integer({ min: 10, max: 3_000 }), { nil: undefined }),
    returned: fc.boolean(),
    key: fc.oneof(
      { weight: 8, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
    ),
  }),
  { minLength: 150, maxLength: 150 },
);
export const caller = fc.record({
  queue: fc.constantFrom("support", "sales"),
  moreTime: fc.boolean(),
  segment: fc.constantFrom("new-kettle", undefined),
  closesAfter: fc.integer({ min: 0, max: 5_000 }),
});
export type Caller = typeof caller extends fc.Arbitrary<infer C> ? C : never;
export type Documents = typeof documents extends fc.Arbitrary<infer D> ? D : never;

/** A sentence or a stretch of music, in seconds of the wait; `whole`: no key cut it; `document`: when that was given. */
export type Played = {
  readonly document: number;
  readonly whole: boolean;
  readonly at: number;
  readonly until: number;
  readonly what: string;
  readonly text: string;
  readonly from: number;
  readonly to: number;
};

/** An hour of waiting, as it was planned document for document and cut by keys. */
export function hour({ queue, moreTime, segment, closesAfter }: Caller, events: Documents) {
  const played: Played[] = [];
  const heards = [];
  let heard = unheard(false);
  let now = 0;
  let key: number | undefined;
  for (const event of events) {
    if (now > 3_600) break;
    const answered = key === undefined ? 0 : 4;
    const next = nextProgramme(
      heard,
      waitAt(now, {
        moreTime,
        segment,
        answered,
        promotes: queue === "sales",
        interludes,
        closed: now >= closesAfter,
        finished: key === undefined,
        standing: {
          place: event.place,
          expectedWait: event.wait === undefined ? "unknown" : { from: event.wait, to: event.wait * 1.5 },
          ...(event.returned ? { worseBecause: "returned" } : {}),
        },
      }),
      queueOf(queue),
      routing,
    );
    const planned = inTime(next, now, answered);
    const ends = planned.at(-1)?.until ?? now;
    ({ key } = event);
    const cut = key === undefined ? ends : now + (ends - now) * key;
    played.push(
      ...planned
        .filter(({ at }) => at < cut)
        .map((one) => ({ ...one, until: Math.min(one.until, cut), whole: one.until <= cut })),
    );
    now = key === undefined ? ends + 1 : cut;
    heard = next.heard;
    heards.push(heard);
  }
  return { played, heards, waited: now };
}

/** When each piece of a document is heard. */
function inTime({ pieces }: Programme, now: number, answered: number): readonly Played[] {
  const played: Played[] = [];
  let at = now;
  const play = (what: string, seconds: number, text: string, from = 0, to = 0) => {
    played.push({ document: now, whole: true, at, until: at + seconds, what, text, from, to });
    at += seconds;
  };
  if (answered > 0) play("answer", answered, `the answer to the key at ${String(now)}`);
  for (const piece of pieces) {
    if (piece.kind === "music" || piece.kind === "interlude")
      play(piece.kind, (piece.to - piece.from) / samplesASecond, piece.track, piece.from, piece.to);
    else
      play(
        piece.kind === "announcement" ? `announcement ${piece.id}` : piece.what,
        spokenSeconds(piece.sentence),
        piece.sentence.text,
      );
  }
  return played;
}

/** Music that is waited to; what is spoken; and what of it the budget counts. */
export const music = (one: Played) => one.what === "music";
export const speech = (one: Played) => one.what !== "music" && one.what !== "interlude";
export const counted = (one: Played) => speech(one) && one.what !== "opening" && one.what !== "answer";
/** Of each two that follow each other, what `of` makes of them. */
export function pairs<T, R>(all: readonly T[], of: (before: T, after: T) => R): readonly R[] {
  return all.slice(1).map((after, at) => of(all[at] ?? after, after));
}

/** What must hold of every hour: forty of them, the same each time. */
export function everyHour(holds: (played: readonly Played[], caller: Caller) => void): void {
  fc.assert(
    fc.property(caller, documents, (who, events) => {
      const { played, waited } = hour(who, events);
      expect(waited).toBeGreaterThan(1_800);
      holds(played, who);
    }),
    { seed: 20_261_122, numRuns: 40 },
  );
}
