import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { routingJsonSchema } from "../../config/schema.ts";
import { spokenSeconds } from "../../src/routing/prompts.ts";
import { sentence } from "../../src/routing/prompts.ts";
import { model, modelRouting } from "./model.ts";

const schemaText = readFileSync(new URL("../../config/routing.schema.json", import.meta.url), "utf8");

describe("the JSON schema beside config/routing.json", () => {
  test("says what the routing's own schema says: after a change run npm run routing:schema", () => {
    expect(schemaText).toBe(routingJsonSchema());
  });

  test("accepts the model routing, and refuses announcements in a support queue", () => {
    const ajv = new Ajv2020({ strict: false });
    formats.default(ajv);
    const accepts = ajv.compile(JSON.parse(schemaText));
    expect(accepts(model())).toBe(true);
    expect(accepts(model({ "queues.support.announcements": ["trade-in"] }))).toBe(false);
    expect(accepts(model({ "hours.every-day.weekly.mon[0][0]": "9:00" }))).toBe(false);
  });
});

describe("the model routing", () => {
  const routing = modelRouting();

  test("asks for a support opening within one stretch of speech", () => {
    const { opening = "", speech } = routing.queues["support"] ?? { speech: { seconds: 0 } };
    for (const language of Object.keys(routing.business.languages)) {
      const args = { place: 3, callback: "yes", quiet: "no", details: "no", reception: "yes" };
      const spoken = [opening, "place", "wait-keys"].map((id) => sentence(routing, language, id, args));
      expect(spoken.reduce((sum, one) => sum + spokenSeconds(one), 0)).toBeLessThan(speech.seconds);
    }
  });

  test("says every announcement in both languages within fifteen seconds", () => {
    for (const { prompt } of Object.values(routing.announcements)) {
      for (const language of ["en", "es"]) expect(spokenSeconds(sentence(routing, language, prompt))).toBeLessThan(15);
    }
  });
});
