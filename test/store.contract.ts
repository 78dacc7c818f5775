import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { NewEffect, QueueMemory, Review, Settled, Store } from "../src/store/store.ts";

/** What a store under contract takes for now, as long as a test runs. */
export const contractNow = Date.UTC(2026, 10, 22, 12);
const month = "2026-11";
const minute = 60_000;

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

    describe("records", () => {
      test("what was decided is there after the store was opened again", async () => {
        await handle(store, "sales", [1, 2]);
        await handle(store, "support", [3]);
        await handle(store, "sales", [1, 2, 4]);
        store = await opened.reopen();
        expect(await store.get("queue", "sales")).toEqual(queue("sales", [1, 2, 4]));
        expect((await store.open("queue")).toSorted(byName)).toEqual([
          queue("sales", [1, 2, 4]),
          queue("support", [3]),
        ]);
      });

      test("a record of one kind is none of another", async () => {
        await handle(store, "sales", [1]);
        expect(await store.get("routing", "sales")).toBeUndefined();
        expect(await store.open("routing")).toEqual([]);
      });

      test("a hundred increments of one record at the same time make a hundred", async () => {
        const answers = await Promise.all(Array.from({ length: 100 }, () => increment(store, "sales")));
        expect(answers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, at) => at + 1));
        store = await opened.reopen();
        expect(await store.get("queue", "sales")).toEqual(queue("sales", [100]));
      });

      test("a rule that throws changes nothing and stores no effect", async () => {
        await handle(store, "sales", [1]);
        const bug = store.decide("queue", "sales", () => {
          throw new Error("a bug in a rule");
        });
        await expect(bug).rejects.toThrow("a bug in a rule");
        expect(await increment(store, "sales")).toBe(2);
        expect(await store.nextDue()).toBeUndefined();
      });

      test("a decision that neither puts nor closes leaves the record and hands its answer back", async () => {
        await handle(store, "sales", [7]);
        const answer = await store.decide("queue", "sales", (record) => ({ answer: record?.handled }));
        expect(answer).toEqual([7]);
        expect(await store.get("queue", "sales")).toEqual(queue("sales", [7]));
      });

      test("whatever people say is kept as they said it", async () => {
        const said = `"Où?" 'ça' \\ / \u2028 \u2029 \t \n 🫖 ${"x".repeat(100_000)}`;
        await store.decide("routing", "v1", () => ({ put: { version: "v1", source: { said } }, answer: 0 }));
        store = await opened.reopen();
        expect(await store.get("routing", "v1")).toEqual({ version: "v1", source: { said } });
      });
    });

    describe("closed records", () => {
      test("a closed record is in no open list, and in the archive of its month once", async () => {
        await file(store, "r1");
        await close(store, "r1");
        expect(await store.get("review", "r1")).toBeUndefined();
        expect(await store.open("review")).toEqual([]);
        expect(await archived(store)).toEqual(["r1"]);
        store = await opened.reopen();
        expect(await store.open("review")).toEqual([]);
        expect(await archived(store)).toEqual(["r1"]);
      });

      test("the archive gives the oldest first, also over several openings", async () => {
        for (const ids of [["r3", "r1"], ["r2"], ["r5", "r4"]]) {
          for (const id of ids) await close(store, id);
          store = await opened.reopen();
        }
        expect(await archived(store)).toEqual(["r3", "r1", "r2", "r5", "r4"]);
      });

      test("the archive of another month, or of another kind, does not have it", async () => {
        await close(store, "r1");
        expect(await Array.fromAsync(store.archive("review", "2026-10"))).toEqual([]);
        expect(await Array.fromAsync(store.archive("call", month))).toEqual([]);
        expect(await Array.fromAsync(store.archive("review", "../../etc"))).toEqual([]);
      });

      test("put and close together close it, with what was closed", async () => {
        await store.decide("review", "r1", () => ({ put: review("r1"), close: review("r1", 60), answer: 0 }));
        expect(await store.get("review", "r1")).toBeUndefined();
        expect(await Array.fromAsync(store.archive("review", month))).toEqual([review("r1", 60)]);
      });

      test("a name that was closed may be opened anew", async () => {
        await close(store, "r1");
        await file(store, "r1");
        store = await opened.reopen();
        expect(await store.get("review", "r1")).toEqual(review("r1"));
        expect(await archived(store)).toEqual(["r1"]);
      });
    });

    describe("effects", () => {
      test("are stored with their record and say whose they are", async () => {
        await store.decide("queue", "sales", () => ({
          put: queue("sales", []),
          effects: [{ lane: "a", effect: wake("tea") }],
          answer: 0,
        }));
        store = await opened.reopen();
        const claimed = await store.claim(contractNow, 10, minute);
        expect(claimed).toEqual([
          {
            id: expect.any(String),
            kind: "queue",
            of: "sales",
            lane: "a",
            effect: wake("tea"),
            dueAt: contractNow,
            claims: 0,
          },
        ]);
      });

      test("stay when their record is closed", async () => {
        const effects = [{ lane: "a", effect: wake("tea") }];
        await store.decide("review", "r1", () => ({ close: review("r1"), effects, answer: 0 }));
        expect(await whys(store)).toEqual(["tea"]);
      });

      test("are claimed once by claimers that come at the same time", async () => {
        const each = Array.from({ length: 50 }, (_, at) => ({ lane: `lane ${at}`, why: `e${at}` }));
        await plan(store, ...each);
        const claims = await Promise.all(Array.from({ length: 10 }, () => store.claim(contractNow, 20, minute)));
        const ids = claims.flat().map(({ id }) => id);
        expect(ids).toHaveLength(50);
        expect(new Set(ids).size).toBe(50);
      });

      test("of one lane come one at a time and in order, however long the first takes", async () => {
        await plan(store, { lane: "a", why: "first" }, { lane: "a", why: "second" }, { lane: "a", why: "third" });
        const heard: string[] = [];
        for (let turn = 0; turn < 3; turn++) {
          const [effect, ...others] = await store.claim(contractNow, 10, minute);
          expect(others).toEqual([]);
          expect(await whys(store)).toEqual([]);
          heard.push(whyOf(effect));
          await settle(store, effect, { outcome: "done" });
        }
        expect(heard).toEqual(["first", "second", "third"]);
      });

      test("of different lanes do not wait for each other", async () => {
        await plan(store, { lane: "a", why: "a1" }, { lane: "a", why: "a2" }, { lane: "b", why: "b1" });
        expect((await whys(store)).toSorted()).toEqual(["a1", "b1"]);
      });

      test("behind one that is not due wait for it, though their own time has come", async () => {
        await plan(store, { lane: "a", why: "later", dueAt: contractNow + minute }, { lane: "a", why: "now" });
        expect(await whys(store)).toEqual([]);
        expect(await whys(store, contractNow + minute)).toEqual(["later"]);
      });

      test("behind one that will be tried again wait for it", async () => {
        await plan(store, { lane: "a", why: "first" }, { lane: "a", why: "second" });
        const [first] = await store.claim(contractNow, 10, minute);
        await settle(store, first, { outcome: "retry", at: contractNow + 5_000 });
        expect(await whys(store, contractNow + 4_999)).toEqual([]);
        expect(await whys(store, contractNow + 5_000)).toEqual(["first"]);
      });

      test("that were given up leave, and let the next through", async () => {
        await plan(store, { lane: "a", why: "first" }, { lane: "a", why: "second" });
        const [first] = await store.claim(contractNow, 10, minute);
        await settle(store, first, { outcome: "gave-up", why: "nobody there" });
        store = await opened.reopen();
        expect(await whys(store)).toEqual(["second"]);
      });

      test("that are done do not come back, however late or often that is said", async () => {
        await plan(store, { lane: "a", why: "first" });
        const [first] = await store.claim(contractNow, 10, minute);
        await settle(store, first, { outcome: "done" });
        await settle(store, first, { outcome: "retry", at: contractNow });
        store = await opened.reopen();
        expect(await whys(store, contractNow + 10 * minute)).toEqual([]);
        expect(await store.nextDue()).toBeUndefined();
      });

      test("whose lease has run out are claimed again and say so; a millisecond before they are not", async () => {
        await plan(store, { lane: "a", why: "first" });
        const seen = [];
        for (let turn = 0; turn < 3; turn++) {
          const at = contractNow + turn * minute;
          expect(await whys(store, at - 1)).toEqual([]);
          const [effect] = await store.claim(at, 10, minute);
          seen.push(effect?.claims);
        }
        expect(seen).toEqual([0, 1, 2]);
      });

      test("keep their lease and their count when the store is opened again", async () => {
        await plan(store, { lane: "a", why: "first" });
        await store.claim(contractNow, 10, minute);
        store = await opened.reopen();
        expect(await whys(store, contractNow + minute - 1)).toEqual([]);
        const [effect] = await store.claim(contractNow + minute, 10, minute);
        expect(effect?.claims).toBe(1);
      });

      test("come as many as are asked for, the longest due first", async () => {
        await plan(
          store,
          { lane: "a", why: "third", dueAt: contractNow - 1 },
          { lane: "b", why: "first", dueAt: contractNow - 3 },
          { lane: "c", why: "second", dueAt: contractNow - 2 },
          { lane: "d", why: "fourth" },
        );
        expect(await whys(store, contractNow, 2)).toEqual(["first", "second"]);
        expect(await whys(store, contractNow, 2)).toEqual(["third", "fourth"]);
      });

      test("tell when the next can be claimed: due, leased, to be tried again, none", async () => {
        expect(await store.nextDue()).toBeUndefined();
        await plan(store, { lane: "a", why: "later", dueAt: contractNow + 9 * minute }, { lane: "b", why: "now" });
        expect(await store.nextDue()).toBe(contractNow);
        const [effect] = await store.claim(contractNow, 10, minute);
        expect(await store.nextDue()).toBe(contractNow + minute);
        await settle(store, effect, { outcome: "retry", at: contractNow + 5 * minute });
        expect(await store.nextDue()).toBe(contractNow + 5 * minute);
        await settle(store, effect, { outcome: "done" });
        expect(await store.nextDue()).toBe(contractNow + 9 * minute);
      });
    });

    describe("watching", () => {
      test("tells of every change of its kind, in order, and of nothing once stopped", async () => {
        const seen: unknown[] = [];
        const stop = store.watch("review", (id, record) => seen.push([id, record]));
        await file(store, "r1");
        await handle(store, "sales", [1]);
        await store.decide("review", "r1", () => ({ answer: 0 }));
        await close(store, "r1");
        stop();
        await file(store, "r2");
        expect(seen).toEqual([
          ["r1", review("r1")],
          ["r1", undefined],
        ]);
      });
    });

    test("a store in order says so", () => {
      expect(store.condition()).toEqual({ state: "ok" });
    });
  });
}

function byName(a: QueueMemory, b: QueueMemory): number {
  return a.queue.localeCompare(b.queue);
}

function queue(name: string, handled: readonly number[]): QueueMemory {
  return { queue: name, handled };
}

function review(id: string, seconds = 0): Review {
  return { id, call: "CA1", what: "voicemail", at: contractNow, from: "+15555550123", seconds };
}

function wake(why: string): NewEffect["effect"] {
  return { do: "wake", at: contractNow, why };
}

function handle(store: Store, name: string, handled: readonly number[]): Promise<void> {
  return store.decide("queue", name, () => ({ put: queue(name, handled), answer: undefined }));
}

function increment(store: Store, name: string): Promise<number> {
  return store.decide("queue", name, (record) => {
    const next = (record?.handled[0] ?? 0) + 1;
    return { put: queue(name, [next]), answer: next };
  });
}

function file(store: Store, id: string): Promise<void> {
  return store.decide("review", id, () => ({ put: review(id), answer: undefined }));
}

function close(store: Store, id: string): Promise<void> {
  return store.decide("review", id, () => ({ close: review(id), answer: undefined }));
}

async function archived(store: Store): Promise<readonly string[]> {
  return (await Array.fromAsync(store.archive("review", month))).map(({ id }) => id);
}

function plan(store: Store, ...each: { lane: string; why: string; dueAt?: number }[]): Promise<void> {
  const effects = each.map(({ lane, why, dueAt = contractNow }) => ({ lane, effect: wake(why), dueAt }));
  return store.decide("queue", "sales", () => ({ effects, answer: undefined }));
}

/** What can be claimed at `at`, by the reason each was planned with. It stays claimed. */
async function whys(store: Store, at = contractNow, most = 1_000): Promise<readonly string[]> {
  return (await store.claim(at, most, minute)).map((effect) => whyOf(effect));
}

function whyOf(stored: { readonly effect: NewEffect["effect"] } | undefined): string {
  return stored?.effect.do === "wake" ? stored.effect.why : "nothing";
}

async function settle(store: Store, effect: { readonly id: string } | undefined, settled: Settled): Promise<void> {
  await store.settle(effect?.id ?? "nothing was claimed", settled);
}
