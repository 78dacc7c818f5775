import type { StormMessage } from "../call/storm.ts";
import type { Instant } from "../routing/routing.ts";
import type { By, Switch } from "../store/records.ts";
import type { Store } from "../store/store.ts";

/** How a switch stands, since when and by whom. */
export type Switched = Omit<Switch, "id">;

/** Something that an admin can switch off at once, without publishing anything. It survives a restart. */
export type OpenSwitch = {
  /** Undefined: nobody has ever touched it. */
  readonly read: () => Switched | undefined;
  readonly isOff: () => boolean;
  readonly set: (off: boolean, by?: By, words?: StormMessage) => Promise<void>;
  readonly close: () => void;
};

export async function openSwitch(
  store: Pick<Store, "get" | "watch" | "decide">,
  id: "storm" | "return-calls" | "offers",
  now: () => Instant,
): Promise<OpenSwitch> {
  let kept: Switch | undefined = await store.get("switch", id);
  const close = store.watch("switch", (of, record) => {
    if (of === id) kept = record;
  });
  return {
    read: () => kept,
    isOff: () => kept?.off ?? false,
    async set(off, by, words) {
      const put = { id, off, at: now(), ...(by ? { by } : {}), ...(words ? { words } : {}) };
      await store.decide("switch", id, () => ({ put, answer: null }));
    },
    close,
  };
}
