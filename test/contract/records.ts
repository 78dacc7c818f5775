import { describe, expect, test } from "vitest";
import {
  archived,
  byName,
  close,
  contractNow,
  file,
  handle,
  increment,
  minute,
  month,
  queue,
  review,
  type UnderContract,
  wake,
} from "./samples.ts";

/** The rules that hold over records: open, closed, watched. */
export function recordsContract(of: UnderContract): void {
  describe("records", () => {
    test("what was decided is there after the store was opened again", async () => {
      await handle(of.store, "sales", [1, 2]);
      await handle(of.store, "support", [3]);
      await handle(of.store, "sales", [1, 2, 4]);
      await of.reopen();
      expect(await of.store.get("queue", "sales")).toEqual(queue("sales", [1, 2, 4]));
      expect((await of.store.open("queue")).toSorted(byName)).toEqual([
        queue("sales", [1, 2, 4]),
        queue("support", [3]),
      ]);
    });

    test("a record of one kind is none of another", async () => {
      await handle(of.store, "sales", [1]);
      expect(await of.store.get("routing", "sales")).toBeUndefined();
      expect(await of.store.open("routing")).toEqual([]);
    });

    test("a hundred increments of one record at the same time make a hundred", async () => {
      const answers = await Promise.all(Array.from({ length: 100 }, () => increment(of.store, "sales")));
      expect(answers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, at) => at + 1));
      await of.reopen();
      expect(await of.store.get("queue", "sales")).toEqual(queue("sales", [100]));
    });

    test("a rule that throws changes nothing and stores no effect", async () => {
      await handle(of.store, "sales", [1]);
      const bug = of.store.decide("queue", "sales", () => {
        throw new Error("a bug in a rule");
      });
      await expect(bug).rejects.toThrow("a bug in a rule");
      expect(await increment(of.store, "sales")).toBe(2);
      expect(await of.store.nextDue()).toBeUndefined();
    });

    test("a decision that neither puts nor closes leaves the record and hands its answer back", async () => {
      await handle(of.store, "sales", [7]);
      const answer = await of.store.decide("queue", "sales", (record) => ({ answer: record?.handled }));
      expect(answer).toEqual([7]);
      expect(await of.store.get("queue", "sales")).toEqual(queue("sales", [7]));
    });

    test("whatever people say is kept as they said it", async () => {
      const said = `"Où?" 'ça' \\ / \u2028 \u2029 \t \n 🫖 ${"x".repeat(100_000)}`;
      await of.store.decide("routing", "v1", () => ({ put: { version: "v1", source: { said } }, answer: 0 }));
      await of.reopen();
      expect(await of.store.get("routing", "v1")).toEqual({ version: "v1", source: { said } });
    });
  });

  describe("records decided together", () => {
    const both = (seconds: number) => () => ({
      put: queue("sales", [seconds]),
      also: [{ kind: "review" as const, id: "r1", put: review("r1", seconds) }],
      answer: 0,
    });

    test("all of them are there after the store was opened again, with the effects of each", async () => {
      const effects = [{ lane: "r1", effect: wake("asked") }];
      await of.store.decide("queue", "sales", () => ({
        put: queue("sales", [1]),
        also: [{ kind: "review", id: "r1", put: review("r1"), effects }],
        answer: 0,
      }));
      await of.reopen();
      expect(await of.store.get("queue", "sales")).toEqual(queue("sales", [1]));
      expect(await of.store.get("review", "r1")).toEqual(review("r1"));
      expect(await of.store.claim(contractNow, 9, minute)).toMatchObject([{ kind: "review", of: "r1", lane: "r1" }]);
    });

    test("a rule sees the others as they are in the instant of deciding", async () => {
      await file(of.store, "r1");
      const seen = await of.store.decide("queue", "sales", (_, look) => ({ answer: look("review", "r1") }));
      expect(seen).toEqual(review("r1"));
      expect(await of.store.decide("queue", "sales", (_, look) => ({ answer: look("review", "r2") }))).toBeUndefined();
    });

    test("one can be closed with another, and whoever watches it is told", async () => {
      await of.store.decide("queue", "sales", both(1));
      const seen: unknown[] = [];
      of.store.watch("review", (id, record) => seen.push([id, record]));
      await of.store.decide("queue", "sales", both(2));
      await of.store.decide("queue", "sales", () => ({
        also: [{ kind: "review", id: "r1", close: review("r1", 3) }],
        answer: 0,
      }));
      expect(seen).toEqual([
        ["r1", review("r1", 2)],
        ["r1", undefined],
      ]);
      expect(await archived(of.store)).toEqual(["r1"]);
    });
  });

  describe("closed records", () => {
    test("a closed record is in no open list, and in the archive of its month once", async () => {
      await file(of.store, "r1");
      await close(of.store, "r1");
      expect(await of.store.get("review", "r1")).toBeUndefined();
      expect(await of.store.open("review")).toEqual([]);
      expect(await archived(of.store)).toEqual(["r1"]);
      await of.reopen();
      expect(await of.store.open("review")).toEqual([]);
      expect(await archived(of.store)).toEqual(["r1"]);
    });

    test("the archive gives the oldest first, also over several openings", async () => {
      for (const ids of [["r3", "r1"], ["r2"], ["r5", "r4"]]) {
        for (const id of ids) await close(of.store, id);
        await of.reopen();
      }
      expect(await archived(of.store)).toEqual(["r3", "r1", "r2", "r5", "r4"]);
    });

    test("the archive of another month, or of another kind, does not have it", async () => {
      await close(of.store, "r1");
      expect(await Array.fromAsync(of.store.archive("review", "2026-10"))).toEqual([]);
      expect(await Array.fromAsync(of.store.archive("call", month))).toEqual([]);
      expect(await Array.fromAsync(of.store.archive("review", "../../etc"))).toEqual([]);
    });

    test("put and close together close it, with what was closed", async () => {
      await of.store.decide("review", "r1", () => ({ put: review("r1"), close: review("r1", 60), answer: 0 }));
      expect(await of.store.get("review", "r1")).toBeUndefined();
      expect(await Array.fromAsync(of.store.archive("review", month))).toEqual([review("r1", 60)]);
    });

    test("a name that was closed may be opened anew", async () => {
      await close(of.store, "r1");
      await file(of.store, "r1");
      await of.reopen();
      expect(await of.store.get("review", "r1")).toEqual(review("r1"));
      expect(await archived(of.store)).toEqual(["r1"]);
    });
  });

  describe("watching", () => {
    test("tells of every change of its kind, in order, and of nothing once stopped", async () => {
      const seen: unknown[] = [];
      const stop = of.store.watch("review", (id, record, closed) => seen.push([id, record, closed]));
      await file(of.store, "r1");
      await handle(of.store, "sales", [1]);
      await of.store.decide("review", "r1", () => ({ answer: 0 }));
      await close(of.store, "r1");
      stop();
      await file(of.store, "r2");
      expect(seen).toEqual([
        ["r1", review("r1"), undefined],
        ["r1", undefined, review("r1")],
      ]);
    });
  });
}
