import { allExits, entries, exitsOfMenu, exitsOfQueue, menuOf, own, queueOf, type Exit } from "./exits.ts";
import { fault, type RoutingFault } from "./fault.ts";
import type { LooseRouting } from "./loose.ts";

/**
 * What is wrong with queues: overflows that lead to announcements or in a circle, pools that leave nobody to ring, and
 * offers of nothing.
 */
export function queueFaults(routing: LooseRouting): readonly RoutingFault[] {
  return [
    ...supportToAnnouncements(routing),
    ...overflowCircles(routing),
    ...poolFaults(routing),
    ...emptyOffers(routing),
    ...emptyChoices(routing),
  ];
}

/**
 * Rule one: a support caller never hears a sales message. A call that was in a support queue hears none anyway; the
 * config must not even say it, by any overflow, through queues and menus, or by key 0 to reception.
 */
function supportToAnnouncements(routing: LooseRouting): readonly RoutingFault[] {
  const support = Object.keys(routing.queues).filter((id) => own(routing.queues, id)?.kind === "support");
  const overflows = support.flatMap((id) =>
    exitsOfQueue(routing, id).map((exit) => ({ exit, before: [`queue "${id}"`] })),
  );
  const [first] = support;
  const toReception = first === undefined ? [] : entries(routing).filter(({ path }) => path[0] === "business");
  const byKey = toReception.map((exit) => ({ exit, before: [`queue "${first}"`, "reception"] }));
  return [...overflows, ...byKey].flatMap(({ exit, before }) => {
    const trail = trailToAnnouncements(routing, exit, before, new Set());
    return trail ? [fault(exit.path, ruleOne(trail))] : [];
  });
}

function ruleOne(trail: readonly string[]): string {
  return `a support caller never hears a sales message, but this way leads to announcements (${trail.join(" → ")}): lead to a queue without any`;
}

/** The way from here to announcements. It ends at a support queue, whose own overflows are looked at by themselves. */
function trailToAnnouncements(
  routing: LooseRouting,
  { to }: Exit,
  before: readonly string[],
  seen: Set<string>,
): readonly string[] | undefined {
  const [queue, menu] = [queueOf(to), menuOf(to)];
  const here = queue === undefined ? `menu "${menu}"` : `queue "${queue}"`;
  if ((queue ?? menu) === undefined || seen.has(here)) return undefined;
  seen.add(here);
  const trail = [...before, here];
  const reached = queue === undefined ? undefined : own(routing.queues, queue);
  if (reached?.kind === "support") return undefined;
  if (reached?.kind === "sales" && reached.announcements.length > 0) return trail;
  for (const exit of queue === undefined ? exitsOfMenu(routing, menu ?? "") : exitsOfQueue(routing, queue)) {
    const found = trailToAnnouncements(routing, exit, trail, seen);
    if (found) return found;
  }
  return undefined;
}

/** An overflow to its own queue, or queues that hand a call to each other at once and for ever. */
function overflowCircles(routing: LooseRouting): readonly RoutingFault[] {
  const told = new Set<string>();
  return Object.keys(routing.queues).flatMap((start) =>
    exitsOfQueue(routing, start).flatMap((exit): readonly RoutingFault[] => {
      if (queueOf(exit.to) === start)
        return [fault(exit.path, "a queue cannot overflow into itself: lead somewhere else")];
      if (!atOnce(exit)) return [];
      const circle = circleBack(routing, start, exit, [start]);
      const key = circle?.toSorted().join(" ");
      if (!circle || key === undefined || told.has(key)) return [];
      told.add(key);
      const round = [...circle, start].map((id) => `"${id}"`).join(" → ");
      return [
        fault(
          exit.path,
          `these queues overflow into each other in a circle (${round}): let one of them lead elsewhere`,
        ),
      ];
    }),
  );
}

function circleBack(
  routing: LooseRouting,
  start: string,
  exit: Exit,
  trail: readonly string[],
  seen = new Set<string>(),
): readonly string[] | undefined {
  const next = queueOf(exit.to);
  if (next === start) return trail;
  if (next === undefined || seen.has(next)) return undefined;
  seen.add(next);
  for (const onward of exitsOfQueue(routing, next).filter(atOnce)) {
    const circle = circleBack(routing, start, onward, [...trail, next], seen);
    if (circle) return circle;
  }
  return undefined;
}

/** Whether an overflow happens on arrival, so that a circle of them would never end. */
function atOnce({ path }: Exit): boolean {
  return path[3] !== "after";
}

function poolFaults({ queues }: LooseRouting): readonly RoutingFault[] {
  return Object.entries(queues).flatMap(([id, { ring }]) =>
    ring.pool.flatMap(({ after }, index) => {
      const path = ["queues", id, "ring", "pool", index, "after"];
      if (after === undefined) return [];
      if (index === 0)
        return after === 0 ? [] : [fault(path, "the pool begins with after 0: who is rung from the first second")];
      const before = ring.pool[index - 1]?.after;
      if (before === undefined || after > before) return [];
      const same =
        after === before
          ? `two entries begin after ${after} seconds: make them one`
          : "the pool stands in the order of after: move this entry up";
      return [fault(path, same)];
    }),
  );
}

/** Return calls that would be offered by a queue that makes none. */
function emptyOffers({ queues }: LooseRouting): readonly RoutingFault[] {
  return Object.entries(queues).flatMap(([id, { callbacks }]) => {
    if (callbacks.offerAfter === undefined || callbacks.place !== false || callbacks.booked !== false) return [];
    const sentence =
      'there is nothing to offer: keep the place or book a time ("place" or "booked"), or leave "offerAfter" out';
    return [fault(["queues", id, "callbacks", "offerAfter"], sentence)];
  });
}

/** Options that lead to a return call of a queue that makes none. */
function emptyChoices(routing: LooseRouting): readonly RoutingFault[] {
  return allExits(routing).flatMap(({ path, to }) => {
    const { place, booked } = (to.to === "callback" && own(routing.queues, to.queue ?? "")?.callbacks) || {};
    if (place !== false || booked !== false) return [];
    const sentence = `the queue "${to.queue}" makes no return calls: let it keep the place or book a time ("place" or "booked"), or lead this option elsewhere`;
    return [fault([...path, "queue"], sentence)];
  });
}
