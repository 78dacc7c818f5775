import { reps, shifts } from "./business.ts";
import type { Day } from "./days.ts";
import type { RepName } from "./reps.ts";
import type { World } from "./world.ts";

const [minute, hour] = [60_000, 3_600_000];

/** What a rep does at an instant: comes, goes, or is away for a while. */
export type Duty = { readonly at: number; readonly does: "in" | "break" | "out" };

/** What a rep does on a day: the shift, give or take, with a long break and a short one. */
export function dutiesOf(world: World, name: RepName, { open, saturday, from }: Day): readonly Duty[] {
  const luck = world.luck("shift", name, from);
  const shift = shifts[reps[name].hours];
  if (!shift || !open || (saturday && !shift.saturday) || luck.chance(0.04)) return [];
  const midnight = open.from - (saturday ? 10 : 9) * hour;
  const starts = (saturday ? open.from : midnight + shift.from * hour) + luck.between(-4, 4) * minute;
  const ends = (saturday ? open.until : midnight + shift.until * hour) + luck.between(1, 10) * minute;
  const long = starts + (ends - starts) * luck.between(0.35, 0.6);
  const short = ends - luck.between(50, 120) * minute;
  const duties: readonly Duty[] = [
    { at: starts, does: "in" },
    { at: long, does: "break" },
    { at: long + luck.between(25, 45) * minute, does: "in" },
    { at: short, does: "break" },
    { at: short + luck.between(5, 12) * minute, does: "in" },
  ];
  // Some forget to sign out.
  return luck.chance(0.05) ? duties : [...duties, { at: ends, does: "out" }];
}
