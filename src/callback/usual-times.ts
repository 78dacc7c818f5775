import { localDay } from "../routing/hours.ts";
import type { Instant, Routing } from "../routing/routing.ts";
import { callableFrom, type Reachable } from "./callable.ts";

const minute = 60_000;
/** Nobody says "by seven minutes past": times are said on the next five minutes. */
const grain = 5 * minute;
/** A call cannot be promised for the moment of opening: that much later it has been made. */
const afterOpening = 30 * minute;

/**
 * The times that a rep promises most, by key: 1 within an hour, 2 within two, 3 soon after opening tomorrow. Undefined:
 * the key names none, or it does not open within 14 days.
 */
export function usualTime(key: string, whom: Reachable, routing: Routing, now: Instant): Instant | undefined {
  switch (key) {
    case "1":
      return onTheFive(now + 60 * minute);
    case "2":
      return onTheFive(now + 120 * minute);
    case "3": {
      const opens = callableFrom(whom, routing, localDay(routing.business.zone, now).until);
      return opens === undefined ? undefined : onTheFive(opens + afterOpening);
    }
    default:
      return undefined;
  }
}

function onTheFive(at: Instant): Instant {
  return Math.ceil(at / grain) * grain;
}
