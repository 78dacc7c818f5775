import { areSame } from "../../routing/compare.ts";
import { NothingDone, type Ending } from "./ending.ts";
import type { Found, Place } from "./place.ts";
import { importedEnding } from "./report.ts";

/** Whether somebody else has typed another draft, which would be lost. */
export function isInTheWay(draft: Found | undefined, source: unknown, me: string): draft is Found {
  return draft !== undefined && draft.by.id !== me && !areSame(draft.source, source);
}

/** Makes a routing the draft. Throws NothingDone where somebody else's would be lost, unless forced, and where one was changed meanwhile. */
export async function importDraft(place: Place, file: string, source: unknown, force: boolean): Promise<Ending> {
  const draft = await place.draft();
  const inTheWay = isInTheWay(draft, source, place.me);
  if (inTheWay && !force)
    throw new NothingDone(
      1,
      `There is ${whose(draft)} already, and it was left alone. Publish or discard it, or add --force.\n`,
    );
  const saved = await place.save(source, draft);
  if (saved === "changed") {
    const now = await place.draft();
    throw new NothingDone(
      1,
      `Somebody was quicker: there is ${now ? whose(now) : "no draft any more"}. Nothing was done.\n`,
    );
  }
  return importedEnding(file, inTheWay ? ` It has taken the place of ${whose(draft)}.` : "", saved);
}

function whose({ by, at }: Found): string {
  const since = new Date(at).toISOString();
  return `a draft by ${by.name} of ${since.slice(0, 10)}, ${since.slice(11, 16)} UTC`;
}
