import type { Path } from "./fault.ts";
import type { LooseDestination, LooseRouting } from "./loose.ts";

/** A way that a call can take: where the routing says it, and where it leads. */
export type Exit = { readonly path: Path; readonly to: LooseDestination };
const overflows = ["after", "whenFull", "whenNobody", "whenClosed"] as const;

/** Every way out of a menu that the routing names itself: its options and its fallback, not reception. */
export function exitsOfMenu({ menus }: LooseRouting, id: string): readonly Exit[] {
  const menu = own(menus, id);
  if (!menu) return [];
  const options = menu.options.map(({ to }, index) => ({ path: ["menus", id, "options", index, "to"], to }));
  return given([...options, { path: ["menus", id, "fallback"], to: menu.fallback }]);
}

/** Every way in which a queue overflows. */
export function exitsOfQueue({ queues }: LooseRouting, id: string): readonly Exit[] {
  const queue = own(queues, id);
  if (!queue) return [];
  return given(
    overflows.map((when) => ({ path: ["queues", id, "overflow", when, "to"], to: queue.overflow[when].to })),
  );
}

/** Where calls come in: the lines, and reception, which every caller can reach. */
export function entries({ lines, business }: LooseRouting): readonly Exit[] {
  const opens = lines.map(({ opensWith }, index) => ({ path: ["lines", index, "opensWith"], to: opensWith }));
  return given([...opens, { path: ["business", "reception"], to: business.reception }]);
}

/** Every destination in the routing. */
export function allExits(routing: LooseRouting): readonly Exit[] {
  return [
    ...entries(routing),
    ...Object.keys(routing.menus).flatMap((id) => exitsOfMenu(routing, id)),
    ...Object.keys(routing.queues).flatMap((id) => exitsOfQueue(routing, id)),
  ];
}

/** The menu that a destination leads into, if it does. */
export function menuOf(to: LooseDestination): string | undefined {
  if (to.to === "menu") return to.menu;
  return to.to === "message" ? to.next : undefined;
}

/** The queue that a destination leads into, if it does: at once, or when a return call of it is made. */
export function queueOf(to: LooseDestination): string | undefined {
  return to.to === "queue" || to.to === "callback" ? to.queue : undefined;
}

/** What a record holds under a name of its own, whatever else objects answer to. */
export function own<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

function given(exits: readonly Exit[]): readonly Exit[] {
  return exits.filter(({ to }) => to.to !== undefined);
}
