import { callableFrom } from "../callback/callable.ts";
import {
  resolutionAfter,
  type CallerFacts,
  type ResolutionEffect,
  type ResolutionEvent,
  type ResolutionStep,
} from "../resolution/after.ts";
import type { Resolution } from "../resolution/resolution.ts";
import type { Instant, Routing } from "../routing/routing.ts";
import type { Alongside, Decision, Look, NewEffect, Settled, Store } from "../store/store.ts";
import type { NumberFault, Owed } from "../callback/owed.ts";
import type { Performing } from "./perform.ts";
import { remembered } from "./memory.ts";
import { done } from "./settle.ts";

type Telling = {
  readonly store: Store;
  readonly routing: Routing;
  readonly now: () => Instant;
  readonly owed: Owed;
};

/** Tells a case what has happened. */
export async function tellResolution(
  id: string,
  event: ResolutionEvent,
  { store, routing, now }: Telling,
): Promise<void> {
  await store.decide("resolution", id, (known, look) =>
    decided(resolutionAfter(known, event, routing, now()), known, look, routing, now()),
  );
}

/** Wakes a case, with what is true of its caller in the instant of deciding. */
export async function wakeResolution(id: string, why: string, { store, routing, now, owed }: Telling): Promise<void> {
  await store.decide("resolution", id, (known, look) => {
    if (!known) return { answer: null };
    const event = { type: "woke", why, caller: factsOf(known, look, owed) } as const;
    return decided(resolutionAfter(known, event, routing, now()), known, look, routing, now());
  });
}

/** A caller who is on the line with us, or may not be rung now, is asked so much later, in milliseconds. */
const askLater = 600_000;

/**
 * Begins the call in which a caller is asked; under the same name it is the same call. Nothing is begun that cannot be kept;
 * whoever is on the line with us, about whatever, is asked later, and so is everybody while nobody is to be rung; and nobody out of
 * hours or at night, however late it has become.
 */
export async function askAfter(
  id: string,
  sid: string,
  {
    store,
    calls,
    holdsBack,
    board,
    owed,
    routing,
    clock,
  }: Pick<Performing, "store" | "calls" | "holdsBack" | "board" | "owed" | "routing" | "clock">,
): Promise<Settled> {
  const matter = await store.get("resolution", id);
  if (!matter) return done;
  if (holdsBack()) return { outcome: "retry", at: clock.now() + askLater };
  const { number, line, queue } = matter;
  const judged = owed.judge(number, line, queue);
  const from = judged.ok ? callableFrom({ queue, zones: judged.zones }, routing, clock.now()) : undefined;
  if (from === undefined) return done;
  if (from > clock.now()) return { outcome: "retry", at: from };
  if (board.isOnTheLine(number)) return { outcome: "retry", at: clock.now() + askLater };
  const memory = await store.get("caller", number);
  const known = {
    quiet: memory?.quiet ?? false,
    moreTime: memory?.moreTime ?? false,
    announcements: memory?.announcements ?? {},
    openSupportCallback: matter.everSupport,
    language: matter.language,
  };
  await calls.tell(sid, ({ house }) =>
    house.durable ? { type: "asking-after", sid, matter, known, house } : undefined,
  );
  return done;
}

/** What is decided about a case along with something else; undefined: nothing changes. */
export function resolutionAlongside(
  id: string,
  event: ResolutionEvent,
  look: Look,
  routing: Routing,
  now: Instant,
): Alongside | undefined {
  const known = look("resolution", id);
  const step = resolutionAfter(known, event, routing, now);
  return step && step.resolution !== known ? { kind: "resolution", id, ...kept(step) } : undefined;
}

function decided(
  step: ResolutionStep | undefined,
  known: Resolution | undefined,
  look: Look,
  routing: Routing,
  now: Instant,
): Decision<Resolution, null> {
  if (!step || (step.resolution === known && step.effects.length === 0)) return { answer: null };
  const { number } = step.resolution;
  const put = remembered(look("caller", number), number, { askedAt: now }, routing, now);
  return { ...kept(step), ...(step.asked ? { also: [{ kind: "caller", id: number, put }] } : {}), answer: null };
}

/** A case that is over leaves what is open, and is counted from the archive. */
function kept({ resolution, effects }: ResolutionStep) {
  const inLanes = effects.map((effect) => inLane(resolution.id, effect));
  return resolution.closedAt === undefined
    ? { put: resolution, effects: inLanes }
    : { close: resolution, effects: inLanes };
}

function inLane(id: string, effect: ResolutionEffect): NewEffect {
  switch (effect.do) {
    case "wake":
      return { lane: `resolution ${id} wake ${effect.why} ${effect.at}`, effect, dueAt: effect.at };
    case "text":
      return { lane: `text ${effect.to}`, effect };
    case "ask-after":
      return { lane: `resolution ${id}`, effect };
    default:
      return effect satisfies never;
  }
}

/** Why a number is not rung back that may be rung another time. */
const forNow = new Set<NumberFault>(["too-often", "too-many-alike", "too-many-today", "spent", "switched-off"]);

/** Who wants no calls is not asked at all. */
function factsOf({ number, line, queue }: Resolution, look: Look, owed: Owed): CallerFacts {
  const memory = look("caller", number);
  const judged = owed.judge(number, line, queue);
  return {
    zones: judged.ok ? judged.zones : undefined,
    notNow: !judged.ok && forNow.has(judged.why),
    texts: judged.ok && judged.texts && !memory?.textsUnwanted,
    askedAt: memory?.askedAt,
    owed: owed.ofNumber(number) !== undefined,
  };
}
