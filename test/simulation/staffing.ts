import type { Callback, Given } from "../../src/callback/callback.ts";
import { business, reps } from "./business.ts";
import type { Free } from "./reps.ts";

const [halfHour, longEnough] = [1_800_000, 120_000];

/**
 * Whether staffing allowed a promise to be kept: in the half hour before the time that was said, a rep who may take it was
 * signed in and in no call for two minutes without a break. It is told by the reps' own telephones, not by the app.
 */
export function staffingAllowed(
  { queue }: Pick<Callback, "queue">,
  { by, givenAt }: Given,
  free: readonly Free[],
): boolean {
  if (by === undefined) return true;
  const { ring } = business.queues[queue as keyof typeof business.queues];
  const skills = new Set<string>(ring.pool.flatMap((level) => level.skills));
  const from = Math.max(by - halfHour, givenAt);
  return free.some(
    (one) =>
      reps[one.rep].skills.some((skill) => skills.has(skill)) &&
      Math.min(one.until, by) - Math.max(one.from, from) >= longEnough,
  );
}
