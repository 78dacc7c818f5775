import type { Callback } from "../../src/callback/callback.ts";
import type { Holdfast } from "../../src/holdfast.ts";
import type { CallRecord, Review } from "../../src/store/records.ts";

/** What an office has stored, as tests ask for it. */
export type Records = {
  /** All calls so far, closed ones too, in the order in which they arrived. */
  readonly calls: () => Promise<readonly CallRecord["call"][]>;
  /** All return calls so far, closed ones too, in the order in which they were promised. */
  readonly callbacks: () => Promise<readonly Callback[]>;
  /** What is on the leads' list, oldest first. */
  readonly reviews: () => Promise<readonly Review[]>;
};

/** The records of an app; while it is not running there are none. */
export function recordsOf(running: () => Promise<Holdfast | undefined>, now: () => number): Records {
  const month = () => new Date(now()).toISOString().slice(0, 7);
  return {
    async calls() {
      const store = (await running())?.store;
      if (!store) return [];
      const all = (await store.open("call")).map(({ call }) => call);
      for await (const { call } of store.archive("call", month())) all.push(call);
      return all.toSorted((a, b) => a.arrivedAt - b.arrivedAt);
    },
    async callbacks() {
      const store = (await running())?.store;
      if (!store) return [];
      const all = [...(await store.open("callback"))];
      for await (const callback of store.archive("callback", month())) all.push(callback);
      return all.toSorted((a, b) => a.madeAt - b.madeAt);
    },
    async reviews() {
      return (await (await running())?.store.open("review"))?.toSorted((a, b) => a.at - b.at) ?? [];
    },
  };
}
