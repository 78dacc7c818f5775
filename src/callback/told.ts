import { isOpen } from "../routing/hours.ts";
import type { Instant, RepId, Routing } from "../routing/routing.ts";
import { givenNow, type Callback } from "./callback.ts";
import type { Told } from "./effect.ts";
import { leadTime } from "./schedule.ts";

/** A rep whom a reminder reaches, and as what. */
export type Reached = { readonly rep: RepId; readonly as: Told };
/** Who takes calls now, in the order in which they came; and who is at work, on a break too. */
export type AtWork = { readonly in: readonly RepId[]; readonly there: ReadonlySet<RepId> };

/**
 * Whom a reminder of a promise reaches: its owner; one of the team who takes calls; the leads. An owner who is not there, or is
 * off when the time comes, is told all the same, and so is one of the team at once. Where nobody of the team is there, the leads are.
 */
export function repsToTell(
  callback: Callback,
  whom: readonly Told[],
  atWork: AtWork,
  routing: Routing,
): readonly Reached[] {
  const { owner } = callback;
  const reached: Reached[] = [];
  const add = (as: Told, reps: readonly RepId[]) => {
    for (const rep of reps) if (!reached.some((one) => one.rep === rep)) reached.push({ rep, as });
  };
  for (const one of whom) {
    if (one === "owner" && owner !== undefined) add("owner", [owner]);
    if (one === "backup" || (one === "owner" && !isAround(callback, atWork, routing))) {
      const backup = backupFor(callback, atWork, routing);
      if (backup === undefined) add("lead", leadsOf(routing));
      else add("backup", [backup]);
    }
    if (one === "lead") add("lead", leadsOf(routing));
  }
  return reached;
}

/** The reps whom others escalate to. */
export function leadsOf(routing: Routing): readonly RepId[] {
  return Object.keys(routing.reps).filter((rep) => routing.reps[rep]?.lead);
}

/** Whether the owner is at work now, and will be when the time comes. */
function isAround(callback: Callback, { there }: AtWork, routing: Routing): boolean {
  const { owner } = callback;
  const { by } = givenNow(callback);
  return owner !== undefined && there.has(owner) && (by === undefined || works(owner, by - leadTime, routing));
}

function works(rep: RepId, at: Instant, routing: Routing): boolean {
  const hours = routing.reps[rep]?.hours;
  return isOpen(hours === undefined ? undefined : routing.hours[hours], routing.business.zone, at);
}

function backupFor({ queue, owner }: Callback, atWork: AtWork, routing: Routing): RepId | undefined {
  const skills = new Set(routing.queues[queue]?.ring.pool.flatMap((level) => level.skills));
  return atWork.in.find((rep) => rep !== owner && routing.reps[rep]?.skills.some((skill) => skills.has(skill)));
}
