import { useDraft } from "../draft.ts";
import { writePath, type Path } from "../path.ts";
import { ruleAt, type Rule } from "../rules.ts";
import { asSentence } from "./sentence.ts";

/** What every field of a form is told. */
export type FieldProps = {
  /** Where in the routing it stands. */
  readonly path: Path;
  readonly label: string;
  /** What it means for callers or reps, in a few words; what the schema says of it, unless given. */
  readonly about?: string | undefined;
};

/** A field of the draft: what stands there, what is wrong with it, and what the schema says of it. */
export type Field = {
  readonly value: unknown;
  readonly set: (value: unknown) => void;
  /** What the last check says, in sentences; undefined where nothing is wrong. */
  readonly error: string | undefined;
  /** Undefined where the schema has no such field. */
  readonly rule: Rule | undefined;
  /** What it means, as the schema says it. */
  readonly meaning: string | undefined;
  /** To be put on what stands round the field, so that a fault can lead to it. */
  readonly place: { readonly "data-path": string };
};

/** A field of the draft. With `deep` it answers for all faults within it too, as where it has no smaller fields. */
export function useField(path: Path, deep = false): Field {
  const draft = useDraft();
  const faults = deep ? draft.faultsWithin(path) : draft.faultsAt(path);
  const value = draft.value(path);
  const rule = ruleAt(draft.source, path);
  // Of what is missing the check says how it is written in the text.
  const sentences = [...new Set(faults.map(({ sentence }) => (value === undefined ? "this is missing" : sentence)))];
  return {
    value,
    set: (value) => draft.change(path, value),
    error: sentences.length === 0 ? undefined : sentences.map(asSentence).join(" "),
    rule,
    meaning: rule?.about === undefined ? undefined : asSentence(rule.about),
    place: { "data-path": writePath(path) },
  };
}

/** A value of JSON as it is typed: a text as it is, nothing as nothing, and what is out of place as JSON. */
export function asText(value: unknown): string {
  if (value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}
