import { z } from "zod";
import { RoutingSchema, type Routing } from "../routing.ts";
import { fault, nearest, oneOf, written, type Path, type RoutingFault } from "./fault.ts";

type Issue = z.core.$ZodIssue;

/** The routing by the schema, or everything the schema has against it, each with what to do. */
export function bySchema(
  source: unknown,
): { readonly routing: Omit<Routing, "version"> } | { readonly faults: readonly RoutingFault[] } {
  const keysAt = new Map<string, readonly string[]>();
  const error = (issue: z.core.$ZodRawIssue): undefined => {
    if (issue.code === "unrecognized_keys") keysAt.set(written(issue.path ?? []), keysOf(issue.inst));
  };
  const parsed = RoutingSchema.safeParse(source, { error, reportInput: true });
  if (parsed.success) return { routing: parsed.data };
  return { faults: parsed.error.issues.flatMap((issue) => faultsOf(issue, keysAt)) };
}

/** The keys that an object of this schema may have. */
function keysOf(schema: unknown): readonly string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
  if (schema instanceof z.ZodRecord && schema.keyType instanceof z.ZodEnum) return schema.keyType.options.map(String);
  return [];
}

function faultsOf(issue: Issue, keysAt: ReadonlyMap<string, readonly string[]>): readonly RoutingFault[] {
  const { path } = issue;
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => fault([...path, key], strangeKey(path, key, keysAt.get(written(path)) ?? [])));
    case "invalid_type":
      return [fault(path, wrongType(path, issue.expected, issue.input))];
    case "invalid_value":
      return [fault(path, `write ${oneOf(issue.values.map(String))}`)];
    case "invalid_union":
      return unionFaults(issue, keysAt);
    case "invalid_key":
      return issue.issues.map(({ message }) =>
        fault(path, `"${String(path.at(-1))}" is no good name here: ${message}`),
      );
    case "too_small":
      return [fault(path, tooSmall(issue.origin, Number(issue.minimum), issue.input))];
    case "too_big":
      return [fault(path, tooBig(issue.origin, Number(issue.maximum)))];
    default:
      return [fault(path, `${issue.message}${quoted(issue.input)}`)];
  }
}

function strangeKey(path: Path, key: string, known: readonly string[]): string {
  if (path.length === 2 && path[0] === "queues" && key === "announcements") {
    return `a support caller never hears a sales message, so a support queue names no announcements: take them out, or move them to a queue of kind "sales"`;
  }
  const likely = nearest(key, known);
  if (likely !== undefined) return `"${key}" means nothing here; did you mean "${likely}"?`;
  return known.length > 0
    ? `"${key}" means nothing here: take it out; what may stand here is ${oneOf(known)}`
    : `"${key}" means nothing here: take it out`;
}

const kinds: Readonly<Record<string, string>> = {
  string: "a text in quotes",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  object: "an object in { }",
  record: "an object in { }, by name",
  array: "a list in [ ]",
  tuple: "a list of exactly two",
};

function wrongType(path: Path, expected: string, input: unknown): string {
  const kind = kinds[expected] ?? expected;
  if (input !== undefined) return `this must be ${kind}${quoted(input)}`;
  return `"${String(path.at(-1) ?? "the routing")}" is missing: add it, as ${kind}`;
}

function unionFaults(
  issue: Extract<Issue, { code: "invalid_union" }>,
  keysAt: ReadonlyMap<string, readonly string[]>,
): readonly RoutingFault[] {
  const { path, input } = issue;
  if (issue.discriminator !== undefined) {
    const options = "options" in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];
    const said = typeof input === "object" && input !== null ? Reflect.get(input, issue.discriminator) : input;
    const likely = typeof said === "string" ? nearest(said, options) : undefined;
    if (likely !== undefined) return [fault(path, `there is no "${String(said)}" here; did you mean "${likely}"?`)];
    return [fault(path, `write ${oneOf(options)}${quoted(said)}`)];
  }
  // The one union without a discriminator is a prompt: a text, or a recording with its words.
  const ofRecording = issue.errors.at(-1) ?? [];
  if (typeof input !== "object" || input === null || Array.isArray(input)) {
    return [fault(path, `a prompt is a text in quotes, or a recording as { "file": …, "words": … }${quoted(input)}`)];
  }
  return ofRecording.flatMap((inner) => faultsOf({ ...inner, path: [...path, ...inner.path] }, keysAt));
}

function tooSmall(origin: string, minimum: number, input: unknown): string {
  if (origin === "string") return "this is empty: write something";
  if (origin === "array")
    return Array.isArray(input) && input.length > 0
      ? `this needs ${minimum} entries`
      : `this list is empty: it needs at least ${minimum}`;
  return `this must be at least ${minimum}${quoted(input)}`;
}

function tooBig(origin: string, maximum: number): string {
  if (origin === "string") return `this is too long: at most ${maximum} characters`;
  if (origin === "array") return `this list is too long: at most ${maximum}`;
  return `this must be at most ${maximum}`;
}

/** What stands there now, for the end of a sentence. */
function quoted(input: unknown): string {
  if (typeof input !== "string" && typeof input !== "number" && typeof input !== "boolean" && input !== null) return "";
  const shown = JSON.stringify(input);
  return `; it says ${shown.length > 60 ? `${shown.slice(0, 57)}…"` : shown}`;
}
