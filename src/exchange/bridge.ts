import type { Leg } from "./leg.ts";
import type { Plant } from "./plant.ts";
import { openSlot, type Scope } from "./scope.ts";

/** Two calls connected; `ended` says who ended it and why. */
export type Bridge = {
  readonly startedAt: number;
  readonly ended: Promise<Parting>;
  /** Parts them. */
  end(why: string): void;
};
/** How two parted: `by` is absent where the exchange parted them. */
export type Parting = { readonly by: Leg | undefined; readonly why: string; readonly at: number };
type Side = { readonly leg: Leg; readonly scope: Scope };

/** Connects two calls until one of them goes elsewhere. */
export function connect(plant: Plant, one: Side, other: Side): Bridge {
  const slot = openSlot<Parting>();
  const part = (by: Leg | undefined, why: string) => {
    if (slot.full) return;
    slot.give({ by, why, at: plant.clock.now() });
    for (const { leg } of [one, other]) if (leg.ear.hearing?.kind === "person") leg.ear.hush(false);
  };
  one.leg.ear.hear({ kind: "person", with: [other.leg.address] });
  other.leg.ear.hear({ kind: "person", with: [one.leg.address] });
  for (const { leg, scope } of [one, other]) {
    if (scope.stopped !== undefined) part(leg, scope.stopped);
    else scope.onStop((why) => part(leg, why));
  }
  return { startedAt: plant.clock.now(), ended: slot.given, end: (why) => part(undefined, why) };
}
