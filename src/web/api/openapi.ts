import { z } from "zod";
import type { Ending, Operation } from "./operation.ts";

type Json = Readonly<Record<string, unknown>>;

/** What every refusal looks like, as RFC 9457 has it; `errors` names each field by its path. */
export const ProblemBody = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional().meta({ description: "what to do" }),
  errors: z.array(z.object({ path: z.string(), sentence: z.string() })).optional(),
});

/** The OpenAPI document of the operations, made of the very schemas that they read by. `server`: the address of the API; `cookie`: where a session lies. */
export function openApiOf(operations: readonly Operation[], server: string, cookie: string): Json {
  const byPath: Record<string, Record<string, Json>> = {};
  for (const one of operations) (byPath[templateOf(one.path)] ??= {})[one.method] = described(one);
  return {
    openapi: "3.1.0",
    info: { title: "Holdfast", version: "1", description: "All that the admin's pages do can be done here." },
    servers: [{ url: server }],
    tags: [...new Set(operations.map(({ tag }) => tag))].map((name) => ({ name })),
    paths: byPath,
    components: {
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: cookie },
        token: { type: "http", scheme: "bearer" },
      },
      schemas: { Problem: schemaOf(ProblemBody, "output") },
    },
  };
}

/** `/api/routing/versions/:version` as OpenAPI writes it: `/api/routing/versions/{version}`. */
function templateOf(path: string): string {
  return path.replaceAll(/:(\w+)/g, "{$1}");
}

function described(one: Operation): Json {
  const anyone = one.needs === "anyone";
  return {
    operationId: one.id,
    tags: [one.tag],
    summary: one.summary,
    security: anyone ? [] : [{ session: [] }, { token: [] }],
    ...(anyone ? {} : { "x-role": one.needs }),
    parameters: [...namedIn(one), ...fieldsOf(one.query, "query")],
    ...(one.body
      ? { requestBody: { required: true, content: { "application/json": { schema: schemaOf(one.body, "input") } } } }
      : {}),
    responses: {
      ...Object.fromEntries(Object.entries(one.endings).map(([status, ending]) => [status, ended(ending)])),
      default: {
        description: "Refused: what is wrong, and what to do.",
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    },
  };
}

function ended({ says, body, type = "application/json", headers }: Ending): Json {
  return {
    description: says,
    ...(headers
      ? {
          headers: Object.fromEntries(
            Object.entries(headers).map(([name, description]) => [name, { description, schema: { type: "string" } }]),
          ),
        }
      : {}),
    ...(body || type !== "application/json"
      ? { content: { [type]: { schema: body ? schemaOf(body, "output") : { type: "string" } } } }
      : {}),
  };
}

/** Every name in the path, with its schema where the operation has one. */
function namedIn(one: Operation): Json[] {
  const told = new Map(fieldsOf(one.params, "path").map((field) => [field["name"], field]));
  return [...one.path.matchAll(/:(\w+)/g)].map(
    ([, name]) => told.get(name) ?? { name, in: "path", required: true, schema: { type: "string" } },
  );
}

function fieldsOf(schema: z.ZodType | undefined, place: "path" | "query"): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema, "input") as {
    properties?: Record<string, Json>;
    required?: readonly string[];
  };
  return Object.entries(properties).map(([name, field]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    schema: field,
  }));
}

/** What cannot be said in JSON Schema is read as anything: a transformed text is still a text where it comes in. */
function schemaOf(schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return rest;
}
