import { array, assert, constantFrom, nat, oneof, property, record, type Arbitrary } from "fast-check";
import { expect, test } from "vitest";
import { newEffects, type Waiting } from "../../src/store/effects.ts";
import { newHeap } from "../../src/store/heap.ts";

test("a heap gives what was put into it in order, whatever is put and taken in between", () => {
  assert(
    property(array(oneof(nat(50), constantFrom("take" as const))), (steps) => {
      const heap = newHeap<number>((a, b) => a < b);
      const plain: number[] = [];
      for (const step of steps) {
        if (step !== "take") {
          heap.push(step);
          plain.push(step);
          plain.sort((a, b) => a - b);
        }
        const [first] = plain;
        expect(heap.peek()).toBe(first);
        const taken = step === "take" ? [heap.pop(), plain.shift()] : [];
        expect(taken[0]).toBe(taken[1]);
      }
    }),
    { seed: 7 },
  );
});

type Step =
  | { readonly step: "add"; readonly lane: string; readonly dueIn: number }
  | { readonly step: "claim"; readonly most: number; readonly leaseMs: number }
  | { readonly step: "settle"; readonly which: number; readonly retryIn: number | undefined }
  | { readonly step: "wait"; readonly ms: number };

const steps: Arbitrary<Step> = oneof(
  record({ step: constantFrom("add" as const), lane: constantFrom("a", "b", "c"), dueIn: nat(9) }),
  record({ step: constantFrom("claim" as const), most: nat(3), leaseMs: nat(5) }),
  record({ step: constantFrom("settle" as const), which: nat(9), retryIn: constantFrom(undefined, 0, 4) }),
  record({ step: constantFrom("wait" as const), ms: nat(6) }),
);

/** The rule as it is said: the first of each lane, if its time has come and nobody holds it, longest due first. */
function dueByRule(all: readonly Waiting[], now: number): readonly string[] {
  const firsts = all.filter(({ lane }, at) => all.findIndex((other) => other.lane === lane) === at);
  return firsts
    .filter((effect) => readyAt(effect) <= now)
    .toSorted((a, b) => readyAt(a) - readyAt(b))
    .map(({ id }) => id);
}

function readyAt({ dueAt, leasedUntil }: Waiting): number {
  return Math.max(dueAt, leasedUntil ?? dueAt);
}

test("effects come by the rule of lanes, whatever is added, claimed, settled and waited for", () => {
  assert(
    property(array(steps, { maxLength: 60 }), (script) => {
      const effects = newEffects();
      let now = 0;
      let added = 0;
      for (const step of script) {
        if (step.step === "wait") now += step.ms;
        if (step.step === "add") {
          const rest = { kind: "queue", of: "q", effect: { do: "wake", at: 0, why: "" }, claims: 0 } as const;
          effects.add({ id: `${added++}`, lane: step.lane, dueAt: now + step.dueIn, ...rest });
        }
        const most = step.step === "claim" ? step.most : 0;
        const due = effects.due(now, most).map(({ id }) => id);
        expect(due).toEqual(dueByRule(effects.all(), now).slice(0, most));
        if (step.step === "claim") effects.lease(due, now + step.leaseMs);
        const settled = step.step === "settle" ? effects.all()[step.which] : undefined;
        if (settled && step.step === "settle")
          effects.settle(
            settled.id,
            step.retryIn === undefined ? { outcome: "done" } : { outcome: "retry", at: now + step.retryIn },
          );
        const all = effects.all();
        const firsts = all.filter(({ lane }, at) => all.findIndex((other) => other.lane === lane) === at);
        expect(effects.next()).toBe(
          firsts.length === 0 ? undefined : Math.min(...firsts.map((first) => readyAt(first))),
        );
      }
    }),
    { seed: 11, numRuns: 500 },
  );
});
