import { describe, expect, test } from "vitest";
import { contractNow, minute, plan, queue, review, settle, wake, whyOf, whys, type UnderContract } from "./samples.ts";

/** The rules that hold over effects: stored, claimed by lane, settled. */
export function effectsContract(of: UnderContract): void {
  describe("effects", () => {
    test("are stored with their record and say whose they are", async () => {
      await of.store.decide("queue", "sales", () => ({
        put: queue("sales", []),
        effects: [{ lane: "a", effect: wake("tea") }],
        answer: 0,
      }));
      await of.reopen();
      const claimed = await of.store.claim(contractNow, 10, minute);
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

    test("can be looked at, claimed or not, until they are settled", async () => {
      await plan(of.store, { lane: "a", why: "tea" }, { lane: "b", why: "cake" });
      const planned = async () => (await of.store.planned("queue")).map(whyOf).toSorted();
      const [first] = await of.store.claim(contractNow, 1, minute);
      expect(await planned()).toEqual(["cake", "tea"]);
      expect(await of.store.planned("review")).toEqual([]);
      await settle(of.store, first, { outcome: "done" });
      expect(await planned()).toHaveLength(1);
    });

    test("stay when their record is closed", async () => {
      const effects = [{ lane: "a", effect: wake("tea") }];
      await of.store.decide("review", "r1", () => ({ close: review("r1"), effects, answer: 0 }));
      expect(await whys(of.store)).toEqual(["tea"]);
    });

    test("are claimed once by claimers that come at the same time", async () => {
      const each = Array.from({ length: 50 }, (_, at) => ({ lane: `lane ${at}`, why: `e${at}` }));
      await plan(of.store, ...each);
      const claims = await Promise.all(Array.from({ length: 10 }, () => of.store.claim(contractNow, 20, minute)));
      const ids = claims.flat().map(({ id }) => id);
      expect(ids).toHaveLength(50);
      expect(new Set(ids).size).toBe(50);
    });

    test("of one lane come one at a time and in order, however long the first takes", async () => {
      await plan(of.store, { lane: "a", why: "first" }, { lane: "a", why: "second" }, { lane: "a", why: "third" });
      const heard: string[] = [];
      for (let turn = 0; turn < 3; turn++) {
        const [effect, ...others] = await of.store.claim(contractNow, 10, minute);
        expect(others).toEqual([]);
        expect(await whys(of.store)).toEqual([]);
        heard.push(whyOf(effect));
        await settle(of.store, effect, { outcome: "done" });
      }
      expect(heard).toEqual(["first", "second", "third"]);
    });

    test("of different lanes do not wait for each other", async () => {
      await plan(of.store, { lane: "a", why: "a1" }, { lane: "a", why: "a2" }, { lane: "b", why: "b1" });
      expect((await whys(of.store)).toSorted()).toEqual(["a1", "b1"]);
    });

    test("behind one that is not due wait for it, though their own time has come", async () => {
      await plan(of.store, { lane: "a", why: "later", dueAt: contractNow + minute }, { lane: "a", why: "now" });
      expect(await whys(of.store)).toEqual([]);
      expect(await whys(of.store, contractNow + minute)).toEqual(["later"]);
    });

    test("behind one that will be tried again wait for it", async () => {
      await plan(of.store, { lane: "a", why: "first" }, { lane: "a", why: "second" });
      const [first] = await of.store.claim(contractNow, 10, minute);
      await settle(of.store, first, { outcome: "retry", at: contractNow + 5_000 });
      expect(await whys(of.store, contractNow + 4_999)).toEqual([]);
      expect(await whys(of.store, contractNow + 5_000)).toEqual(["first"]);
    });

    test("that were given up leave, and let the next through", async () => {
      await plan(of.store, { lane: "a", why: "first" }, { lane: "a", why: "second" });
      const [first] = await of.store.claim(contractNow, 10, minute);
      await settle(of.store, first, { outcome: "gave-up", why: "nobody there" });
      await of.reopen();
      expect(await whys(of.store)).toEqual(["second"]);
    });

    test("that are done do not come back, however late or often that is said", async () => {
      await plan(of.store, { lane: "a", why: "first" });
      const [first] = await of.store.claim(contractNow, 10, minute);
      await settle(of.store, first, { outcome: "done" });
      await settle(of.store, first, { outcome: "retry", at: contractNow });
      await of.reopen();
      expect(await whys(of.store, contractNow + 10 * minute)).toEqual([]);
      expect(await of.store.nextDue()).toBeUndefined();
    });

    test("whose lease has run out are claimed again and say so; a millisecond before they are not", async () => {
      await plan(of.store, { lane: "a", why: "first" });
      const seen = [];
      for (let turn = 0; turn < 3; turn++) {
        const at = contractNow + turn * minute;
        expect(await whys(of.store, at - 1)).toEqual([]);
        const [effect] = await of.store.claim(at, 10, minute);
        seen.push(effect?.claims);
      }
      expect(seen).toEqual([0, 1, 2]);
    });

    test("keep their count when the store is opened again, and are claimed again when the lease is over at the latest", async () => {
      await plan(of.store, { lane: "a", why: "first" });
      await of.store.claim(contractNow, 10, minute);
      await of.reopen();
      const [effect] = await of.store.claim(contractNow + minute, 10, minute);
      expect(effect?.claims).toBe(1);
    });

    test("come as many as are asked for, the longest due first", async () => {
      await plan(
        of.store,
        { lane: "a", why: "third", dueAt: contractNow - 1 },
        { lane: "b", why: "first", dueAt: contractNow - 3 },
        { lane: "c", why: "second", dueAt: contractNow - 2 },
        { lane: "d", why: "fourth" },
      );
      expect(await whys(of.store, contractNow, 2)).toEqual(["first", "second"]);
      expect(await whys(of.store, contractNow, 2)).toEqual(["third", "fourth"]);
    });

    test("tell when the next can be claimed: due, leased, to be tried again, none", async () => {
      expect(await of.store.nextDue()).toBeUndefined();
      await plan(of.store, { lane: "a", why: "later", dueAt: contractNow + 9 * minute }, { lane: "b", why: "now" });
      expect(await of.store.nextDue()).toBe(contractNow);
      const [effect] = await of.store.claim(contractNow, 10, minute);
      expect(await of.store.nextDue()).toBe(contractNow + minute);
      await settle(of.store, effect, { outcome: "retry", at: contractNow + 5 * minute });
      expect(await of.store.nextDue()).toBe(contractNow + 5 * minute);
      await settle(of.store, effect, { outcome: "done" });
      expect(await of.store.nextDue()).toBe(contractNow + 9 * minute);
    });
  });
}
