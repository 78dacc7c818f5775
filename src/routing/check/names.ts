import { allExits, own } from "./exits.ts";
import { fault, unknown, type Path, type RoutingFault } from "./fault.ts";
import { languagesOf, type LooseRouting } from "./loose.ts";

/** What has a name in the routing by which other fields mean it: the field of the routing that holds it. */
export type NameKind = "queues" | "menus" | "hours" | "announcements" | "prompts";
/** A name that one field uses for what is defined elsewhere. */
type Use = {
  readonly path: Path;
  readonly what: string;
  readonly kind?: NameKind;
  readonly name: string | undefined;
  readonly names: readonly string[];
};
/** What the routing cannot know of itself: the music and the recorded prompts that there are. */
export type Facts = { readonly tracks?: readonly string[]; readonly recordings?: readonly string[] };

/** Names of queues, menus, hours, music, announcements, skills, languages and segments that nothing defines. */
export function unknownNames(routing: LooseRouting, facts: Facts): readonly RoutingFault[] {
  return allNameUses(routing, facts).flatMap(({ path, what, name, names }) =>
    name === undefined || names.includes(name) ? [] : [fault(path, unknown(what, name, names))],
  );
}

/** Wherever anything but a prompt is meant by its name: also skills, languages, segments, and what the facts know of. */
export function allNameUses(routing: LooseRouting, facts: Facts): readonly Use[] {
  return [
    ...nameUses(routing, facts),
    ...languageUses(routing),
    ...segmentUses(routing),
    ...recordingUses(routing, facts),
  ];
}

/** Wherever a queue, a menu, hours or an announcement is meant by its name. */
export function nameUses(routing: LooseRouting, facts: Facts = {}): readonly Use[] {
  return [...destinationUses(routing), ...queueUses(routing, facts), ...repUses(routing)];
}

function recordingUses(routing: LooseRouting, { recordings }: Facts): readonly Use[] {
  if (!recordings) return [];
  return Object.entries(routing.prompts).flatMap(([language, prompts]) =>
    Object.entries(prompts).flatMap(([id, prompt]): readonly Use[] => {
      if (typeof prompt !== "object") return [];
      const path = ["prompts", language, id, "file"];
      return [{ path, what: "recording", name: prompt.file, names: recordings }];
    }),
  );
}

function destinationUses(routing: LooseRouting): readonly Use[] {
  const queues = Object.keys(routing.queues);
  const menus = Object.keys(routing.menus);
  return allExits(routing).flatMap(({ path, to }): readonly Use[] => {
    if (to.to === "queue" || to.to === "callback")
      return [{ path: [...path, "queue"], what: "queue", kind: "queues", name: to.queue, names: queues }];
    if (to.to === "menu")
      return [{ path: [...path, "menu"], what: "menu", kind: "menus", name: to.menu, names: menus }];
    if (to.to === "message")
      return [{ path: [...path, "next"], what: "menu", kind: "menus", name: to.next, names: menus }];
    return [];
  });
}

function queueUses(routing: LooseRouting, { tracks }: Facts): readonly Use[] {
  const hours = Object.keys(routing.hours);
  const announcements = Object.keys(routing.announcements);
  const skills = distinct(Object.values(routing.reps).flatMap((rep) => rep.skills));
  return Object.entries(routing.queues).flatMap(([id, queue]): readonly Use[] => {
    const path = ["queues", id];
    const each = (field: string, used: readonly (string | undefined)[], of: Pick<Use, "what" | "kind" | "names">) =>
      used.map((name, index): Use => ({ path: [...path, field, index], ...of, name }));
    return [
      { path: [...path, "hours"], what: "set of hours", kind: "hours", name: queue.hours, names: hours },
      ...(tracks ? each("music", queue.music, { what: "track", names: tracks }) : []),
      ...(queue.kind === "sales"
        ? each("announcements", queue.announcements, {
            what: "announcement",
            kind: "announcements",
            names: announcements,
          })
        : []),
      ...queue.ring.pool.flatMap((entry, row) =>
        entry.skills.map((name, index): Use => {
          return {
            path: [...path, "ring", "pool", row, "skills", index],
            what: "rep with the skill",
            name,
            names: skills,
          };
        }),
      ),
    ];
  });
}

function repUses({ reps, hours }: LooseRouting): readonly Use[] {
  const names = Object.keys(hours);
  return Object.entries(reps).map(([id, rep]): Use => {
    return { path: ["reps", id, "hours"], what: "set of hours", kind: "hours", name: rep.hours, names };
  });
}

function languageUses(routing: LooseRouting): readonly Use[] {
  const { business, menus, reps, prompts } = routing;
  const names = languagesOf(routing);
  // Where the languages themselves are broken or missing, that is fault enough.
  if (names.length === 0) return [];
  const use = (path: Path, name: string | undefined): Use => ({ path, what: "language", name, names });
  return [
    use(["business", "language"], business.language),
    ...Object.entries(menus).flatMap(([id, menu]) =>
      menu.options.flatMap((option, index) => [
        use(["menus", id, "options", index, "language"], option.language),
        ...Object.keys(option.says).map((language) => use(["menus", id, "options", index, "says", language], language)),
      ]),
    ),
    ...Object.entries(reps).flatMap(([id, rep]) =>
      rep.languages.map((language, index) => use(["reps", id, "languages", index], language)),
    ),
    ...Object.keys(prompts).map((language) => use(["prompts", language], language)),
  ];
}

/** An announcement for a segment that no option gives would never be heard. */
function segmentUses({ announcements, menus }: LooseRouting): readonly Use[] {
  const names = distinct(Object.values(menus).flatMap((menu) => menu.options.map(({ segment }) => segment)));
  return Object.keys(announcements).flatMap((id) =>
    (own(announcements, id)?.segments ?? []).map((name, index): Use => {
      return { path: ["announcements", id, "segments", index], what: "menu option with the segment", name, names };
    }),
  );
}

function distinct(names: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(names)].filter((name) => name !== undefined);
}
