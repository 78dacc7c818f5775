import { setTimeout as pass } from "node:timers/promises";
import { fillLine, isHoldDocument, joinLine, step, type Caller } from "./callers.ts";
import { figure, quantile } from "./figures.ts";
import type { Answer } from "./post.ts";
import { table } from "./table.ts";
import { openWorld } from "./world.ts";

/** A hold document lasts from half to one and a half times this, in ms. */
const documentMs = 45_000;
const talkMs = 12_000;

/** What came of one stretch: times in ms from the instant at which a document should have been asked for. */
type Stretch = { readonly times: number[]; errors: number; late: number; rss: number };

/** Numbers between 0 and 1, the same in every run. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Whoever is just being taken by a rep is answered with the way into the conversation, or out of the queue first. */
function isWayOut({ status, body }: Answer): boolean {
  return status === 200 && (body.includes("<Conference") || body.includes("<Leave/>"));
}

/** Thousands wait at once, each asking for the next document when the last one ends, while reps take calls. */
export async function waitingBench(quick: boolean): Promise<string> {
  const [count, atOnce, hurried] = quick ? [2_000, 8_000, 3_000] : [5_000, 60_000, 20_000];
  const reps = 20;
  const random = chance(1);
  const line = new Map<string, { caller: Caller; dueAt: number }>();
  let [joined, speed] = [count, 1];
  const joining = new Set<Promise<void>>();
  /** Callers whom a rep has taken: some of them while the line was still filling. */
  const gone = new Set<string>();
  const comes = (caller: Caller, within: number) => {
    if (!gone.has(caller.sid)) line.set(caller.sid, { caller, dueAt: performance.now() + within });
  };
  const world = await openWorld({
    reps,
    talkMs,
    left(sid) {
      gone.add(sid);
      line.delete(sid);
      // Somebody else comes at once, so that the line stays as long as it is.
      const coming = joinLine(joined++, world.post).then((caller) =>
        comes(caller, (documentMs * (0.5 + random())) / speed),
      );
      joining.add(coming);
    },
  });
  for (const caller of await fillLine(0, count, world.post)) comes(caller, documentMs * random());

  async function drive(ms: number): Promise<Stretch> {
    const found: Stretch = { times: [], errors: 0, late: 0, rss: 0 };
    const until = performance.now() + ms;
    const asking = new Set<Promise<void>>();
    async function ask(caller: Caller, dueAt: number): Promise<void> {
      const answer = await step(caller, world.post);
      found.times.push(performance.now() - dueAt);
      if (!isHoldDocument(answer) && !isWayOut(answer)) found.errors++;
    }
    while (performance.now() < until) {
      const now = performance.now();
      for (const waiting of line.values()) {
        if (waiting.dueAt > now) continue;
        const { caller, dueAt } = waiting;
        waiting.dueAt = dueAt + (documentMs * (0.5 + random())) / speed;
        const asked = ask(caller, dueAt);
        asking.add(asked);
        void asked.finally(() => asking.delete(asked));
      }
      await pass(1);
    }
    await Promise.all(asking);
    found.rss = (await world.server.usage()).rss;
    return found;
  }

  const real = await drive(atOnce);
  speed = 10;
  for (const waiting of line.values()) waiting.dueAt = performance.now() + (documentMs * random()) / speed;
  const fast = await drive(hurried);
  const taken = world.reps.taken();
  await Promise.all(joining);
  await world.close();

  const row = (name: string, { times, errors, rss }: Stretch, ms: number) => ({
    rate: name,
    "documents/s": figure((times.length * 1_000) / ms, 0),
    "p50 ms": figure(quantile(times, 0.5), 1),
    "p99 ms": figure(quantile(times, 0.99), 1),
    "max ms": figure(quantile(times, 1), 1),
    errors: figure(errors),
    "RSS MB": figure(rss / 1e6),
  });
  return [
    `## ${figure(count)} callers waiting at once, on one node`,
    `Each asks for the next document when the last one ends, every 22 to 67 s, for ${atOnce / 1_000} s; then ten times as fast for ${hurried / 1_000} s. Times are from the instant at which a document was due to be asked for, whoever was busy. Meanwhile ${reps} reps took ${taken} calls, and as many callers came. As in life, a p99 below 50 ms, no errors and an RSS below 250 MB are wanted.`,
    table([row("as in life", real, atOnce), row("ten times that", fast, hurried)]),
  ].join("\n\n");
}
