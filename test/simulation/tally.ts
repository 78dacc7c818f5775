import { accountOf, type Account } from "../../src/callback/audit.ts";
import type { Callback } from "../../src/callback/callback.ts";
import type { CallRecord } from "../../src/store/records.ts";
import type { Customers } from "./customers.ts";
import type { Broken } from "./disorder.ts";
import type { Rep } from "./reps.ts";
import { witness, type Witnessed } from "./witness.ts";
import type { World } from "./world.ts";

export type Ran = {
  readonly world: World;
  readonly team: readonly Rep[];
  readonly customers: Customers;
  readonly broken: Broken;
};

/** What became of everything. */
export type Tally = {
  readonly calls: number;
  readonly webhooks: number;
  readonly requests: number;
  readonly broken: Broken;
  readonly account: Account;
  readonly causes: ReadonlyMap<string, number>;
  /** Late or broken, and nobody knows why. */
  readonly causeless: readonly string[];
  readonly outcomes: ReadonlyMap<string, number>;
  /** How often anybody was overtaken at most by our choice, and why the one was who was overtaken most for whatever cause. */
  readonly mostOvertaken: number;
  readonly overtakenMost: readonly string[];
  readonly openCalls: number;
  readonly twilio: ReadonlyMap<string, number>;
  readonly examples: readonly string[];
  readonly rest: ReadonlyMap<string, number>;
  readonly errors: ReadonlyMap<string, number>;
  readonly witnessed: Witnessed;
};

/** Counts what the app has on record, and has the exchange's record witness it. */
export async function tallyOf({ world, team, customers, broken }: Ran): Promise<Tally> {
  const callbacks = await everything(world, "callback");
  const records = await everything(world, "call");
  const store = world.app()?.store;
  const open = (await store?.open("call")) ?? [];
  const count = (all: Iterable<string>) =>
    new Map(
      Array.from(
        Map.groupBy(all, (one) => one),
        ([one, many]) => [one, many.length],
      ),
    );
  const ends = callbacks.flatMap(({ given }) => given.flatMap(({ ended }) => (ended ? [ended] : [])));
  return {
    calls: customers.made(),
    webhooks: world.complaints.webhooks(),
    requests: world.complaints.requests(),
    broken,
    account: accountOf(callbacks),
    causeless: callbacks
      .filter(({ given }) => given.some(({ ended }) => ended && "cause" in ended && !ended.cause))
      .map(({ id }) => id),
    causes: count(ends.flatMap((end) => ("cause" in end ? [`${end.how}: ${end.cause}`] : []))),
    outcomes: count(records.map(({ call }) => (call.at === "ended" ? (call.outcome ?? "none") : call.at))),
    mostOvertaken: Math.max(
      0,
      ...[...world.complaints.overtaken.values()].map((causes) => causes.filter(isChoice).length),
    ),
    overtakenMost: [...world.complaints.overtaken.values()].toSorted((a, b) => b.length - a.length)[0] ?? [],
    openCalls: open.length,
    twilio: world.complaints.twilio,
    examples: world.complaints.examples,
    rest: world.complaints.rest,
    errors: world.complaints.errors,
    witnessed: witness(
      customers,
      callbacks,
      team.flatMap((rep) => rep.free()),
      world.now(),
    ),
  };
}

/** A rep who has just passed, or does not speak the language, is no choice of ours. */
const isChoice = (cause: string) => cause !== "passed" && cause !== "language";

/** All that is on record, open and closed. */
async function everything(world: World, of: "callback"): Promise<readonly Callback[]>;
async function everything(world: World, of: "call"): Promise<readonly CallRecord[]>;
async function everything(world: World, of: "call" | "callback"): Promise<readonly unknown[]> {
  const store = world.app()?.store;
  if (!store) throw new Error("the app is not running at the end");
  const all: unknown[] = [...(await store.open(of))];
  for (const month of ["2026-10", "2026-11", "2026-12"])
    for await (const one of store.archive(of, month)) all.push(one);
  return all;
}
