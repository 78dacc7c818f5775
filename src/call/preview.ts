import type { QueueId, Routing } from "../routing/routing.ts";
import { newCall } from "./arrive.ts";
import { answeredAfter, houseAfter, standingAfter, type Imagined } from "./imagined.ts";
import { enterQueue } from "./enter-queue.ts";
import type { Call } from "./call.ts";
import type { CallEvent } from "./event.ts";
import { cut, gatherIn, heardIn, passagesOf, type Passage } from "./passage.ts";
import { into, legOf, type Step } from "./step.ts";
import { transition } from "./transition.ts";

/**
 * What is heard in a wait, in seconds from its beginning. `seconds`: how long it is listened to. `answered`: when a rep would be
 * free, where that is within it. `left`: when the caller went out of the line, and what the call does since, or in which queue it
 * is; unset: still waiting.
 */
export type Preview = {
  readonly passages: readonly Passage[];
  readonly seconds: number;
  readonly answered?: number;
  readonly left?: { readonly at: number; readonly to: "queue" | Call["at"]; readonly queue?: QueueId };
};

/** No wait of an hour has so many documents: whatever a rule may do, this ends. */
const mostDocuments = 1_000;

/** What a caller hears in a wait under a load, by the very rules that callers wait by. Nothing is owed to this one. */
export function preview(imagined: Imagined, routing: Routing): Preview {
  const passages: Passage[] = [];
  let keys = imagined.keys.toSorted((a, b) => a.at - b.at);
  let elapsed = 0;
  let before: Call | undefined;
  let step = entered(imagined, routing);
  for (let documents = 0; elapsed < imagined.seconds && documents < mostDocuments; documents++) {
    const { call, verbs } = step;
    const heard = passagesOf(heardIn(verbs), elapsed, imagined.at, call, before, routing);
    if (call.at !== "queue" || call.line.queue !== imagined.queue)
      return heardBy(imagined, [...passages, ...heard], leftTo(call, elapsed));
    const gather = gatherIn(verbs);
    const last = heard.at(-1);
    const ends = (last ? last.at + last.seconds : elapsed) + (gather?.seconds ?? 0);
    const key = keys.find(({ at }) => gather !== undefined && at < ends);
    const until = key ? Math.max(key.at, elapsed) : ends;
    passages.push(...heard.flatMap((one) => cut(one, until)));
    if (key) {
      passages.push({ kind: "key", at: until, seconds: 0, what: key.key });
      keys = keys.filter((one) => one !== key);
    }
    elapsed = until;
    before = call;
    step = transition(call, next(step, key?.key, imagined, elapsed, routing), routing, imagined.at + elapsed * 1_000);
  }
  return heardBy(imagined, passages, undefined);
}

function heardBy({ seconds, load }: Imagined, passages: readonly Passage[], left: Preview["left"]): Preview {
  const listened = left?.at ?? seconds;
  const answered = answeredAfter(load);
  return {
    passages,
    seconds: listened,
    ...(answered !== undefined && answered < listened ? { answered } : {}),
    ...(left ? { left } : {}),
  };
}

function leftTo(call: Call, at: number): NonNullable<Preview["left"]> {
  return call.at === "queue" ? { at, to: call.at, queue: call.line.queue } : { at, to: call.at };
}

/** Into the queue: by the way through the menus, or straight. */
function entered(imagined: Imagined, routing: Routing): Step {
  const { queue, way, language, at } = imagined;
  const line = way?.line ?? routing.lines[0]?.number ?? routing.business.callerId;
  const known = { language, quiet: false, moreTime: false, announcements: {}, openSupportCallback: false };
  const house = houseAfter(imagined, 0, routing);
  const arrival = { type: "arrived", sid: "preview", from: line, to: line, known, house } as const;
  if (way) return through(way.keys, transition(undefined, arrival, routing, at), imagined, routing);
  const call = into(newCall({ ...arrival, legs: { caller: { sid: "preview", turn: 0 } } }, routing, at), {
    at: "leaving",
    outcome: "abandoned",
  });
  const step = enterQueue(call, queue, arrival, routing, at);
  return "verbs" in step ? step : { call, verbs: [], effects: [] };
}

/** The keys are pressed before a menu has said a word: the wait is what is listened to. */
function through(keys: readonly string[], first: Step, imagined: Imagined, routing: Routing): Step {
  return keys.reduce((step, key) => {
    const { turn } = legOf(step.call, "caller");
    const house = houseAfter(imagined, 0, routing);
    return transition(step.call, { type: "pressed", keys: key, leg: "caller", turn, house }, routing, imagined.at);
  }, first);
}

/** What comes of a document: into the line, a key, or silence to its end. */
function next(
  { verbs }: Step,
  key: string | undefined,
  imagined: Imagined,
  elapsed: number,
  routing: Routing,
): CallEvent {
  const facts = {
    leg: "caller",
    house: houseAfter(imagined, elapsed, routing),
    standing: standingAfter(imagined, elapsed),
  } as const;
  const enqueued = verbs.find((verb) => verb.verb === "enqueue");
  if (enqueued) return { type: "waited", turn: enqueued.wait.turn, ...facts };
  if (verbs.some(({ verb }) => verb === "leave")) return { type: "left", result: "leave", turn: 0, ...facts };
  const turn = gatherIn(verbs)?.then.turn ?? 0;
  return key === undefined ? { type: "kept-silent", turn, ...facts } : { type: "pressed", keys: key, turn, ...facts };
}
