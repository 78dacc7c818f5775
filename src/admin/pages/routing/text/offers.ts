import { anyName, namesFor, type Facts } from "../../../../routing/uses.ts";
import type { Path } from "../path.ts";
import type { Stretch } from "../place.ts";
import { fieldsAt, kindsAt, ruleAt, type Rule } from "../rules.ts";
import { sentencesOf } from "./meaning.ts";
import { readLoosely, whereIs } from "./read.ts";

/** Something that could be written where the cursor stands. */
export type Offer = {
  readonly label: string;
  /** What is written for it, with its quotes; `cursor` is how far in the cursor stands then. */
  readonly writes: string;
  readonly cursor: number;
  /** A word beside it. */
  readonly detail?: string;
  /** What it means, in sentences. */
  readonly about: string;
  readonly kind: "field" | "name" | "choice" | "number";
};

/** What could be written at a place of a text, and what of it stands there by now. */
export type Offers = { readonly stretch: Stretch; readonly offers: readonly Offer[] };

/** What the schema, and the names that the routing itself has, could have written at a place; undefined where that is nothing. */
export function offersAt(text: string, at: number, facts: Facts): Offers | undefined {
  const where = whereIs(text, at);
  if (!where) return undefined;
  const { path, stretch } = where;
  const source = readLoosely(text);
  const follows = text.slice(stretch.to).trimStart();
  const offers =
    where.writes === "value"
      ? values(source, path, facts)
      : names(source, path, facts)
          .filter((name) => !where.others.includes(name))
          .map((name) => field(source, [...path, name], name, follows));
  return offers.length === 0 ? undefined : { stretch, offers };
}

const names = (source: unknown, path: Path, facts: Facts) => [
  ...new Set([...fieldsAt(source, path), ...namesFor(source, [...path, anyName], facts)]),
];

/** A name, and after it what its value begins with, where no value stands there yet. */
function field(source: unknown, path: Path, name: string, follows: string): Offer {
  const rule = ruleAt(source, path);
  const quoted = JSON.stringify(name);
  const about = rule ? sentencesOf(rule).join(" ") : "";
  const offer = { label: name, kind: "field", about, ...(rule?.isNeeded ? { detail: "needed" } : {}) } as const;
  if (follows.startsWith(":")) return { ...offer, writes: quoted, cursor: quoted.length };
  const [open, close] = rule ? begun(rule) : ["", ""];
  const comma = /^["\w]/.test(follows) ? "," : "";
  return { ...offer, writes: `${quoted}: ${open}${close}${comma}`, cursor: quoted.length + 2 + open.length };
}

/** What a value begins and ends with. */
function begun({ type, choices }: Rule): readonly [string, string] {
  if (choices.length > 0 && type !== "object") return ["", ""];
  if (type === "string") return ['"', '"'];
  if (type === "object") return ["{ ", " }"];
  return type === "array" ? ["[", "]"] : ["", ""];
}

function values(source: unknown, path: Path, facts: Facts): readonly Offer[] {
  const rule = ruleAt(source, path);
  const kinds = kindsAt(source, path);
  const meant = namesFor(source, path, facts);
  const usual = rule?.usual;
  const written = (value: unknown, kind: Offer["kind"]): Offer => {
    const writes = JSON.stringify(value);
    const detail = value === usual ? { detail: "usual" } : {};
    return { label: String(value), writes, cursor: writes.length, kind, about: "", ...detail };
  };
  return [
    ...meant.map((name) => written(name, "name")),
    ...(kinds.length > 0 ? kinds : (rule?.choices ?? [])).map((choice) => written(choice, "choice")),
    ...(rule?.type === "boolean" ? [true, false] : []).map((value) => written(value, "choice")),
    ...(typeof usual === "number" ? [written(usual, "number")] : []),
  ];
}
