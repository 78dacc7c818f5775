import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

const pure = "The core is pure: bring facts in on the event, send work out as an effect.";
let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "holdfast-lint-"));
  await copyFile("oxlint.config.ts", join(folder, "oxlint.config.ts"));
  await symlink(resolve("node_modules"), join(folder, "node_modules"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** What lint says of a file planted at a path. */
async function lint(path: string, text: string): Promise<string> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
  return new Promise((done) => {
    execFile(resolve("node_modules/.bin/oxlint"), [path], { cwd: folder }, (_error, stdout) => done(stdout));
  });
}

test.each([
  ["src/call/offender.ts", `import { readFile } from "node:fs/promises";\nexport const read = readFile;\n`, pure],
  ["src/call/offender.ts", `import express from "express";\nexport const app = express;\n`, pure],
  ["src/hold/offender.ts", `import { openLowdb } from "../store/lowdb.ts";\nexport const open = openLowdb;\n`, pure],
  ["src/hold/offender.ts", `import type { Waiting } from "../acd/line.ts";\nexport type Line = Waiting;\n`, pure],
  ["src/acd/offender.ts", `import { menu } from "../call/menu.ts";\nexport const other = menu;\n`, pure],
  ["src/routing/offender.ts", `export const now = () => Date.now();\n`, pure],
  ["src/call/offender.ts", `export const luck = () => Math.random();\n`, pure],
  ["src/callback/offender.ts", `export const get = () => fetch("http://localhost");\n`, pure],
  [
    "src/exchange/offender.ts",
    `import { menu } from "../call/menu.ts";\nexport const other = menu;\n`,
    "imports nothing of ours",
  ],
  [
    "src/twilio/offender.ts",
    `import { webApp } from "../web/app.ts";\nexport const app = webApp;\n`,
    "take what you need",
  ],
  [
    "src/store/offender.ts",
    `import { twiml } from "../twilio/twiml.ts";\nexport const xml = twiml;\n`,
    "take what you need",
  ],
  [
    "src/store/offender.ts",
    `import { loudness } from "../../audio/measure/loudness.ts";\nexport const loud = loudness;\n`,
    "take what you need",
  ],
  [
    "src/audio/offender.ts",
    `import { openLowdb } from "../store/lowdb.ts";\nexport const open = openLowdb;\n`,
    "take what you need",
  ],
  [
    "src/audio/offender.ts",
    `import { paths } from "../web/paths.ts";\nexport const all = paths;\n`,
    "take what you need",
  ],
  [
    "src/web/offender.ts",
    `import { startExchange } from "../exchange/exchange.ts";\nexport const play = startExchange;\n`,
    "take what you need",
  ],
  [
    "src/phone/offender.ts",
    `import { startExchange } from "../exchange/exchange.ts";\nexport const play = startExchange;\n`,
    "over HTTP",
  ],
  [
    "src/admin/pages/offender.tsx",
    `import { paths } from "../../web/paths.ts";\nexport const all = paths;\n`,
    "The pages know the server by its API",
  ],
  [
    "src/admin/offender.ts",
    `import { apiRouter } from "../web/api/router.ts";\nexport const router = apiRouter;\n`,
    "The pages know the server by its API",
  ],
  [
    "src/admin/offender.ts",
    `import type { Call } from "../call/call.ts";\nexport type One = Call;\n`,
    "The pages know the server by its API",
  ],
  ["src/phone/offender.ts", `export const columns = process.stdout.columns;\n`, "Only phone.ts"],
])("an offender in %s is caught: %j", async (path, text, message) => {
  expect(await lint(path, text)).toContain(message);
});

test("the core may use zod, a date-time and a message-format library, and its own folders", async () => {
  const text = `import { z } from "zod";\nimport { sentence } from "../routing/prompts.ts";\nimport { nextStretch } from "../hold/music.ts";\nexport const all = [z, sentence, nextStretch];\n`;
  expect(await lint("src/call/neighbour.ts", text)).toContain("Found 0 warnings and 0 errors");
});

test("the pages may use the routing and the telephone, and name the API's types", async () => {
  const text = `import { RoutingSchema } from "../routing/routing.ts";\nimport { readable } from "../phone/book.ts";\nimport type { Who } from "../web/api/who.ts";\nexport const all = [RoutingSchema, readable];\nexport type Signed = Who;\n`;
  expect(await lint("src/admin/neighbour.ts", text)).toContain("Found 0 warnings and 0 errors");
});

test("the telephone may name the exchange's types", async () => {
  const text = `import type { Heard } from "../exchange/ear.ts";\nexport type Sound = Heard;\n`;
  expect(await lint("src/phone/neighbour.ts", text)).toContain("Found 0 warnings and 0 errors");
});
