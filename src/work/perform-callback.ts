import type { Callback } from "../callback/callback.ts";
import type { CallbackEffect } from "../callback/effect.ts";
import { nameOf, timeFor } from "../callback/tell.ts";
import type { Routing } from "../routing/routing.ts";
import type { Settled, Store, StoredEffect } from "../store/store.ts";
import type { Board } from "./board.ts";
import type { Calls } from "./calls.ts";
import { callBack } from "./call-back.ts";
import type { Callbacks } from "./callbacks.ts";
import type { Clock } from "./clock.ts";
import { textToRep } from "./memory.ts";
import { done } from "./settle.ts";

export type PerformingCallbacks = {
  readonly store: Store;
  readonly calls: Calls;
  readonly callbacks: Callbacks;
  readonly board: Board;
  readonly routing: Routing;
  readonly clock: Clock;
  /** Whether nobody is to be rung back now. */
  readonly holdsBack: () => boolean;
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
      await p.callbacks.tell(of, () => ({ type: "woke", why: effect.why }));
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
  if (p.holdsBack()) return { outcome: "retry", at: p.clock.now() + whileHeldBack };
  await callBack(callback, { sid: `${stored.of}-${stored.id}`, how }, { ...p, now: () => p.clock.now() });
  return done;
}

type Of<D extends CallbackEffect["do"]> = Extract<CallbackEffect, { readonly do: D }>;

async function tellReps(stored: StoredEffect, { whom, prompt }: Of<"tell-reps">, p: PerformingCallbacks) {
  await p.store.decide("callback", stored.of, (callback) => {
    if (!callback) return { answer: undefined };
    const { by } = callback.given.at(-1) ?? {};
    const words = {
      caller: callback.to,
      rep: nameOf(callback.owner, p.routing),
      note: callback.note?.text ?? "",
      by:
        by === undefined
          ? ""
          : timeFor({ ...callback, zones: [] }, by, p.routing, p.clock.now(), { by: true, written: true }),
    };
    const reps = repsFor(callback, whom, p);
    return { effects: reps.flatMap((rep) => textToRep(rep, prompt, words, p.routing)), answer: undefined };
  });
}

/** The owner; those of the team who are there; the leads. */
function repsFor(callback: Callback, whom: Of<"tell-reps">["whom"], { board, routing }: PerformingCallbacks) {
  const skills = new Set(routing.queues[callback.queue]?.ring.pool.flatMap((level) => level.skills));
  const there = [...board.signedIn()].filter(
    (rep) => rep !== callback.owner && routing.reps[rep]?.skills.some((skill) => skills.has(skill)),
  );
  const leads = Object.keys(routing.reps).filter((rep) => routing.reps[rep]?.lead);
  const reached = whom.flatMap((one) =>
    one === "owner" ? [callback.owner ?? ""] : one === "backup" ? there.slice(0, 1) : leads,
  );
  return [...new Set(reached)].filter((rep) => rep !== "");
}
