export const hour = 3_600_000;
/** What a caller to whom a call is owed can do about it. */
export const keys =
  "To speak with someone now, press 1. For another time, press 2. To cancel the call, press 3. For anything else, just stay on the line.";

/** A Monday at ten: Ben has promised a call by three, about a repair. */
export const byThree = (now: number) =>
  ({
    kind: "promised",
    owner: "ben",
    about: "about-repair",
    given: { by: now + 5 * hour },
    madeBy: { who: "rep", rep: "ben" },
  }) as const;
