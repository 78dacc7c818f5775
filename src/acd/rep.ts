import type { Instant, RepId, Routing } from "../routing/routing.ts";

/**
 * Whether a rep may be rung. What a rep is doing (ringing, talking, wrapping up) is not stored here:
 * it follows from the open calls.
 *
 * out   signed in                 → in
 * in    on a break | signed out   → break | out
 * in    missed `missedRings` running → away
 * away  signed in                 → in
 */
export type Presence = {
  readonly rep: RepId;
  readonly state: "in" | "out" | "break" | "away";
  readonly since: Instant;
  readonly missed: number;
  /** When the last call ended, or the rep signed in: the longest idle is rung first. */
  readonly idleSince: Instant;
};

/** The presence of a rep nobody has heard of yet. */
export function nobodySignedIn(rep: RepId): Presence {
  return { rep, state: "out", since: 0, missed: 0, idleSince: 0 };
}

/** Whether a rep has come to work: signed in, or on a break. */
export function isThere({ state }: Presence): boolean {
  return state === "in" || state === "break";
}

type RepDid = "signed-in" | "on-break" | "signed-out" | "took" | "passed" | "missed" | "freed";

/** The presence after what the rep did, or what became of a ring. */
export function presenceAfter(presence: Presence, did: RepDid, routing: Routing, now: Instant): Presence {
  /** Said again, it holds since it was said first. */
  const entered = (state: Presence["state"]): Presence =>
    presence.state === state ? { ...presence, missed: 0 } : { ...presence, state, since: now, missed: 0 };
  switch (did) {
    case "signed-in":
      return presence.state === "in" ? { ...presence, missed: 0 } : { ...entered("in"), idleSince: now };
    case "on-break":
      return entered("break");
    case "signed-out":
      return entered("out");
    case "took":
      return { ...presence, missed: 0 };
    case "passed":
      return { ...presence, missed: 0, idleSince: now };
    case "freed":
      return { ...presence, idleSince: now };
    case "missed": {
      const missed = presence.missed + 1;
      const away = presence.state === "in" && missed >= routing.business.missedRings;
      return away ? { ...presence, missed, state: "away", since: now } : { ...presence, missed, idleSince: now };
    }
    default:
      return did satisfies never;
  }
}
