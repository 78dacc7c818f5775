import { describe, expect, test } from "vitest";
import type { Review } from "../../src/store/records.ts";
import type { Erasure } from "../../src/store/store.ts";
import { archived, close, contractNow, file, minute, month, review, type UnderContract, wake } from "./samples.ts";

/** Leaves nothing of the reviews with these names. */
function without(...ids: readonly string[]): Erasure {
  return { kind: "review", month, rest: (record) => (ids.includes(record.id) ? undefined : record) };
}

/** The rules by which records go for good: open ones are forgotten, closed ones erased. */
export function erasingContract(of: UnderContract): void {
  describe("what is forgotten", () => {
    test("is in no open list and in no archive, also after the store was opened again", async () => {
      await file(of.store, "r1");
      await file(of.store, "r2");
      await of.store.decide("review", "r1", () => ({ forget: true, answer: 0 }));
      await of.reopen();
      expect(await of.store.open("review")).toEqual([review("r2")]);
      expect(await archived(of.store)).toEqual([]);
    });

    test("can be many at once, and whoever watches is told of each", async () => {
      for (const id of ["r1", "r2", "r3"]) await file(of.store, id);
      const seen: unknown[] = [];
      of.store.watch("review", (id, record, closed) => seen.push([id, record, closed]));
      await of.store.decide("queue", "sales", () => ({
        also: ["r1", "r3"].map((id) => ({ kind: "review", id, forget: true })),
        answer: 0,
      }));
      expect(seen).toEqual([
        ["r1", undefined, undefined],
        ["r3", undefined, undefined],
      ]);
    });

    test("is closed where it is closed in the same breath, and leaves its effects", async () => {
      await file(of.store, "r1");
      const effects = [{ lane: "r1", effect: wake("asked") }];
      await of.store.decide("review", "r1", () => ({ close: review("r1"), forget: true, effects, answer: 0 }));
      await of.reopen();
      expect(await archived(of.store)).toEqual(["r1"]);
      expect(await of.store.claim(contractNow, 9, minute)).toMatchObject([{ of: "r1" }]);
    });
  });

  describe("what is erased", () => {
    test("has gone from the archive, and the rest is there in its order, also after the store was opened again", async () => {
      for (const id of ["r1", "r2", "r3", "r4"]) await close(of.store, id);
      await of.reopen();
      await close(of.store, "r5");
      expect(await of.store.erase([without("r1", "r3", "r5")])).toBe(3);
      expect(await archived(of.store)).toEqual(["r2", "r4"]);
      await of.reopen();
      expect(await archived(of.store)).toEqual(["r2", "r4"]);
    });

    test("leaves a month that can be added to, and erased again, however much of it has gone", async () => {
      for (const round of ["a", "b", "c"]) {
        await close(of.store, `${round} kept`);
        await close(of.store, `${round} gone`);
        await of.store.erase([without(`${round} gone`, `${round} kept`)]);
        expect([round, await archived(of.store)]).toEqual([round, []]);
        await of.reopen();
      }
      await close(of.store, "d");
      await of.reopen();
      await close(of.store, "e");
      await of.reopen();
      expect(await archived(of.store)).toEqual(["d", "e"]);
    });

    test("may be a part of a record alone", async () => {
      await close(of.store, "r1");
      const rest = (record: Review): Review => ({ ...record, from: "" });
      expect(await of.store.erase([{ kind: "review", month, rest }])).toBe(1);
      await of.reopen();
      expect(await Array.fromAsync(of.store.archive("review", month))).toEqual([{ ...review("r1"), from: "" }]);
    });

    test("is nothing where nothing is meant: of another kind, another month, or a record that stays as it is", async () => {
      await close(of.store, "r1");
      const elsewhere: Erasure[] = [
        { kind: "call", month, rest: () => undefined },
        { kind: "review", month: "2026-10", rest: () => undefined },
        { kind: "review", month: "../../etc", rest: () => undefined },
        without("r2"),
      ];
      expect(await of.store.erase(elsewhere)).toBe(0);
      expect(await of.store.erase([])).toBe(0);
      expect(await archived(of.store)).toEqual(["r1"]);
    });

    test("stays as it was, all of it, where what is left of one record is none", async () => {
      for (const id of ["r1", "r2"]) await close(of.store, id);
      await of.reopen();
      const rest = (record: Review) => (record.id === "r1" ? undefined : ({ id: "r2" } as Review));
      await expect(of.store.erase([{ kind: "review", month, rest }])).rejects.toThrow('the review "r2" is not one');
      expect(await archived(of.store)).toEqual(["r1", "r2"]);
      await of.reopen();
      expect(await archived(of.store)).toEqual(["r1", "r2"]);
    });

    test("does not come back, and takes nothing with it, while others close records at the same time", async () => {
      await close(of.store, "old");
      const closing = Array.from({ length: 50 }, (_, at) => close(of.store, `new ${at}`));
      await Promise.all([of.store.erase([without("old")]), of.store.erase([without("new 7")]), ...closing]);
      await of.store.erase([without("new 7")]);
      await of.reopen();
      expect(new Set(await archived(of.store)).size).toBe(49);
    });
  });

  describe("months", () => {
    test("are those of which something is in the archive", async () => {
      expect(await of.store.months("review")).toEqual([]);
      await close(of.store, "r1");
      expect(await of.store.months("review")).toEqual([month]);
      await of.reopen();
      expect(await of.store.months("review")).toEqual([month]);
      expect(await of.store.months("call")).toEqual([]);
      await of.store.erase([without("r1")]);
      expect(await of.store.months("review")).toEqual([]);
    });
  });
}
