import type { PhoneCall } from "../../src/exchange/exchange.ts";
import { later, listen } from "./listen.ts";
import type { Rep } from "./reps.ts";
import type { World } from "./world.ts";

/** What a rep does in a call that was rung: takes it or passes, talks, and says how it ended. */
export function serves(world: World, { luck }: Rep, call: PhoneCall): void {
  const press = (keys: string) => later(world, call, luck.between(0.6, 2.5), () => call.press(keys));
  let met = false;
  listen(
    call,
    [
      [/^Press 1 to (?:take the call|call now), 2 to pass/, () => press(luck.chance(0.95) ? "1" : "2")],
      [/^How did the call end\?/, () => luck.chance(0.96) && press(endsAs(luck.fraction()))],
      [/^By when will you call\?/, () => press(luck.pick(["1", "2", "3", "4"]))],
      [
        /^Key in the time as four digits/,
        () => press(`${String(luck.whole(1, 12)).padStart(2, "0")}${luck.pick(["00", "15", "30", "45"])}`),
      ],
      [/Press 1 to promise that, 2 for another time/, () => press("1")],
      [/Press 2 for another time\.$/, () => press(luck.chance(0.5) ? "2" : "*")],
      [/^Say what the call is about/, () => later(world, call, luck.between(4, 9), () => call.press("1"))],
      [/^You will call the number that ends in/, () => press(luck.chance(0.92) ? "1" : "*")],
      [/^Press 1 to go back to the caller/, () => press(luck.pick(["1", "5", "6", "8", "8", "3", "4"]))],
      [/^Where to\?/, () => press("1")],
      [/^The caller is on hold/, () => later(world, call, luck.between(10, 60), () => call.press("5"))],
    ],
    () => {
      if (met) return;
      met = true;
      if (luck.chance(0.25))
        later(world, call, luck.between(20, 200), () => call.hearing?.kind === "person" && call.press("*"));
    },
  );
}

function endsAs(chance: number): string {
  if (chance < 0.72) return "1";
  return chance < 0.84 ? "2" : "3";
}
