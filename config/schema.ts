import { writeFileSync } from "node:fs";
import { z } from "zod";
import { RoutingSchema } from "../src/routing/routing.ts";

/** The JSON schema of what an admin writes, for editors: the text of `config/routing.schema.json`. */
export function routingJsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(RoutingSchema, { io: "input" }), null, 2)}\n`;
}

if (import.meta.main) writeFileSync(new URL("routing.schema.json", import.meta.url), routingJsonSchema());
