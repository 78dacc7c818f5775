/**
 * `npm run bench`: measures Holdfast beside baselines in the same run, and prints tables. `-- hold` (or `audio`, `waiting`,
 * `archive`, `callbacks`, `start`, `store`) runs one, `--quick` shortens all, `--write` writes docs/bench.md too.
 */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { archiveBench } from "./archive.ts";
import { audioBench } from "./audio.ts";
import { callbacksBench } from "./callbacks.ts";
import { conditions, load, moveToAskersCore } from "./conditions.ts";
import { holdBench } from "./hold.ts";
import { startBench } from "./start.ts";
import { waitingBench } from "./waiting.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: "boolean", default: false }, write: { type: "boolean", default: false } },
});

const parts: Readonly<Record<string, (quick: boolean) => Promise<string>>> = {
  hold: holdBench,
  audio: audioBench,
  waiting: waitingBench,
  archive: archiveBench,
  callbacks: callbacksBench,
  start: startBench,
  store: storePart,
};
const wanted = positionals.length > 0 ? positionals : Object.keys(parts);
const unknown = wanted.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(", ")}. Write any of: ${Object.keys(parts).join(", ")}.`);
  process.exit(1);
}

const said: string[] = [];
function say(text: string): void {
  said.push(text);
  console.log(`${text}\n`);
}

say("# Bench");
say(
  `Written by \`npm run bench${values.write ? " -- --write" : ""}\`; baselines run interleaved with what is measured beside them. Figures are medians, with the least and the most round in brackets. CPU is that of all threads of the server's process, user and kernel.`,
);
say(conditions());
moveToAskersCore();
const began = performance.now();
for (const name of wanted) {
  const part = parts[name];
  if (part) say(await part(values.quick));
}
say(`Took ${Math.round((performance.now() - began) / 1_000)} s. Load average at the end: ${load()}.`);
if (values.write) writeFileSync("docs/bench.md", `${said.join("\n\n")}\n`);
process.exit(0);

/** The store by itself, in a process of its own. */
async function storePart(quick: boolean): Promise<string> {
  const { stdout, status } = spawnSync(process.execPath, ["test/bench/store.ts", ...(quick ? ["--quick"] : [])], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (status !== 0) throw new Error(`the store's bench ended with ${status}`);
  return ["## The store by itself", `\`\`\`\n${stdout.trim()}\n\`\`\``].join("\n\n");
}
