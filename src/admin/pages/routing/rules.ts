import "../../no-eval.ts";
import { z } from "zod";
import { RoutingSchema } from "../../../routing/routing.ts";
import { isFields, valueAt, withValue } from "../../../routing/edits.ts";
import type { Path } from "./path.ts";

type Schema = {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly propertyNames?: Schema;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly string[];
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly description?: string;
};

/** What the schema says of a field. */
export type Rule = {
  /** What holds where nothing stands. */
  readonly usual: unknown;
  readonly least?: number | undefined;
  readonly most?: number | undefined;
  readonly isWhole: boolean;
  /** What may be chosen, where that is a few words. */
  readonly choices: readonly string[];
  readonly about?: string | undefined;
  readonly isNeeded: boolean;
  /** What JSON it is written as; undefined where that may be more than one kind. */
  readonly type: string | undefined;
};

/** The schema of a routing, as what an admin writes. */
export const routingSchema = z.toJSONSchema(RoutingSchema, { io: "input" }) as unknown as Schema;

/** What the schema says of the field at a path of this routing; undefined where it knows none such, as of a queue of the other kind. */
export function ruleAt(source: unknown, path: Path): Rule | undefined {
  let schema: Schema | undefined = routingSchema;
  let isNeeded = true;
  let usual: unknown;
  for (const [place, step] of path.entries()) {
    const whole: Schema | undefined = schema && chosen(schema, valueAt(source, path.slice(0, place)));
    isNeeded = typeof step === "number" || (whole?.required?.includes(step) ?? false);
    schema = whole && within(whole, step);
    usual = valueAt(usual, [step]) ?? schema?.default;
  }
  const found = schema && followed(schema);
  if (!found) return undefined;
  return {
    usual,
    least: found.minimum,
    most: found.maximum,
    isWhole: found.type === "integer",
    choices: found.enum ?? choicesOf(found),
    about: schema?.description ?? found.description,
    isNeeded,
    type: found.type ?? (found.oneOf ? "object" : undefined),
  };
}

/** The fields that the schema has for the object at a path, in its order: of one that has not said yet which it is, those that would say so. */
export function fieldsAt(source: unknown, path: Path): readonly string[] {
  const schema = schemaAt(source, path);
  if (!schema) return [];
  const { properties = {}, propertyNames } = chosen(schema, valueAt(source, path) ?? {}) ?? {};
  const fields = [...Object.keys(properties), ...(propertyNames?.enum ?? [])];
  return fields.length > 0 ? fields : [...new Set(followed(schema).oneOf?.flatMap(saying))];
}

/** What a field may say by which its object tells which of several kinds it is; nothing where it is no such field. */
export function kindsAt(source: unknown, path: Path): readonly string[] {
  const [inner, outer] = [path.at(-1), schemaAt(source, path.slice(0, -1))];
  const only = (kind: Schema) => (typeof inner === "string" ? kind.properties?.[inner]?.const : undefined);
  return (outer ? (followed(outer).oneOf ?? []) : []).map(only).filter((one) => typeof one === "string");
}

/** The fields of a kind whose one value tells it from others. */
const saying = ({ properties = {} }: Schema): readonly string[] =>
  Object.entries(properties).flatMap(([name, { const: only }]) => (only === undefined ? [] : [name]));

function schemaAt(source: unknown, path: Path): Schema | undefined {
  return path.reduce<Schema | undefined>((outer, step, place) => {
    const whole = outer && chosen(outer, valueAt(source, path.slice(0, place)));
    return whole && within(whole, step);
  }, routingSchema);
}

function followed(schema: Schema): Schema {
  const name = schema.$ref?.split("/").at(-1);
  return (name !== undefined && routingSchema.$defs?.[name]) || schema;
}

/** Of several that a value may be, the one that it says it is. */
function chosen(schema: Schema, value: unknown): Schema | undefined {
  const whole = followed(schema);
  if (whole.anyOf) return whole.anyOf.find(({ type }) => (type === "object") === isFields(value));
  if (!whole.oneOf) return whole;
  return whole.oneOf.find(({ properties = {} }) =>
    Object.entries(properties).every(
      ([name, { const: only }]) => only === undefined || (isFields(value) && value[name] === only),
    ),
  );
}

function within(schema: Schema, step: string | number): Schema | undefined {
  if (typeof step === "number") return schema.prefixItems?.[step] ?? schema.items;
  const others = typeof schema.additionalProperties === "object" ? schema.additionalProperties : undefined;
  return schema.properties && Object.hasOwn(schema.properties, step) ? schema.properties[step] : others;
}

/** Of several kinds, how each calls itself: the values of the field that they differ by. */
function choicesOf({ oneOf = [] }: Schema): readonly string[] {
  return oneOf.flatMap(({ properties = {} }) =>
    Object.values(properties).flatMap(({ const: only }) => (typeof only === "string" ? [only] : [])),
  );
}

/**
 * A source in which what holds by usage on the way to a path is written out, so that a part of it can be changed while the rest stays
 * as it is.
 */
export function writtenOut(source: unknown, path: Path): unknown {
  let written = source;
  for (let length = 1; length < path.length; length++) {
    const outer = path.slice(0, length);
    const usual = valueAt(written, outer) === undefined ? ruleAt(written, outer)?.usual : undefined;
    if (typeof usual === "object" && usual !== null) written = withValue(written, outer, usual);
  }
  return written;
}
