import type { LogEntry } from "../../src/exchange/log.ts";
import { at, faultsOf, isJson, operationOf, resolved, strict, type Json } from "./openapi-schema.ts";

/** One request to the REST API with its answer; `path` may have a query, `form` is the body as it was sent. */
export type Exchange = {
  readonly method: string;
  readonly path: string;
  readonly form: string;
  readonly status: number;
  readonly answer: string;
};

/** Text as the type its schema names; what is not of that type is left for the schema to refuse. */
function typed(values: readonly string[], schema: unknown): unknown {
  const type = at(resolved(schema), "type");
  if (type === "array") return values;
  const [value = ""] = values;
  if (values.length > 1) return values;
  if (type === "integer" || type === "number") return /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
  if (type === "boolean") return value === "true" || (value === "false" ? false : value);
  return value;
}

const inForm = (schema: unknown): unknown => {
  const plain = resolved(schema);
  return isJson(plain) && plain["format"] === "uri" ? { ...plain, format: "http-url" } : plain;
};

/** What is wrong with named parameters, by their schemas. */
function parameterFaults(key: unknown, named: URLSearchParams, schemas: Json, required: readonly string[]): string[] {
  const values = [...new Set(named.keys())].map((name) => [name, typed(named.getAll(name), schemas[name])] as const);
  const properties = () => Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, inForm(schema)]));
  return faultsOf(
    key,
    () => ({ properties: properties(), required, additionalProperties: false }),
    Object.fromEntries(values),
  );
}

function queryFaults(operation: Json, query: URLSearchParams): string[] {
  const parameters = Array.isArray(operation["parameters"]) ? operation["parameters"] : [];
  const named = parameters.filter((parameter) => at(parameter, "in") === "query");
  const schemas = Object.fromEntries(
    named.map((parameter) => [String(at(parameter, "name")), at(parameter, "schema")]),
  );
  return parameterFaults(operation["parameters"], query, schemas, []);
}

function formFaults(operation: Json, form: string): string[] {
  const schema = at(operation, "requestBody", "content", "application/x-www-form-urlencoded", "schema");
  if (!isJson(schema)) return form === "" ? [] : ["takes no form"];
  const properties = isJson(schema["properties"]) ? schema["properties"] : {};
  const required = Array.isArray(schema["required"]) ? schema["required"].map(String) : [];
  return parameterFaults(schema, new URLSearchParams(form), properties, required);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function answerFaults(operation: Json, { status, answer }: Exchange): string[] {
  const response = at(operation, "responses", String(status));
  if (response === undefined) return [`is not answered with ${status}`];
  const schema = at(response, "content", "application/json", "schema");
  if (schema === undefined) return answer === "" ? [] : ["has an answer where there is none"];
  return faultsOf(schema, () => strict(schema), parsed(answer));
}

/** Twilio's error body, which its OpenAPI document leaves out: https://www.twilio.com/docs/usage/twilios-response */
const errorSchema = {
  type: "object",
  properties: {
    code: { type: "integer" },
    message: { type: "string", minLength: 1 },
    more_info: { type: "string", pattern: "^https://www\\.twilio\\.com/docs/errors/\\d+$" },
    status: { type: "integer" },
  },
  required: ["code", "message", "more_info", "status"],
  additionalProperties: false,
};

function faultsOfOne(exchange: Exchange): string[] {
  const { pathname, searchParams } = new URL(exchange.path, "https://api.twilio.com");
  if (exchange.status >= 400) {
    const body = parsed(exchange.answer);
    const status = at(body, "status") === exchange.status ? [] : [`says another status than ${exchange.status}`];
    return [...faultsOf(errorSchema, () => errorSchema, body), ...status];
  }
  const operation = operationOf(exchange.method, pathname);
  if (!operation) return pathname.endsWith(".wav") ? [] : ["is not in Twilio's REST API"];
  return [
    ...queryFaults(operation, searchParams).map((fault) => `query: ${fault}`),
    ...formFaults(operation, exchange.form).map((fault) => `form: ${fault}`),
    ...answerFaults(operation, exchange).map((fault) => `answer: ${fault}`),
  ];
}

/**
 * What in a log of REST requests and answers departs from Twilio's OpenAPI document, a sentence each; empty when all
 * conform. A refused request is judged by its error body alone, and the media of a recording are not described there.
 */
export const openApiFaults = (exchanges: readonly Exchange[]): string[] =>
  exchanges.flatMap((exchange) =>
    faultsOfOne(exchange).map((fault) => `${exchange.method} ${exchange.path}: ${fault}`),
  );

/** The REST requests of an exchange's log, with their answers. */
export const restExchanges = (log: readonly LogEntry[]): Exchange[] =>
  log
    .filter((entry) => entry.kind === "rest")
    .map(({ method, url, form, status, answer }) => ({ method, path: url, form, status, answer }));

/** Twilio's own examples of answers for an operation, by name. */
export function examplesOf(method: string, path: string, status: number): readonly (readonly [string, string])[] {
  const examples = at(
    operationOf(method, path),
    "responses",
    String(status),
    "content",
    "application/json",
    "examples",
  );
  if (!isJson(examples)) return [];
  return Object.entries(examples).map(([name, example]) => [name, JSON.stringify(at(example, "value"))] as const);
}
