import type { StormMessage } from "../call/storm.ts";
import type { Instant } from "../routing/routing.ts";
import type { Store } from "../store/store.ts";

/** The storm message: what everybody who calls is told first while something is wrong. It survives a restart. */
export type Storm = {
  readonly words: () => StormMessage | undefined;
  /** Says it to every caller from now on; undefined: no more. */
  readonly say: (words: StormMessage | undefined) => Promise<void>;
  readonly close: () => void;
};

const id = "storm";

export async function openStorm(store: Pick<Store, "get" | "watch" | "decide">, now: () => Instant): Promise<Storm> {
  let words = (await store.get("switch", id))?.words;
  const close = store.watch("switch", (of, record) => {
    if (of === id) ({ words } = record ?? {});
  });
  return {
    words: () => words,
    async say(next) {
      const put = { id, off: next === undefined, at: now(), ...(next === undefined ? {} : { words: next }) };
      await store.decide("switch", id, () => ({ put, answer: null }));
    },
    close,
  };
}
