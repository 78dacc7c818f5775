import { nobodySignedIn, presenceAfter, type Presence } from "../acd/rep.ts";
import type { Effect, Remembered, RepDid } from "../call/effect.ts";
import { sentence } from "../routing/prompts.ts";
import type { Instant, RepId, Routing } from "../routing/routing.ts";
import { leadsOf } from "../callback/told.ts";
import type { Callback } from "../callback/callback.ts";
import type { CallerMemory } from "../store/records.ts";
import type { NewEffect, Store } from "../store/store.ts";
import { leftOwing } from "./remind-reps.ts";
import { tellAdmins, tellRep, textToRep } from "./tell-rep.ts";

const day = 86_400_000;
/** A preference is kept as long as the caller rings at least once in so many days. */
const keepPreferenceFor = 400 * day;
/** Whoever wants no calls is left alone for good. */
const keepUnwantedFor = 100 * 365 * day;
/** Who was spoken with last is worth knowing for so long. */
const keepContactFor = 30 * day;
/** The expected wait goes by the last so many calls. */
const handledKept = 30;

type Of<D extends Effect["do"]> = Extract<Effect, { readonly do: D }>;

/** Keeps what a caller's number is remembered for. Calls without a number are not remembered. */
export async function remember(store: Store, { number, what }: Of<"remember">, routing: Routing, now: Instant) {
  if (!number.startsWith("+")) return;
  await store.decide("caller", number, (known) => ({
    put: remembered(known, number, what, routing, now),
    answer: null,
  }));
}

/** What a number is remembered for, with more of it. */
export function remembered(
  known: CallerMemory | undefined,
  number: string,
  { announcement, ...rest }: Remembered,
  routing: Routing,
  now: Instant,
): CallerMemory {
  const before: CallerMemory = known ?? { number, quiet: false, moreTime: false, announcements: {}, forgetAt: 0 };
  const keepAnnouncementFor = routing.business.repeatAfterDays * day;
  const recent = Object.entries(before.announcements).filter(([, at]) => now - at < keepAnnouncementFor);
  const next = {
    ...before,
    // Whoever has been spoken with is served: the place that was lost is no longer wanted.
    ...(rest.spokeWith === undefined ? {} : { place: null }),
    ...rest,
    announcements: { ...Object.fromEntries(recent), ...(announcement === undefined ? {} : { [announcement]: now }) },
  };
  const prefers = next.quiet || next.moreTime || next.language !== undefined;
  const contactFor = prefers ? keepPreferenceFor : Math.max(keepContactFor, keepAnnouncementFor);
  return { ...next, forgetAt: now + (next.callsUnwanted || next.textsUnwanted ? keepUnwantedFor : contactFor) };
}

/** Keeps how long a call took, for the expected wait. */
export async function learn(store: Store, { queue, handledSeconds }: Of<"learn">) {
  await store.decide("queue", queue, (known) => ({
    put: { queue, handled: [...(known?.handled ?? []), handledSeconds].slice(-handledKept) },
    answer: null,
  }));
}

/** Keeps what a rep did; `owed`: the calls that the rep has promised. */
export async function noteRep(
  store: Store,
  { rep, did }: Pick<Of<"note-rep">, "rep" | "did">,
  owed: readonly Callback[],
  routing: Routing,
  now: Instant,
) {
  return store.decide("rep", rep, (known) => {
    const noted = repAfter(known, rep, did, owed, routing, now);
    return { ...noted, answer: noted.put };
  });
}

/**
 * A rep after what the rep did. Who is set away for missed rings is told by text, where the address takes texts; who goes home
 * and owes calls is told of them, and so are the leads.
 */
export function repAfter(
  known: Presence | undefined,
  rep: RepId,
  did: RepDid,
  owed: readonly Callback[],
  routing: Routing,
  now: Instant,
): { readonly put: Presence; readonly effects: readonly NewEffect[] } {
  const before = known ?? nobodySignedIn(rep);
  const put = presenceAfter(before, did, routing, now);
  const wentAway = put.state === "away" && before.state !== "away";
  const wentHome = put.state === "out" && before.state !== "out";
  return {
    put,
    effects: [
      ...(wentAway ? textToRep(rep, "missed-rings-text", {}, routing) : []),
      ...(wentHome ? leftOwing(rep, owed, routing, now) : []),
    ],
  };
}

/** Puts something on the leads' list, and tells them by text and mail, and the admins by mail. */
export async function review(
  store: Store,
  id: string,
  effect: Of<"review">,
  call: string,
  routing: Routing,
  now: Instant,
) {
  const { do: _, ...what } = effect;
  const named = (rep: RepId | undefined) => (rep === undefined ? "" : (routing.reps[rep]?.name ?? rep));
  const queueName = routing.queues[effect.queue ?? ""]?.name;
  const words = {
    caller: effect.from,
    known: effect.from.startsWith("+") ? "yes" : "no",
    rep: named(effect.rep),
    queue: queueName === undefined ? "" : sentence(routing, routing.business.language, queueName).text,
  };
  const leads = leadsOf(routing);
  await store.decide("review", id, () => ({
    put: { id, call, at: now, ...what },
    effects: [
      ...leads.flatMap((lead) => tellRep(lead, effect.what, `${effect.what}-text`, words, routing)),
      ...tellAdmins(effect.what, `${effect.what}-text`, words, routing),
    ],
    answer: null,
  }));
}
