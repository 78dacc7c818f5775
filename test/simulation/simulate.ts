import { reps } from "./business.ts";
import { openCustomers } from "./customers.ts";
import { arrivals, daysFrom, type Day } from "./days.ts";
import { breakThings, type Broken } from "./disorder.ts";
import { openRep, type RepName } from "./reps.ts";
import { dutiesOf } from "./shifts.ts";
import { tellAll } from "./telling.ts";
import { tallyOf, type Tally } from "./tally.ts";
import { openWorld, type World } from "./world.ts";

export type Options = {
  readonly seed: number;
  readonly calls: number;
  readonly days: number;
  /** Whether webhooks, the REST API and the app are broken on the way. */
  readonly faults: boolean;
  /** Told of each day that is over, with the calls so far. */
  readonly dayOver?: (day: string, calls: number) => void;
  /** Told at the end of all that every telephone has heard and read, for a reader's eye. */
  readonly told?: (everything: string) => void;
};

/** A Monday, a week before the clocks go back and the month ends. */
const firstDay = "2026-10-26";
/** One rep for so many calls a day; three see to it that every queue is served. */
const [callsARep, fewestReps] = [125, 3];
/** After the last day nobody new calls, and everything that was promised may end for so many days. */
const daysAfter = 10;

/** Lets the days pass, and then everything that was promised come to its end. */
export async function simulate({ seed, calls, days: count, faults, dayOver, told }: Options): Promise<Tally> {
  const all = daysFrom(firstDay, count + daysAfter);
  const days = all.slice(0, count);
  const world = await openWorld(seed, (all[0]?.from ?? 0) + 8 * 3_600_000);
  try {
    const staffed = Math.max(
      fewestReps,
      Math.ceil(calls / Math.max(1, days.filter(({ open }) => open).length) / callsARep),
    );
    const team = (Object.keys(reps) as RepName[]).slice(0, staffed).map((name) => openRep(world, name));
    for (const rep of team)
      for (const day of all)
        for (const { at, does } of dutiesOf(world, rep.name, day)) world.at(at, () => rep.does(does));
    const customers = openCustomers(world);
    const luck = world.luck("arrivals");
    const known = Math.ceil(calls * 0.6);
    for (const at of arrivals(days, calls, luck)) world.at(at, () => customers.call(luck.whole(0, known)));
    const broken: Broken = faults ? breakThings(world, days) : { rest: 0, kills: 0 };
    await passDays(world, all, count, (day) => dayOver?.(day.name, customers.made()));
    told?.(tellAll([...team, ...customers.all.values()]));
    return await tallyOf({ world, team, customers, broken });
  } finally {
    await world.close();
  }
}

/** Day by day; after the last one of them only until nothing is owed any more. */
async function passDays(world: World, all: readonly Day[], count: number, over: (day: Day) => void): Promise<void> {
  for (const [index, day] of all.entries()) {
    await world.pass(day.until - world.now());
    over(day);
    if (index + 1 < count) continue;
    if (
      (await world.app()?.store.open("callback"))?.length === 0 &&
      (await world.app()?.store.open("call"))?.length === 0
    )
      return;
  }
}
