import { blueRibbon } from "../scores/blue-ribbon.ts";
import { fiveStones } from "../scores/five-stones.ts";
import { freshPaint } from "../scores/fresh-paint.ts";
import { greenLane } from "../scores/green-lane.ts";
import { harbourLights } from "../scores/harbour-lights.ts";
import { marketDay } from "../scores/market-day.ts";
import { newLeaf } from "../scores/new-leaf.ts";
import { slowRiver } from "../scores/slow-river.ts";
import { smallClock } from "../scores/small-clock.ts";
import { windowSeat } from "../scores/window-seat.ts";
import type { Score } from "./score.ts";

/** Every piece that is built, in the order of the manifest. */
export const scores: readonly Score[] = [
  harbourLights,
  windowSeat,
  slowRiver,
  fiveStones,
  smallClock,
  greenLane,
  freshPaint,
  marketDay,
  blueRibbon,
  newLeaf,
];
