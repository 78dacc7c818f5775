import type { Destination, LanguageCode, QueueId, Routing } from "./routing.ts";

/** A way into a queue: the line that is dialled, the keys that are pressed in its menus, and what they decide on the way. */
export type Way = {
  readonly line: string;
  readonly keys: readonly string[];
  readonly queue: QueueId;
  readonly language?: LanguageCode;
  readonly segment?: string;
};
type Walked = Omit<Way, "queue"> & { readonly menus: readonly string[] };

/**
 * Every way from a line into a queue, in the order of lines and options, with `0` to reception last. No menu is gone through twice:
 * a choice of language that leads back into a menu opens no other way.
 */
export function waysIn(routing: Routing): readonly Way[] {
  return routing.lines.flatMap(({ number, opensWith }) =>
    waysFrom(opensWith, { line: number, keys: [], menus: [] }, routing),
  );
}

function waysFrom(to: Destination, walked: Walked, routing: Routing): readonly Way[] {
  if (to.to === "queue") {
    const { menus: _, ...way } = walked;
    return [{ ...way, queue: to.queue }];
  }
  if (to.to !== "menu" || walked.menus.includes(to.menu)) return [];
  const { reception } = routing.business;
  const menus = [...walked.menus, to.menu];
  const options = (routing.menus[to.menu]?.options ?? []).flatMap((option) => {
    const { key, language, segment } = option;
    const next = {
      ...walked,
      menus,
      keys: [...walked.keys, key],
      ...(language === undefined ? {} : { language }),
      ...(segment === undefined ? {} : { segment }),
    };
    return waysFrom(option.to, next, routing);
  });
  // The way to a person is the same from every menu: from the first it is enough.
  const person = walked.menus.length === 0 && reception.to === "queue";
  return person ? [...options, ...waysFrom(reception, { ...walked, keys: ["0"], menus }, routing)] : options;
}
