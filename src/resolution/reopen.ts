import type { By, Note } from "../callback/callback.ts";
import type { NewCallback } from "../callback/event.ts";
import type { Verdict } from "../callback/owed.ts";
import { lastSpoken, type Resolution } from "./resolution.ts";

/**
 * The return call to a caller whose matter was not solved: by the rep who knows it, and ahead in line, for it has waited
 * since the last conversation about it.
 */
export function returnCallFor(
  resolution: Resolution,
  number: Extract<Verdict, { readonly ok: true }>,
  receipt: { readonly id: string; readonly code: string },
  madeBy: By,
  note?: Note,
): NewCallback {
  const { queue, line, language, everSupport, about } = resolution;
  const { rep, at } = lastSpoken(resolution);
  return {
    ...receipt,
    kind: "place",
    to: number.number,
    from: line,
    language,
    queue,
    joinedAt: at,
    madeBy,
    confirm: false,
    zones: number.zones,
    texts: number.texts,
    everSupport,
    owner: rep,
    ...(about === undefined ? {} : { about }),
    ...(note === undefined ? {} : { note }),
    given: {},
  };
}
