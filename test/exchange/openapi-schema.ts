import { readFileSync } from "node:fs";
import { Ajv, type ValidateFunction } from "ajv";
import formats from "ajv-formats";

/** An object of JSON. */
export type Json = { readonly [key: string]: unknown };
/** Whether a value is an object of JSON. */
export const isJson = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
/** What stands under these keys, if anything does. */
export const at = (value: unknown, ...keys: readonly string[]): unknown =>
  keys.reduce<unknown>((inside, key) => (isJson(inside) ? inside[key] : undefined), value);

/** Twilio's own description of its REST API, as its command line tool carries it. */
const file = "node_modules/@twilio/cli-core/src/services/twilio-api/twilio_api_v2010.json";
const api: unknown = JSON.parse(readFileSync(file, "utf8"));
const paths = at(api, "paths");
const templates = isJson(paths) ? Object.keys(paths) : [];

const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
formats.default(ajv);
const phone = /^(whatsapp:)?(\+[1-9]\d{1,14}|\d{3,8})$/;
ajv.addFormat("phone-number", phone);
ajv.addFormat("endpoint", (value) => phone.test(value) || /^(client|sips?):.+/.test(value));
ajv.addFormat("http-url", (value) => value === "" || (/^https?:\/\//.test(value) && URL.canParse(value)));
ajv.addFormat("http-method", /^(GET|POST)$/);
ajv.addFormat("twiml", (value) => value.length <= 4000);
ajv.addFormat("currency", /^[A-Za-z]{3}$/);
ajv.addFormat("uri", (value) => URL.canParse(value, "https://api.twilio.com"));
ajv.addFormat("date-time-rfc-2822", /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d \+0000$/);

/** A schema, or the one it refers to. */
export const resolved = (schema: unknown): unknown => {
  const ref = at(schema, "$ref");
  return typeof ref === "string" ? at(api, ...ref.slice(2).split("/")) : schema;
};

/**
 * An answer's schema, stricter than written: an object has each property named and no other. A referred enumeration
 * may be null, since in OpenAPI 3.0 a reference cannot say so.
 */
export function strict(schema: unknown, mayBeNull = false): unknown {
  if (isJson(schema) && typeof schema["$ref"] === "string") return strict(resolved(schema), true);
  if (!isJson(schema)) return schema;
  // A property without a type, such as a recording's encryption, may be anything.
  if (schema["type"] === undefined) return true;
  const properties = schema["properties"];
  const closed = isJson(properties)
    ? {
        properties: Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, strict(value)])),
        required: Object.keys(properties),
        additionalProperties: false,
      }
    : {};
  // An unset SID is written as an empty string, as in Twilio's own examples.
  if (typeof schema["pattern"] === "string" && schema["nullable"] === true)
    return { anyOf: [{ type: "string", pattern: schema["pattern"] }, { enum: ["", null] }] };
  if (mayBeNull && Array.isArray(schema["enum"])) return { ...schema, nullable: true, enum: [...schema["enum"], null] };
  if (Array.isArray(schema["enum"]) && schema["nullable"] === true)
    return { ...schema, enum: [...schema["enum"], null] };
  return { ...schema, ...closed, ...(schema["items"] !== undefined && { items: strict(schema["items"]) }) };
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const matchers = templates.map((template) => {
  const pattern = template
    .split(/\{\w+\}/)
    .map(escaped)
    .join("([^/]+?)");
  return { template, matches: new RegExp(`^${pattern}$`) };
});

/** The operation that a request is for, and its path's template. */
export function operationOf(method: string, pathname: string): Json | undefined {
  const { template } = matchers.find(({ matches }) => matches.test(pathname)) ?? {};
  const operation = template === undefined ? undefined : at(paths, template, method.toLowerCase());
  return isJson(operation) ? operation : undefined;
}

const compiled = new Map<unknown, ValidateFunction>();
/** What is wrong with a value by a schema, compiled once for each key. */
export function faultsOf(key: unknown, schema: () => unknown, value: unknown): string[] {
  const validate = compiled.get(key) ?? ajv.compile(schema() as object);
  compiled.set(key, validate);
  return validate(value)
    ? []
    : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`);
}
