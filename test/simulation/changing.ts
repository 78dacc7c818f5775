import { line } from "./business.ts";
import type { Customer } from "./customers.ts";
import type { World } from "./world.ts";

/** What some who were promised a call do before it comes: they text, or ring in. `callsIn` has the customer dial. */
export function changesMind(world: World, customer: Customer, callsIn: () => void): void {
  const { luck, phone } = customer;
  const drawn = luck.fraction();
  if (drawn > 0.3) return;
  world.after(60_000 + luck.about(1_800_000), () => {
    const { receipt, call } = customer;
    if (receipt === undefined || call) return;
    if (drawn < 0.14) return callsIn();
    void phone.text(line, textOf(drawn, receipt, luck.whole(1, 6)));
    // An offered time is taken.
    if (drawn > 0.19) world.after(40_000, () => void (luck.chance(0.6) && phone.text(line, "YES")));
  });
}

function textOf(drawn: number, receipt: string, hour: number): string {
  if (drawn < 0.19) return `CANCEL ${receipt}`;
  if (drawn < 0.25) return `MOVE ${hour}pm`;
  return drawn < 0.28 ? "WHERE" : `CALL ${hour}:30pm`;
}
