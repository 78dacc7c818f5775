import { isThere } from "../acd/rep.ts";
import type { Callback } from "../callback/callback.ts";
import type { CallbackEffect } from "../callback/effect.ts";
import type { Instant, Routing } from "../routing/routing.ts";
import type { Settled, Store, StoredEffect } from "../store/store.ts";
import type { Board } from "./board.ts";
import type { Calls } from "./calls.ts";
import { callBack } from "./call-back.ts";
import type { Callbacks } from "./callbacks.ts";
import type { Clock } from "./clock.ts";
import { hindranceOf } from "./hindrance.ts";
import type { Ledger } from "./ledger.ts";
import { reminders } from "./remind-reps.ts";
import { done } from "./settle.ts";

export type PerformingCallbacks = {
  readonly store: Store;
  readonly calls: Calls;
  readonly callbacks: Callbacks;
  readonly board: Board;
  readonly ledger: Ledger;
  readonly routing: Routing;
  readonly clock: Clock;
  /** Since when we have been running. */
  readonly startedAt: Instant;
  /** Whether nobody is to be rung back now, or not for this callback. */
  readonly holdsBack: (callback?: Callback) => boolean;
};

/** While nobody may be rung back, that is looked at again so often, in milliseconds. */
const whileHeldBack = 60_000;

/** Performs one effect of a callback, and says how it ended. */
export async function performCallback(
  stored: StoredEffect,
  effect: Exclude<CallbackEffect, { readonly do: "text" }>,
  p: PerformingCallbacks,
): Promise<Settled> {
  const { of } = stored;
  switch (effect.do) {
    case "wake":
      await wake(of, effect, p);
      return done;
    case "dial-customer":
      return dial(stored, effect, p);
    case "call-off":
      await p.calls.tell(effect.call, () => ({ type: "called-off", why: effect.why }));
      return done;
    case "tell-reps":
      await tellReps(stored, effect, p);
      return done;
    default:
      return effect satisfies never;
  }
}

async function wake(of: string, { at, why }: Of<"wake">, p: PerformingCallbacks): Promise<void> {
  await p.callbacks.tell(of, (callback) => {
    const hindrance = callback && hindranceOf(callback, at, { ...p, now: p.clock.now() });
    return { type: "woke", why, ...(hindrance === undefined ? {} : { hindrance }) };
  });
}

/**
 * The call has a name of its own for every such effect: performed twice, it is the same call. While a rep is being rung for
 * it the time is looked at again a little later, as when it came.
 */
async function dial(
  stored: StoredEffect,
  { how, given }: Of<"dial-customer">,
  p: PerformingCallbacks,
): Promise<Settled> {
  const callback = await p.store.get("callback", stored.of);
  if (callback?.given.length !== given) return done;
  if (callback.state.at === "ringing") {
    await p.callbacks.tell(stored.of, () => ({ type: "woke", why: `time ${given}` }));
    return done;
  }
  if (p.holdsBack(callback)) return { outcome: "retry", at: p.clock.now() + whileHeldBack };
  await callBack(callback, { sid: `${stored.of}-${stored.id}`, how }, { ...p, now: () => p.clock.now() });
  return done;
}

type Of<D extends CallbackEffect["do"]> = Extract<CallbackEffect, { readonly do: D }>;

/** Told in a decision about the callback: performed twice, it is the same. */
async function tellReps(
  { of }: StoredEffect,
  effect: Of<"tell-reps">,
  { store, board, routing, clock }: PerformingCallbacks,
): Promise<void> {
  const there = new Set(Object.keys(routing.reps).filter((rep) => isThere(board.presence(rep))));
  const atWork = { in: [...board.signedIn()], there };
  await store.decide("callback", of, (callback) => ({
    effects: callback ? reminders(callback, effect, atWork, routing, clock.now()) : [],
    answer: undefined,
  }));
}
