import type { Instant } from "../routing/routing.ts";
import type { Call } from "./call.ts";
import { also, type Step } from "./step.ts";

/**
 * A product announcement that a waiting caller has heard to its end is remembered with the number, once the next thing happens: later
 * calls do not play it for a while. One that a key, a rep or the caller's hanging up has cut is not.
 */
export function rememberHeardOut(before: Call | undefined, step: Step, now: Instant): Step {
  const told = before && announced(before);
  if (!before || !told || now < told.until || announced(step.call)?.at === told.at) return step;
  return also(step, { do: "remember", number: before.from, what: { announcement: told.id } });
}

/** The announcement in what a waiting caller is being played: from when, and until when it is spoken. */
function announced(call: Call) {
  if (call.at !== "queue" && call.at !== "ringing") return undefined;
  const { telling, announcements } = call.line.heard;
  const id = announcements.at(-1);
  if (telling?.announcedAt === undefined || id === undefined) return undefined;
  return { id, at: telling.announcedAt, until: telling.until };
}
