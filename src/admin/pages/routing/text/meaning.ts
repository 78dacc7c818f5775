import { namesFor, type Facts } from "../../../../routing/uses.ts";
import { asSentence } from "../fields/sentence.ts";
import { writePath, type Path } from "../path.ts";
import { ruleAt, type Rule } from "../rules.ts";

/** What a place of a routing is, for whoever writes there. */
export type Meaning = { readonly path: string; readonly sentences: readonly string[] };

/** What the schema and the rest of the routing say of a place; undefined where the schema has no such field. */
export function meaningAt(source: unknown, path: Path, facts: Facts): Meaning | undefined {
  const rule = path.length === 0 ? undefined : ruleAt(source, path);
  if (!rule) return undefined;
  const names = namesFor(source, path, facts);
  return { path: writePath(path), sentences: [...sentencesOf(rule), ...listed("One of", names)] };
}

/** What a rule says, in sentences. */
export function sentencesOf(rule: Rule): readonly string[] {
  const { about, choices, usual, isNeeded } = rule;
  return [
    ...(about === undefined ? [] : [asSentence(about)]),
    ...limits(rule),
    ...listed("One of", choices),
    ...(isNeeded ? ["It has to be there."] : isPlain(usual) ? [`Where it is missing: ${String(usual)}.`] : []),
  ];
}

function limits({ type, least, most }: Rule): readonly string[] {
  if (type !== "integer" && type !== "number") return [];
  const kind = type === "integer" ? "A whole number" : "A number";
  if (least !== undefined && most !== undefined) return [`${kind} from ${least} to ${most}.`];
  return [`${kind}.`];
}

const most = 8;
function listed(words: string, names: readonly string[]): readonly string[] {
  if (names.length === 0) return [];
  const more = names.length > most ? ` and ${names.length - most} more` : "";
  return [`${words} ${names.slice(0, most).join(", ")}${more}.`];
}

const isPlain = (value: unknown): value is string | number | boolean =>
  ["string", "number", "boolean"].includes(typeof value);
