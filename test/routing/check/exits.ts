import * as fc from "fast-check";
import type { Destination, Routing } from "../../../src/routing/routing.ts";

const destination: fc.Arbitrary<Destination> = fc.oneof(
  fc.constantFrom("sales", "quiet", "support", "reception").map((queue): Destination => ({ to: "queue", queue })),
  fc.constantFrom("main", "support").map((menu): Destination => ({ to: "menu", menu })),
  fc.constantFrom("main", "support").map((next): Destination => ({ to: "message", prompt: "opening-hours", next })),
  fc.constant<Destination>({ to: "voicemail" }),
);
const places = [
  "business.reception",
  "menus.main.options[0].to",
  "menus.main.fallback",
  "menus.support.options[0].to",
  "menus.support.fallback",
  "queues.support.overflow.after.to",
  "queues.quiet.overflow.whenFull.to",
  "queues.reception.overflow.whenNobody.to",
];
const quiet = {
  kind: "sales",
  name: "sales-name",
  music: ["harbour-lights"],
  overflow: { whenFull: { size: 9, to: { to: "voicemail" } } },
  ring: { pool: [{ after: 0, skills: ["sales"] }] },
};

/** Changes to the model that lead its menus and queues anywhere at all, with a sales queue that has no announcements. */
export const destinations: fc.Arbitrary<Readonly<Record<string, unknown>>> = fc
  .dictionary(fc.constantFrom(...places), destination, { minKeys: 1, maxKeys: 5 })
  .map((changes) => ({ "queues.quiet": quiet, ...changes }));

/** Where a caller in a queue or a menu can come to next, key 0 included. */
export function exits({ business, menus, queues }: Routing, at: Destination): readonly Destination[] {
  const menu = at.to === "menu" ? at.menu : at.to === "message" ? at.next : undefined;
  if (menu !== undefined) {
    const { options = [], fallback } = menus[menu] ?? {};
    return [...options.map(({ to }) => to), fallback ?? business.reception, business.reception];
  }
  if (at.to !== "queue") return [];
  const { after, whenFull, whenNobody, whenClosed } = queues[at.queue]?.overflow ?? {};
  return [after, whenFull, whenNobody, whenClosed].flatMap((way) => (way ? [way.to] : [])).concat(business.reception);
}
