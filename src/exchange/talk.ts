import { isOver, type Leg } from "./leg.ts";
import type { Plant } from "./plant.ts";

/** Lets everybody who can hear a party of a call hear what it says: not those it is muted for, nor while it is held. */
export function sayToOthers(plant: Plant, leg: Leg, words: string): void {
  for (const other of plant.legs.values()) {
    if (other === leg || isOver(other)) continue;
    const { hearing } = other.ear;
    if (hearing?.kind === "person" && hearing.with?.includes(leg.address))
      other.ear.note({ kind: "words", text: words, with: [leg.address] });
  }
}
