import { writePath, type Path } from "./path.ts";

/** The parts of the routing's page, in order; `at` is where in the routing they stand. */
export const sections = [
  { name: "flow", label: "Flow", at: [] },
  { name: "business", label: "Business", at: ["business"] },
  { name: "lines", label: "Lines", at: ["lines"] },
  { name: "menus", label: "Menus", at: ["menus"] },
  { name: "queues", label: "Queues", at: ["queues"] },
  { name: "hours", label: "Hours", at: ["hours"] },
  { name: "reps", label: "Reps", at: ["reps"] },
  { name: "prompts", label: "Prompts", at: ["prompts"] },
  { name: "announcements", label: "Announcements", at: ["announcements"] },
  { name: "text", label: "Text", at: [] },
] as const satisfies readonly { readonly name: string; readonly label: string; readonly at: Path }[];

export type SectionName = (typeof sections)[number]["name"];

/** `isForm`: it shows the fields of something, not a list of what there is, a picture or the text. */
type SectionAt = { readonly name: SectionName; readonly isWide: boolean; readonly isForm: boolean };

/** The section that an address of the routing's page leads to. A wide one has no room for what else stands beside a section. */
export function sectionIn(pathname: string): SectionAt {
  const [, , part, id = ""] = pathname.split("/");
  const name = sections.find(({ name }) => name === part)?.name ?? "flow";
  const isForm = name === "business" || (id !== "" && name !== "flow" && name !== "text");
  return { name, isWide: wide.includes(name), isForm };
}
const wide: readonly SectionName[] = ["flow", "hours", "prompts"];

/** A place on the routing's page, as a link leads there. */
export type Way = {
  readonly to: `/routing/${SectionName}/{-$id}`;
  readonly params: { readonly id: string | undefined };
  readonly hash?: string;
};

/** The way to a section, or to what has that id in it. */
export function wayTo(name: SectionName, id?: string, hash?: string): Way {
  return { to: `/routing/${name}/{-$id}`, params: { id }, ...(hash === undefined ? {} : { hash }) };
}

/** The section whose form has a path of the routing, and the id of what it belongs to. */
export function formOf(path: Path): { readonly name: SectionName; readonly id: string | undefined } {
  const [first, second, third] = path;
  const found = sections.find(({ at }) => at.length > 0 && at[0] === first);
  if (!found) return { name: "text", id: undefined };
  if (found.name === "business") return { name: "business", id: undefined };
  const id = found.name === "prompts" ? third : second;
  return { name: found.name, id: id === undefined ? undefined : String(id) };
}

/** The way to the field of a path: in its form, or in the text. */
export function wayToPath(path: Path, isText = false): Way {
  const { name, id } = isText ? { name: "text" as const, id: undefined } : formOf(path);
  return wayTo(name, id, writePath(path));
}
