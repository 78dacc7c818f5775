import { givenNow, type Callback, type CallbackState } from "../../src/callback/callback.ts";
import type { CallbackEvent, NewCallback, NewGiven } from "../../src/callback/event.ts";
import type { CallbackStep } from "../../src/callback/step.ts";
import { callbackAfter } from "../../src/callback/transition.ts";
import { readRouting } from "../../src/routing/check.ts";
import type { Routing } from "../../src/routing/routing.ts";
import { business, line, type Business } from "../support/business.ts";
import { at } from "../routing/calendar.ts";

/** A Monday at ten in New York. */
export const ten = at("2026-11-23 10:00");
export const minute = 60_000;
export const hour = 60 * minute;

/** The small business, with what a test changes; throws where it does not hold. */
export function routingWith(change: (source: Business) => unknown = (source) => source): Routing {
  const read = readRouting(change(structuredClone(business)), "v1");
  if ("faults" in read) throw new Error(JSON.stringify(read.faults));
  return read.routing;
}

/** Always open. */
export const routing = routingWith();
/** Support is open from nine to five, Monday to Friday. */
export const officeHours = routingWith((source) => ({
  ...source,
  hours: {
    office: {
      weekly: Object.fromEntries(["mon", "tue", "wed", "thu", "fri"].map((day) => [day, [["09:00", "17:00"]]])),
    },
  },
  queues: { ...source.queues, support: { ...source.queues.support, hours: "office" } },
}));

/** Support with other rules for its return calls. */
export const withRules = (callbacks: object, from: (source: Business) => unknown = (source) => source): Routing =>
  routingWith((source) => {
    const changed = from(source) as Business;
    return { ...changed, queues: { ...changed.queues, support: { ...changed.queues.support, callbacks } } };
  });

type Kind = Callback["kind"];
/** What is said where a test does not say it: a place without a time, 11 to 11:15, by noon. */
const usual: Readonly<Record<Kind, NewGiven>> = {
  place: {},
  booked: { from: ten + hour, by: ten + hour + 15 * minute },
  promised: { by: ten + 2 * hour },
};

/** A return call as it is asked for: of a caller of support who can be texted, the rep's word being Ana's. */
export function wanted(kind: Kind, given: NewGiven = usual[kind], facts: Partial<NewCallback> = {}): NewCallback {
  return {
    id: "CB1",
    code: "123456",
    kind,
    to: "+15550109999",
    from: line,
    language: "en",
    queue: "support",
    joinedAt: ten,
    madeBy: { who: "caller", via: "phone" },
    confirm: false,
    zones: [],
    texts: true,
    everSupport: true,
    ...(kind === "promised" ? { owner: "ana" } : {}),
    given,
    ...facts,
  };
}

/** Made at ten, and what came of it. */
export function making(
  kind: Kind,
  given?: NewGiven,
  facts?: Partial<NewCallback>,
  by = routing,
  now = ten,
): CallbackStep {
  return callbackAfter(undefined, { type: "made", callback: wanted(kind, given, facts) }, by, now);
}

/** Told one event after the other, each at its instant; effects are those of the last. */
export function after(
  callback: Callback,
  happened: readonly (readonly [now: number, event: CallbackEvent])[],
  by: Routing = routing,
): CallbackStep {
  let step: CallbackStep = { callback, effects: [] };
  for (const [now, event] of happened) step = callbackAfter(step.callback, event, by, now);
  return step;
}

/** The callback in a state, its facts being those of one that was made at ten. */
export function standing(
  state: CallbackState,
  kind: Kind = "place",
  given?: NewGiven,
  facts?: Partial<NewCallback>,
): Callback {
  return { ...making(kind, given, facts).callback, state };
}

/** Each state a callback can be open in, from a minute past ten on. */
export const states: Readonly<Record<string, CallbackState>> = {
  promised: { at: "promised" },
  due: { at: "due", since: ten },
  "ringing a rep's": { at: "ringing", since: ten, call: "CA1", rep: "ana" },
  "ringing without a rep": { at: "ringing", since: ten, call: "CA1" },
  live: { at: "live", since: ten, call: "CA1" },
  "talking with a rep": { at: "talking", since: ten, call: "CA1", rep: "ana" },
  "talking without a rep": { at: "talking", since: ten, call: "CA1" },
  missed: { at: "missed", since: ten, again: ten + 15 * minute },
};

/** How the promises ended, the open one last. */
export const endings = ({ given }: Callback) =>
  given.map(({ ended }) => (ended ? ("cause" in ended ? `${ended.how}: ${ended.cause}` : ended.how) : "open"));

/** What the customer and the reps get: texts by their words, wakes by what for. */
export const did = ({ effects }: CallbackStep) =>
  effects.map((effect) =>
    effect.do === "wake" ? `wake ${effect.why}` : effect.do === "dial-customer" ? `dial ${effect.how}` : effect.do,
  );

/** When it is woken for something; undefined: it is not. */
export const wokenAt = ({ effects }: CallbackStep, why: string) =>
  effects.flatMap((effect) => (effect.do === "wake" && effect.why === why ? [effect.at] : []))[0];

export const texts = ({ effects }: CallbackStep) =>
  effects.flatMap((effect) => (effect.do === "text" ? [effect.body] : []));

export { givenNow };
