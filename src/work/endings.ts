import type { Callback, CallbackId, Ending } from "../callback/callback.ts";
import type { Store } from "../store/store.ts";

/** Tells of every promise that ends from now on, once. Returns the way to stop. */
export async function watchEndings(
  store: Pick<Store, "watch" | "open">,
  ended: (ending: Ending, callback: Callback) => void,
): Promise<() => void> {
  /** How many promises of each open callback have ended. */
  const before = new Map<CallbackId, number>();
  const stop = store.watch("callback", (id, open, closed) => {
    const callback = open ?? closed;
    const endings = callback?.given.flatMap((one) => one.ended ?? []) ?? [];
    for (const ending of endings.slice(before.get(id) ?? 0)) if (callback) ended(ending, callback);
    if (open) before.set(id, endings.length);
    else before.delete(id);
  });
  for (const { id, given } of await store.open("callback")) before.set(id, given.filter((one) => one.ended).length);
  return stop;
}
