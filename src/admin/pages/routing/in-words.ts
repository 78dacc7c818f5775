import { valueAt } from "../../../routing/edits.ts";
import { asText } from "./fields/field.ts";
import { writePath, type Path } from "./path.ts";

const overflows: Readonly<Record<string, string>> = {
  after: "after a long wait",
  whenFull: "when it is full",
  whenNobody: "when nobody is signed in",
  whenClosed: "when it is closed",
};
const fields: Readonly<Record<string, string>> = {
  prompt: "what it asks",
  name: "its name",
  opening: "its opening",
  details: "its details",
  hours: "its hours",
  fallback: "after the last try",
  music: "music",
  announcements: "announcements",
};

/** A place of the routing as a person would say it, such as "Menu main, key 2"; as it is written where nobody has words for it. */
export function inWords(source: unknown, path: Path): string {
  const [home, id, field, at] = path;
  const says = (last: string | undefined, first: string) => (last === undefined ? first : `${first}, ${last}`);
  switch (home) {
    case "business":
      return id === "reception" ? "Reception, which key 0 leads to" : writePath(path);
    case "lines":
      return `Line ${asText(valueAt(source, ["lines", id ?? 0, "name"]) ?? Number(id) + 1)}`;
    case "menus": {
      const key = valueAt(source, path.slice(0, 4).concat("key"));
      const option = typeof key === "string" ? `key ${key}` : `option ${Number(at) + 1}`;
      return says(field === "options" ? option : fields[String(field)], `Menu ${id}`);
    }
    case "queues":
      return says(field === "overflow" ? overflows[String(at)] : fields[String(field)], `Queue ${id}`);
    case "reps":
      return says(fields[String(field)], `Rep ${asText(valueAt(source, ["reps", id ?? "", "name"]) ?? id)}`);
    case "announcements":
      return says(field === "prompt" ? "its words" : fields[String(field)], `Announcement ${id}`);
    default:
      return writePath(path);
  }
}
