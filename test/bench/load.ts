import { isHoldDocument, step, type Caller } from "./callers.ts";
import type { Server } from "./child.ts";
import type { Answer, Post } from "./post.ts";

/** What came of a stretch of load: times in ms, from when a request should have been sent; how many said something. */
export type Stretch = {
  readonly times: readonly number[];
  readonly seconds: number;
  readonly errors: number;
  readonly spoke: number;
  readonly bytes: number;
  readonly cpuMicros: number;
};

/** A document's length in ms: the shortest stretch of music that a caller is given. */
const documentMs = 30_000;
const tellEvery = 50;

/**
 * So many connections for `ms`, at least `least` requests, each asking again as soon as it is answered. Callers take turns, so that every
 * request is a caller's next step; a server whose time is told hears that a document's length has passed between two of one's.
 */
export async function asFastAsItGoes(
  server: Server,
  post: Post,
  callers: readonly Caller[],
  connections: number,
  ms: number,
  isRight: (answer: Answer) => boolean = isHoldDocument,
  least = 0,
): Promise<Stretch> {
  const before = await server.usage();
  const began = performance.now();
  const times: number[] = [];
  let [turn, errors, spoke, bytes] = [0, 0, 0, 0];
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() - began < ms || turn < least) {
        if (turn % tellEvery === 0) server.pass((documentMs / callers.length) * tellEvery);
        const caller = callers[turn++ % callers.length];
        if (!caller) return;
        const asked = performance.now();
        const answer = await step(caller, post);
        times.push(performance.now() - asked);
        if (!isRight(answer)) errors++;
        if (answer.body.includes("<Say")) spoke++;
        bytes += answer.body.length;
      }
    }),
  );
  const seconds = (performance.now() - began) / 1_000;
  const after = await server.usage();
  return { times, seconds, errors, spoke, bytes, cpuMicros: after.cpuMicros - before.cpuMicros };
}
