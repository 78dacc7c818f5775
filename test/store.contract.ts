import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Store } from "../src/store/store.ts";
import { effectsContract } from "./contract/effects.ts";
import { erasingContract } from "./contract/erasing.ts";
import { recordsContract } from "./contract/records.ts";

type Opened = {
  readonly store: Store;
  /** Closes the store and opens the same data again. */
  reopen(): Promise<Store>;
  /** Closes what is open and removes the data. */
  dispose(): Promise<void>;
};

/** The rules that hold over any store. `open` gives an empty one whose time is `contractNow`. */
export function storeContract(name: string, open: () => Promise<Opened>): void {
  describe(`${name} keeps the contract of a store:`, () => {
    let opened: Opened;
    let store: Store;
    beforeEach(async () => {
      opened = await open();
      store = opened.store;
    });
    afterEach(() => opened.dispose());

    const underContract = {
      get store() {
        return store;
      },
      async reopen() {
        store = await opened.reopen();
      },
    };
    recordsContract(underContract);
    effectsContract(underContract);
    erasingContract(underContract);

    test("a store in order says so", () => {
      expect(store.condition()).toEqual({ state: "ok" });
    });
  });
}
