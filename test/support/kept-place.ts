import type { CallbackId } from "../../src/callback/callback.ts";
import type { NewCallback } from "../../src/callback/event.ts";
import { line } from "./business.ts";

export const callersNumber = "+12125559999";

/** The place in the support line that the caller keeps, as the API would ask for it. */
export function keptPlace(id: CallbackId, now: number): NewCallback {
  return {
    id,
    code: id.slice(2).padStart(6, "4"),
    kind: "place",
    to: callersNumber,
    from: line,
    language: "en",
    queue: "support",
    joinedAt: now,
    madeBy: { who: "caller", via: "phone" },
    confirm: false,
    zones: ["America/New_York"],
    texts: true,
    everSupport: true,
    given: {},
  };
}
