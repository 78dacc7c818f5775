import { allExits, entries, exitsOfMenu, exitsOfQueue, menuOf, own, type Exit } from "./exits.ts";
import { fault, type RoutingFault } from "./fault.ts";
import type { LooseDestination, LooseRouting } from "./loose.ts";

/** What is wrong with menus: answers that are not clear, menus no call comes to, and callers who never come to a person. */
export function menuFaults(routing: LooseRouting): readonly RoutingFault[] {
  return [...answersTwice(routing), ...unreachable(routing), ...withoutPerson(routing), ...silentEnds(routing)];
}

function answersTwice({ menus }: LooseRouting): readonly RoutingFault[] {
  return Object.entries(menus).flatMap(([id, { options }]) => {
    const taken = new Map<string, number>();
    const answers = options.flatMap(({ key, says }, index) => {
      const path = ["menus", id, "options", index];
      const words = Object.entries(says).flatMap(([language, all]) =>
        all.map((said, nth) => ({ answer: spoken(language, said), path: [...path, "says", language, nth], index })),
      );
      return [{ answer: key && `key ${key}`, path: [...path, "key"], index }, ...words];
    });
    return answers.flatMap(({ answer, path, index }) => {
      if (answer === undefined) return [];
      const first = taken.get(answer) ?? index;
      taken.set(answer, first);
      const keyTwice = path.at(-1) === "key" && index !== first;
      if (!keyTwice && index === first) return [];
      return [fault(path, `${answer} already chooses option ${first + 1} of this menu: give each option its own`)];
    });
  });
}

function spoken(language: string, said: string | undefined): string | undefined {
  return said && `"${said.trim().toLowerCase().replace(/\s+/g, " ")}" in ${language}`;
}

/** Menus that no line, queue, menu or reception leads to. */
function unreachable(routing: LooseRouting): readonly RoutingFault[] {
  const reached = new Set<string>();
  const follow = (exits: readonly Exit[]): void => {
    for (const { to } of exits) {
      const menu = menuOf(to);
      if (menu === undefined || reached.has(menu)) continue;
      reached.add(menu);
      follow(exitsOfMenu(routing, menu));
    }
  };
  follow(entries(routing));
  follow(Object.keys(routing.queues).flatMap((id) => exitsOfQueue(routing, id)));
  return Object.keys(routing.menus)
    .filter((id) => !reached.has(id))
    .map((id) =>
      fault(["menus", id], "no line, menu, queue or reception leads to this menu: lead a call here, or take it out"),
    );
}

/** Rule: a person is one key away. Reception is that person; without it each menu must have a way of its own. */
function withoutPerson(routing: LooseRouting): readonly RoutingFault[] {
  const { reception } = routing.business;
  if (reception.to === undefined || leadsToPerson(routing, reception)) return [];
  const sentence = "reception is where 0 leads and must reach a person: a queue, a number, or a menu with a way to one";
  const stuck = Object.keys(routing.menus).filter((id) => !leadsToPerson(routing, { to: "menu", menu: id }));
  return [
    fault(["business", "reception"], sentence),
    ...stuck.map((id) =>
      fault(
        ["menus", id],
        "no way from this menu leads to a person: let an option or the fallback lead to a queue or a number",
      ),
    ),
  ];
}

/** Whether any way leads on to a queue or a number. What is unknown is taken to: it is a fault of its own. */
function leadsToPerson(routing: LooseRouting, to: LooseDestination, seen = new Set<string>()): boolean {
  if (to.to === "queue" || to.to === "number") return true;
  const menu = menuOf(to);
  if (menu === undefined) return to.to === "menu";
  if (!own(routing.menus, menu)) return true;
  if (seen.has(menu)) return false;
  seen.add(menu);
  return exitsOfMenu(routing, menu).some((exit) => leadsToPerson(routing, exit.to, seen));
}

/** Rule: silence and wrong keys lead to a person, never into a loop. */
function silentEnds(routing: LooseRouting): readonly RoutingFault[] {
  const told = new Set<string>();
  return Object.keys(routing.menus).flatMap((start) => {
    const trail: string[] = [];
    let menu: string | undefined = start;
    while (menu !== undefined && own(routing.menus, menu)) {
      if (trail.includes(menu)) return loopFault(trail.slice(trail.indexOf(menu)), told);
      trail.push(menu);
      const fallback: LooseDestination | undefined = own(routing.menus, menu)?.fallback;
      const explicit = fallback?.to === undefined ? undefined : fallback;
      if (explicit && menu === start && endsAlone(explicit)) {
        const sentence =
          "silence and wrong keys must lead to a person in the end: let the fallback lead to a queue, a number or a menu, or leave it out for reception";
        return [fault(["menus", start, "fallback"], sentence)];
      }
      menu = menuOf(explicit ?? routing.business.reception);
    }
    return [];
  });
}

function endsAlone(to: LooseDestination): boolean {
  return to.to === "voicemail" || to.to === "text" || (to.to === "message" && to.next === undefined);
}

function loopFault(loop: readonly string[], told: Set<string>): readonly RoutingFault[] {
  const key = loop.toSorted().join(" ");
  const [first] = loop;
  if (told.has(key) || first === undefined) return [];
  told.add(key);
  const round = [...loop, first].map((id) => `"${id}"`).join(" → ");
  return [
    fault(
      ["menus", first, "fallback"],
      `a caller who says nothing goes round in a circle (${round}): let a fallback lead to a queue or a number`,
    ),
  ];
}

/** Numbers that would ring this system itself: a call would chase its own tail. */
export function ringsItself(routing: LooseRouting): readonly RoutingFault[] {
  const lines = new Set(routing.lines.map(({ number }) => number));
  const numbers = allExits(routing).map(({ path, to }) => ({
    path: [...path, "number"],
    number: to.to === "number" ? to.number : undefined,
  }));
  return [...numbers, { path: ["business", "fallbackNumber"], number: routing.business.fallbackNumber }]
    .filter(({ number }) => number !== undefined && lines.has(number))
    .map(({ path, number }) =>
      fault(path, `${number} is one of the lines: ringing it would lead back here; name a telephone elsewhere`),
    );
}
