import { zoneFor } from "../callback/tell.ts";
import { spokenTime } from "../routing/prompts.ts";
import type { Instant } from "../routing/routing.ts";
import type { Offer, Talk } from "./offering.ts";

/** So many clocks are read out at most. */
const mostClocks = 9;

/** A clock that the customer may have: what it shows now, and the zones in which it does. */
type Clock = { readonly time: string; readonly zones: readonly string[] };

/** A time by the clock of whoever is called. */
export function spokenFor({ call, routing, now }: Talk, { to }: Offer, at: Instant): string {
  const locale = routing.business.languages[call.language]?.locale ?? "en-US";
  return spokenTime(at, zoneFor({ zones: to?.zones ?? [] }, routing), locale, now);
}

/** What the clocks show now where the number may be: zones whose clocks agree are one, and ours comes first. */
export function clocksOf({ call, routing, now }: Talk, { to }: Offer): readonly Clock[] {
  const locale = routing.business.languages[call.language]?.locale ?? "en-US";
  const { zone: ours } = routing.business;
  const clocks = new Map<string, string[]>();
  for (const zone of (to?.zones ?? []).toSorted((a, b) => Number(b === ours) - Number(a === ours))) {
    const time = spokenTime(now, zone, locale, now);
    clocks.set(time, [...(clocks.get(time) ?? []), zone]);
  }
  return Array.from(clocks, ([time, zones]) => ({ time, zones })).slice(0, mostClocks);
}
