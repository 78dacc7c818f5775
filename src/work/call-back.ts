import { notCallable } from "../callback/callable.ts";
import type { Callback } from "../callback/callback.ts";
import { mayBeDialled } from "../callback/transition.ts";
import type { Approach } from "../call/ringing-back.ts";
import type { Instant, RepId, Routing } from "../routing/routing.ts";
import type { Store } from "../store/store.ts";
import type { Calls } from "./calls.ts";

export type CallingBack = {
  readonly store: Store;
  readonly calls: Calls;
  readonly routing: Routing;
  readonly now: () => Instant;
  /** Whether nobody is to be rung back now, or not for this callback. */
  readonly holdsBack: (callback?: Callback) => boolean;
};

/** Which call is to be placed for a return call: its name, whom it rings first, and the rep who is free for it. */
export type Attempt = { readonly sid: string; readonly how: Approach; readonly rep?: RepId };

/**
 * Begins the call in which a customer is rung back: the call and what it tells the callback are one decision. Nothing
 * happens where, in the instant of deciding, the callback is no longer to be rung: it is being served, was moved, its
 * customer may not be rung at this hour, or all return calls are held back.
 */
export async function callBack(
  { id, to }: Callback,
  attempt: Attempt,
  { store, calls, routing, now, holdsBack }: CallingBack,
): Promise<void> {
  const memory = await store.get("caller", to);
  await calls.tell(attempt.sid, ({ house }, look) => {
    const callback = look("callback", id);
    if (!callback || holdsBack(callback) || !mayBegin(callback, attempt, routing, now())) return undefined;
    return {
      type: "calling-back",
      ...attempt,
      callback,
      house,
      known: {
        quiet: memory?.quiet ?? false,
        moreTime: memory?.moreTime ?? false,
        announcements: memory?.announcements ?? {},
        openSupportCallback: callback.everSupport,
        language: callback.language,
      },
    };
  });
}

function mayBegin(callback: Callback, { how, sid }: Attempt, routing: Routing, now: Instant): boolean {
  if (notCallable(callback, routing, now) !== undefined) return false;
  // The same attempt, performed again after a crash.
  if (callback.tries.some(({ call }) => call === sid)) return false;
  return how === "no-news" ? mayBeDialled(callback, now) : callback.state.at === "due";
}
