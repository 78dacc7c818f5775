import type { Logger } from "pino";
import type { Callback, CallbackId } from "../callback/callback.ts";
import type { CallbackEvent } from "../callback/event.ts";
import { callbackAfter } from "../callback/transition.ts";
import type { Instant, Routing } from "../routing/routing.ts";
import type { Alongside, Store } from "../store/store.ts";
import { callbackRecord, inCallbackLane } from "./alongside.ts";

/** Tells a callback what has happened, outside any call. */
export type Callbacks = {
  /**
   * Resolves with the callback as it is then, durable; undefined: there is no such open callback. `event` is asked in the
   * instant of deciding, with the callback as it is; where it gives none nothing changes.
   */
  readonly tell: (
    id: CallbackId,
    event: (callback: Callback | undefined) => CallbackEvent | undefined,
  ) => Promise<Callback | undefined>;
  /** Calls back after every decision with effects: there may be work. */
  readonly onDecided: (then: () => void) => void;
};

type Options = {
  readonly store: Store;
  readonly routing: Routing;
  readonly now: () => Instant;
  readonly log: Logger;
};

export function openCallbacks({ store, routing, now, log }: Options): Callbacks {
  const listeners: (() => void)[] = [];

  function decide(id: CallbackId, callback: Callback | undefined, event: CallbackEvent): Alongside | undefined {
    if (!callback && event.type !== "made") return undefined;
    const step = callbackAfter(callback, event, routing, now());
    if (step.callback === callback && step.effects.length === 0) return undefined;
    note(callback, step.callback, event);
    return callbackRecord(
      id,
      step.callback,
      step.effects.map((effect) => inCallbackLane(id, effect)),
    );
  }

  function note(before: Callback | undefined, { id, kind, state }: Callback, { type }: CallbackEvent): void {
    if (before?.state.at === state.at) return;
    log.info({ callback: id, kind, on: type }, `${before?.state.at ?? "none"} → ${state.at}`);
  }

  return {
    onDecided: (then) => void listeners.push(then),
    async tell(id, event) {
      let decided: Alongside | undefined;
      const answer = await store.decide("callback", id, (callback) => {
        const happened = event(callback);
        decided = happened && decide(id, callback, happened);
        if (decided?.kind !== "callback") return { answer: callback };
        const { put, close, effects = [] } = decided;
        const what = close ? { close } : put ? { put } : {};
        return { ...what, effects, answer: close ?? put ?? callback };
      });
      if (decided?.effects?.length) for (const then of listeners) then();
      return answer;
    },
  };
}
