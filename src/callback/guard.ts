import type { Routing } from "../routing/routing.ts";
import { takesTexts, type NumberFacts, type NumberKind } from "./number.ts";
import type { NumberFault, Verdict } from "./owed.ts";

/** How many return calls were dialled today or are still owed: to this number, to numbers like it, by this queue; and how long we have talked. */
export type Today = {
  readonly toNumber: number;
  readonly alike: number;
  readonly ofQueue: number;
  /** Minutes of calls that we placed to customers. */
  readonly minutes: number;
};

/** What is judged: a number by its facts, undefined where it is none, and what was done today. */
export type Judged = {
  readonly facts: NumberFacts | undefined;
  /** The countries of the business's own lines. */
  readonly own: ReadonlySet<string>;
  readonly today: Today;
  /** The number has said STOP. */
  readonly askedNotTo: boolean;
  /** An admin has switched off that return calls are promised. */
  readonly off: boolean;
};

/**
 * Whether a number may be rung back. What the number is comes before how often it is rung, so that whoever is refused
 * hears what another number would mend.
 */
export function verdict({ facts, own, today, askedNotTo, off }: Judged, routing: Routing): Verdict {
  const { countries, kinds, minutesADay } = routing.business.outbound;
  if (off) return { ok: false, why: "switched-off" };
  if (!facts) return { ok: false, why: "not-a-number" };
  const { number, country, kind, zones } = facts;
  if (kind === "never" || country === undefined || !allows(kinds, kind)) return { ok: false, why: "kind" };
  if (countries.length > 0 ? !countries.includes(country) : !own.has(country)) return { ok: false, why: "country" };
  if (askedNotTo) return { ok: false, why: "asked-not-to" };
  const limit = limitReached(today, routing);
  if (limit !== undefined) return { ok: false, why: limit };
  if (today.minutes >= minutesADay) return { ok: false, why: "spent" };
  return { ok: true, number, zones, texts: takesTexts(kind) };
}

/** Why a return call that is owed is not dialled now: a limit on calls in a day, or the emergency switch. */
export type HeldBack = Extract<
  NumberFault,
  "too-often" | "too-many-alike" | "too-many-today" | "spent" | "switched-off"
>;

/** The limit on calls in a day that has been reached; undefined: none. */
export function limitReached(
  { toNumber, alike: toAlike, ofQueue }: Omit<Today, "minutes">,
  routing: Routing,
): HeldBack | undefined {
  const { perNumberADay, perPrefixADay, perQueueADay } = routing.business.outbound;
  if (toNumber >= perNumberADay) return "too-often";
  if (toAlike >= perPrefixADay) return "too-many-alike";
  return ofQueue >= perQueueADay ? "too-many-today" : undefined;
}

type Allowed = Routing["business"]["outbound"]["kinds"];

/** Where a mobile and a fixed number look the same, it is enough that one of them may be rung. */
function allows(allowed: Allowed, kind: Exclude<NumberKind, "never">): boolean {
  if (kind === "mobile-or-fixed") return allowed.includes("mobile") || allowed.includes("fixed");
  return allowed.includes(kind);
}

/** Numbers alike: all but the last three digits are the same. */
export function alike(number: string): string {
  return number.slice(0, -3);
}
