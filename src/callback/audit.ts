import type { Instant, Routing } from "../routing/routing.ts";
import { isUnderway, type Callback, type Ending } from "./callback.ts";
import type { CallbackEffect } from "./effect.ts";
import { expiresAt, wakes } from "./schedule.ts";
import { goBack } from "./stand.ts";
import { stay, type CallbackStep } from "./step.ts";

/**
 * What can be amiss with a callback: a promise has not ended in exactly one way, or is open although it is over, or the
 * other way round; one was late or broken for no cause; nothing will ever wake it; the call that is being placed for it
 * is not there.
 */
export type Amiss = "books" | "cause" | "asleep" | "no-call";

/** What is known of a callback beside itself: what it is to be woken for, and whether the call in its state is open. */
export type Around = { readonly wakes: readonly string[]; readonly callIsOpen: boolean };

/** What is amiss with a callback, open or closed; nothing, as a rule. */
export function amiss(callback: Callback, { wakes, callIsOpen }: Around): readonly Amiss[] {
  const { given, state } = callback;
  const open = given.filter(({ ended }) => !ended);
  const last = given.at(-1);
  const sound = state.at === "closed" ? last !== undefined && open.length === 0 : open.length === 1 && open[0] === last;
  const found: readonly (readonly [Amiss, boolean])[] = [
    ["books", !sound],
    ["cause", given.some(({ ended }) => ended && "cause" in ended && !ended.cause)],
    ["asleep", state.at !== "closed" && !willWake(callback, wakes)],
    ["no-call", isUnderway(callback) && !callIsOpen],
  ];
  return found.flatMap(([what, is]) => (is ? [what] : []));
}

/** Every open callback expires some day; one that waits has something to wait for. */
function willWake({ state, given }: Callback, wakes: readonly string[]): boolean {
  if (!wakes.includes("expired")) return false;
  const number = ` ${given.length}`;
  const wokenBy = (...what: readonly string[]) => wakes.some((why) => what.some((one) => why.startsWith(one + number)));
  if (state.at === "promised") return wokenBy("due");
  return state.at === "missed" ? wokenBy("again", "news") : true;
}

/** Whatever should wake it does so; what waits for a call that is not there is where it was before that. */
export function mended(callback: Callback, what: Amiss, routing: Routing, now: Instant): CallbackStep {
  if (what === "no-call" && isUnderway(callback)) return goBack(callback, routing, now);
  if (what !== "asleep") return stay(callback);
  const { given, tries, state } = callback;
  const expires: CallbackEffect = { do: "wake", at: Math.max(now, expiresAt(callback, routing)), why: "expired" };
  const again: readonly CallbackEffect[] =
    state.at === "missed"
      ? [{ do: "wake", at: Math.max(now, state.again), why: `again ${given.length} ${tries.length}` }]
      : [];
  return stay(callback, [expires, ...again, ...wakes(callback, routing, now)]);
}

/** How the promises of some callbacks ended: each that was made is in exactly one of these, or open. */
export type Account = Readonly<Record<"made" | "open" | Ending["how"], number>>;

/** Adds up what became of every promise of these callbacks. */
export function accountOf(callbacks: Iterable<Callback>): Account {
  const account = { made: 0, open: 0, kept: 0, moved: 0, cancelled: 0, late: 0, broken: 0 };
  for (const { given } of callbacks)
    for (const { ended } of given) {
      account.made += 1;
      account[ended?.how ?? "open"] += 1;
    }
  return account;
}
