import { assign } from "../../src/acd/assign.ts";
import { tie, urgency, whyNot } from "../../src/acd/line.ts";
import { givenNow } from "../../src/callback/callback.ts";
import { slots } from "../../src/callback/slots.ts";
import { figure, median, quantile } from "./figures.ts";
import { openCompany } from "./owed.ts";
import { table } from "./table.ts";

type Company = Awaited<ReturnType<typeof openCompany>>;
/** One thing that is measured, how it is done the plain way, and how long it may take, in ms. */
type Measured = {
  readonly what: string;
  readonly wanted: number;
  readonly ours: () => unknown;
  readonly plainly: () => unknown;
};

const reps = 40;
const zones = ["America/New_York"];

/** What thousands of return calls cost that are owed at once: a time is offered, the next one is chosen, the worker looks. */
export async function callbacksBench(quick: boolean): Promise<string> {
  const rounds = quick ? 50 : 500;
  const said: string[] = [
    "## Ten thousand return calls owed at once",
    `In one process, ${rounds} rounds, what is measured and the plain way to do the same in turns: the times are offered, counting what is owed by going through all that is; the line is put in order, and its first taken whom the free rep may serve; the worker goes through everything open to find what is due.`,
  ];
  for (const due of [1_000, 10_000]) {
    const company = await openCompany(10_000, due, reps);
    const rows: Record<string, string>[] = [];
    for (const one of await measuredIn(company)) rows.push(await measure(one, rounds));
    await company.close();
    said.push(`Of 10,000 that are owed ${figure(due)} are due, and wait for one of ${reps} reps:`, table(rows));
  }
  return said.join("\n\n");
}

async function measure({ what, wanted, ours, plainly }: Measured, rounds: number): Promise<Record<string, string>> {
  const [times, plain]: [number[], number[]] = [[], []];
  const timed = async (run: () => unknown) => {
    const began = performance.now();
    await run();
    return performance.now() - began;
  };
  for (let round = 0; round < rounds; round++) {
    times.push(await timed(ours));
    if (round % 10 === 0) plain.push(await timed(plainly));
  }
  return {
    "": what,
    "p50 ms": figure(median(times), 3),
    "p99 ms": figure(quantile(times, 0.99), 2),
    "wanted below": figure(wanted),
    "the plain way, p50 ms": figure(median(plain), 2),
  };
}

async function measuredIn({ now, routing, store, ledger, board, owed }: Company): Promise<readonly Measured[]> {
  const ask = { queue: "support", zones, after: now, most: 3 };
  const free = board.free().slice(0, 1);
  const line = board.line();
  const plainSlots = () => {
    const all = [...ledger.all()];
    const between = (queue: string, from: number, until: number) =>
      all.filter((one) => one.queue === queue && (timeOf(one) ?? 0) >= from && (timeOf(one) ?? 0) < until).length;
    return slots(ask, between, { there: new Set(Object.keys(routing.reps)), handled: () => [] }, routing, now);
  };
  return [
    { what: "three times are offered", wanted: 5, ours: () => owed.slots(ask), plainly: plainSlots },
    {
      what: "who is next is chosen",
      wanted: 1,
      ours: () => assign(line, free, board.signedIn(), routing, now),
      plainly: () =>
        line
          .toSorted((a, b) => urgency(b, routing, now) - urgency(a, routing, now) || tie(a, b))
          .find((one) => free.some(({ rep }) => whyNot(one, rep, routing, now) === undefined)),
    },
    {
      what: "the worker looks: what is due, who is free, who is next",
      wanted: 10,
      async ours() {
        await store.claim(now, 50, 60_000);
        await store.nextDue();
        return assign(board.line(), board.free().slice(0, 1), board.signedIn(), routing, now);
      },
      async plainly() {
        const open = await store.open("callback");
        return open.filter(({ state }) => state.at === "due").toSorted((a, b) => a.joinedAt - b.joinedAt)[0];
      },
    },
  ];
}

function timeOf(callback: Parameters<typeof givenNow>[0]): number | undefined {
  const { from, by } = givenNow(callback);
  return from ?? by;
}
