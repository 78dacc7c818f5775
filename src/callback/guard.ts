import type { Routing } from "../routing/routing.ts";
import { takesTexts, type NumberFacts, type NumberKind } from "./number.ts";
import type { Verdict } from "./owed.ts";

/** How many return calls were promised today: to this number, to numbers like it, by this queue; and how long we have talked. */
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
  /** An admin has switched return calls off. */
  readonly off: boolean;
};

/**
 * Whether a number may be rung back. What the number is comes before how often it is rung, so that whoever is refused
 * hears what another number would mend.
 */
export function verdict({ facts, own, today, askedNotTo, off }: Judged, routing: Routing): Verdict {
  const { countries, kinds, perNumberADay, perPrefixADay, perQueueADay, minutesADay } = routing.business.outbound;
  if (off) return { ok: false, why: "switched-off" };
  if (!facts) return { ok: false, why: "not-a-number" };
  const { number, country, kind, zones } = facts;
  if (kind === "never" || country === undefined || !allows(kinds, kind)) return { ok: false, why: "kind" };
  if (countries.length > 0 ? !countries.includes(country) : !own.has(country)) return { ok: false, why: "country" };
  if (askedNotTo) return { ok: false, why: "asked-not-to" };
  if (today.toNumber >= perNumberADay) return { ok: false, why: "too-often" };
  if (today.alike >= perPrefixADay) return { ok: false, why: "too-many-alike" };
  if (today.ofQueue >= perQueueADay) return { ok: false, why: "too-many-today" };
  if (today.minutes >= minutesADay) return { ok: false, why: "spent" };
  return { ok: true, number, zones, texts: takesTexts(kind) };
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
