import { houseMessage, housePrompts } from "../prompts/house.ts";
import { allExits, own } from "./exits.ts";
import { fault, nearest, unknown, type Path, type RoutingFault } from "./fault.ts";
import { languagesOf, type LooseRouting } from "./loose.ts";

type Use = { readonly path: Path; readonly id: string | undefined };

/** Every place in the routing that names a prompt. */
export function promptUses(routing: LooseRouting): readonly Use[] {
  const each = <T>(
    folder: string,
    all: Readonly<Record<string, T>>,
    fields: (one: T) => Readonly<Record<string, string | undefined>>,
  ) =>
    Object.entries(all).flatMap(([id, one]) =>
      Object.entries(fields(one)).map(([field, prompt]): Use => ({ path: [folder, id, field], id: prompt })),
    );
  return [
    ...allExits(routing).flatMap(({ path, to }): readonly Use[] => [
      { path: [...path, "prompt"], id: ["message", "voicemail", "text"].includes(to.to ?? "") ? to.prompt : undefined },
      { path: [...path, "body"], id: to.to === "text" ? to.body : undefined },
    ]),
    ...each("menus", routing.menus, ({ prompt }) => ({ prompt })),
    ...Object.entries(routing.menus).flatMap(([id, { options }]) =>
      options.map(({ about }, index): Use => ({ path: ["menus", id, "options", index, "about"], id: about })),
    ),
    ...each("queues", routing.queues, ({ name, opening }) => ({ name, opening })),
    ...each("announcements", routing.announcements, ({ prompt, details }) => ({ prompt, details })),
  ];
}

/** Prompts used by name that exist nowhere, or not in every language of the business. */
export function unsayable(routing: LooseRouting): readonly RoutingFault[] {
  const { prompts } = routing;
  const languages = languagesOf(routing);
  const ids = [...new Set([...Object.values(prompts).flatMap((all) => Object.keys(all)), ...housePrompts])];
  const missing = new Set<string>();
  return promptUses(routing).flatMap(({ path, id }) => {
    if (id === undefined) return [];
    if (!ids.includes(id))
      return [
        fault(
          path,
          unknown(
            "prompt",
            id,
            ids.filter((known) => !housePrompts.includes(known) || nearest(id, [known])),
          ),
        ),
      ];
    const lacking = languages.filter((language) => {
      const said = Object.hasOwn(own(prompts, language) ?? {}, id) || houseMessage(language, id) !== undefined;
      return !said && !missing.has(`${language} ${id}`) && missing.add(`${language} ${id}`);
    });
    return lacking.map((language) =>
      fault(["prompts", language, id], `"${id}" has no words in "${language}" yet: add them here`),
    );
  });
}
