import type { StormMessage } from "../call/storm.ts";
import type { Instant } from "../routing/routing.ts";
import type { By } from "../store/records.ts";
import type { Store } from "../store/store.ts";
import { openSwitch, type Switched } from "./switch.ts";

/** The storm message: what everybody who calls is told first while something is wrong. It survives a restart. */
export type Storm = {
  readonly words: () => StormMessage | undefined;
  /** Since when it is said, or no more, and by whom; undefined: it never was. */
  readonly switched: () => Switched | undefined;
  /** Says it to every caller from now on; undefined: no more. */
  readonly say: (words: StormMessage | undefined, by?: By) => Promise<void>;
  readonly close: () => void;
};

export async function openStorm(store: Pick<Store, "get" | "watch" | "decide">, now: () => Instant): Promise<Storm> {
  const kept = await openSwitch(store, "storm", now);
  return {
    words: () => kept.read()?.words,
    switched: kept.read,
    say: (words, by) => kept.set(words === undefined, by, words),
    close: kept.close,
  };
}
