import { areSame } from "../../../../routing/compare.ts";
import { isFields, namesAt, valueAt } from "../../../../routing/edits.ts";
import type { Path } from "../path.ts";
import { languageInWords } from "./labels.ts";

/** A place of two routings that is told of by itself: what it is there before and after; `was`: its name before, where only that is another. */
export type Place = {
  readonly path: Path;
  readonly name: string;
  readonly from: unknown;
  readonly to: unknown;
  readonly was?: string;
};

const kinds: Readonly<Record<string, string>> = {
  menus: "Menu",
  queues: "Queue",
  hours: "Hours",
  reps: "Rep",
  announcements: "Announcement",
};

/** The places of two routings that may differ, each with its name as a heading. */
export function placesIn(before: unknown, after: unknown): readonly Place[] {
  const at = (path: Path, name: string): Place => ({
    path,
    name,
    from: valueAt(before, path),
    to: valueAt(after, path),
  });
  const fields = namesOf(before, after, []);
  return fields.flatMap((field): readonly Place[] => {
    const kind = Object.hasOwn(kinds, field) ? kinds[field] : undefined;
    if (kind !== undefined && [before, after].every((one) => isFields(valueAt(one, [field]) ?? {})))
      return renamedApart(
        namesOf(before, after, [field]).map((name) => at([field, name], titleOf(kind, name, before, after))),
      );
    if (field === "prompts")
      return namesOf(before, after, [field]).flatMap((language) =>
        renamedApart(
          namesOf(before, after, [field, language]).map((id) =>
            at([field, language, id], `Prompt ${id}, ${languageInWords(language)}`),
          ),
        ),
      );
    return [at([field], field.slice(0, 1).toUpperCase() + field.slice(1))];
  });
}

function titleOf(kind: string, id: string, before: unknown, after: unknown): string {
  if (kind !== "Rep") return `${kind} ${id}`;
  const name = valueAt(after, ["reps", id, "name"]) ?? valueAt(before, ["reps", id, "name"]);
  return `Rep ${typeof name === "string" ? name : id}`;
}

/** The names that there are in either, those of before first. */
function namesOf(before: unknown, after: unknown, path: Path): readonly string[] {
  return [...new Set([...namesAt(before, path), ...namesAt(after, path)])].filter((name) => name !== "$schema");
}

/** What went under one name and came under another is one place with another name. */
function renamedApart(places: readonly Place[]): readonly Place[] {
  const gone = places.filter(({ to }) => to === undefined);
  const taken = new Set<Place>();
  const renamed = places.map((place): Place => {
    if (place.from !== undefined) return place;
    const was = gone.find((one) => !taken.has(one) && areSame(one.from, place.to));
    if (!was) return place;
    taken.add(was);
    return { ...place, was: String(was.path.at(-1)) };
  });
  return renamed.filter((place) => !taken.has(place));
}
