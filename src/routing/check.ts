import type { RoutingFault } from "./check/fault.ts";
import { hoursFaults } from "./check/hours.ts";
import { LooseRouting } from "./check/loose.ts";
import { menuFaults, ringsItself } from "./check/menus.ts";
import { unknownNames, type Facts } from "./check/names.ts";
import { peopleFaults } from "./check/people.ts";
import { messageFaults } from "./check/messages.ts";
import { unsayable } from "./check/prompts.ts";
import { queueFaults } from "./check/queues.ts";
import { bySchema } from "./check/schema.ts";
import type { Routing } from "./routing.ts";

export type { RoutingFault } from "./check/fault.ts";

/**
 * Reads a routing from parsed JSON. What does not hold comes back as faults, all at once: what the schema says of each
 * field, and what only the whole can show. `version` is the hash of the source; `facts` the music and recordings that there are.
 */
export function readRouting(
  source: unknown,
  version: string,
  facts: Facts = {},
): { readonly routing: Routing } | { readonly faults: readonly RoutingFault[] } {
  const read = bySchema(source);
  const ofFields = "faults" in read ? read.faults : [];
  const ofWhole = isObject(source) ? wholeFaults(LooseRouting.parse(source), facts) : [];
  const told = new Set(ofFields.map(({ path }) => path));
  const faults = [...ofFields, ...ofWhole.filter(({ path }) => !told.has(path))];
  if (faults.length > 0 || "faults" in read) return { faults };
  return { routing: { ...read.routing, version } };
}

function isObject(source: unknown): boolean {
  return typeof source === "object" && source !== null && !Array.isArray(source);
}

function wholeFaults(routing: LooseRouting, facts: Facts): readonly RoutingFault[] {
  return [
    ...unknownNames(routing, facts),
    ...menuFaults(routing),
    ...queueFaults(routing),
    ...unsayable(routing),
    ...messageFaults(routing),
    ...hoursFaults(routing),
    ...peopleFaults(routing),
    ...ringsItself(routing),
  ];
}
