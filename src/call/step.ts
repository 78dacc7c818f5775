import type { Destination, Instant, Routing } from "../routing/routing.ts";
import type { Call, Common, Leg, State } from "./call.ts";
import type { Effect } from "./effect.ts";
import type { CallEvent } from "./event.ts";
import type { Heard, LegId, Verb } from "./verb.ts";

/** What a call does next: the call as it is now, the document for the leg that asked, and the work that goes out. */
export type Step = {
  readonly call: Call;
  readonly verbs: readonly Verb[];
  readonly effects: readonly Effect[];
};

/** The caller goes on to a destination, which `transition` enters; `before` is said on the way. */
export type Going = {
  readonly call: Call;
  readonly goes: Destination;
  readonly before: readonly Heard[];
  readonly effects: readonly Effect[];
};

/** One state's whole behaviour: everything a call in that state can do, in one place. */
export type StateOf<S extends State> = (
  call: Common & S,
  event: CallEvent,
  routing: Routing,
  now: Instant,
) => Step | Going;

/** Sends the caller on. */
export function go(
  call: Call,
  goes: Destination,
  before: readonly Heard[] = [],
  effects: readonly Effect[] = [],
): Going {
  return { call, goes, before, effects };
}

/** Nothing changes, and there is nothing to say. */
export function stay(call: Call, effects: readonly Effect[] = []): Step {
  return { call, verbs: [], effects };
}

/** The facts that outlive a state: a call without its state. */
export function common(call: Common): Common {
  const {
    sid,
    from,
    to,
    arrivedAt,
    routing,
    language,
    moreTime,
    quiet,
    legs,
    about,
    segment,
    everSupport,
    heardBefore,
    spokeWith,
    returns,
    cases,
    story,
    played,
    overtaken,
    disposition,
    promised,
    failures,
    wrongCodes,
  } = call;
  return {
    sid,
    from,
    to,
    arrivedAt,
    routing,
    language,
    moreTime,
    quiet,
    legs,
    everSupport,
    heardBefore,
    story,
    played,
    overtaken,
    failures,
    ...(about === undefined ? {} : { about }),
    ...(segment === undefined ? {} : { segment }),
    ...(spokeWith === undefined ? {} : { spokeWith }),
    ...(returns === undefined ? {} : { returns }),
    ...(cases === undefined ? {} : { cases }),
    ...(wrongCodes === undefined ? {} : { wrongCodes }),
    ...(disposition === undefined ? {} : { disposition }),
    ...(promised === undefined ? {} : { promised }),
  };
}

/** The call in another state. */
export function into<S extends State>(call: Common, state: S): Common & S {
  return { ...common(call), ...state };
}

/** A leg of the call; one that was never seen is a leg at its beginning. */
export function legOf(call: Common, leg: LegId): Leg {
  return call.legs[leg] ?? { turn: 0 };
}

/** The call with a leg changed. */
export function withLeg<C extends Common>(call: C, leg: LegId, change: Partial<Leg>): C {
  return { ...call, legs: { ...call.legs, [leg]: { ...legOf(call, leg), ...change } } };
}

/** Gives a leg its next document, numbered, so that an answer to an older one is known for what it is. */
export function give(
  call: Call,
  leg: LegId,
  document: (turn: number) => readonly Verb[],
  effects: readonly Effect[] = [],
): Step {
  const turn = legOf(call, leg).turn + 1;
  const verbs = document(turn);
  const opens = verbs.some(({ verb }) => verb === "enqueue" || verb === "join" || verb === "dial");
  return { call: withLeg(call, leg, opens ? { turn, outer: turn } : { turn }), verbs, effects };
}

/** The step with more work after its own. */
export function also<T extends Step | Going>(step: T, ...effects: readonly Effect[]): T {
  return { ...step, effects: [...step.effects, ...effects] };
}

/** Effects that end a leg which may still be ringing; none while its SID is not known, `ring-placed` then does it. */
export function hangUp(call: Common, leg: LegId): readonly Effect[] {
  const { sid, ended } = legOf(call, leg);
  return sid === undefined || ended ? [] : [{ do: "hang-up", leg, sid }];
}

/** Effects that let a rep go: whoever has picked up hears why, a phone that still rings just stops. */
export function letGo(call: Common, leg: LegId): readonly Effect[] {
  return legOf(call, leg).turn > 0 ? redirect(call, leg) : hangUp(call, leg);
}

/** The call where a leg is about to be interrupted: what it still answers to its present document comes too late. */
export function interrupted<C extends Common>(call: C, leg: LegId): C {
  return withLeg(call, leg, { turn: legOf(call, leg).turn + 1 });
}

/** Effects that interrupt a leg, so that it asks for its next document. */
export function redirect(call: Common, leg: LegId): readonly Effect[] {
  const { sid, ended } = legOf(call, leg);
  return sid === undefined || ended ? [] : [{ do: "redirect", leg, sid }];
}
