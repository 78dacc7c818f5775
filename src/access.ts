import { existsSync } from "node:fs";
import { readEnvironment } from "./environment.ts";
import { openLowdb, StoreUnusable } from "./store/lowdb.ts";
import { giveAccess } from "./web/people/at-the-machine.ts";

/** Says what is wrong, and ends. */
function refuse(why: string): never {
  process.stderr.write(why);
  process.exit(1);
}

if (existsSync(".env")) process.loadEnvFile(".env");
const read = readEnvironment(process.env);
if ("faults" in read)
  refuse(`This environment does not hold:\n${read.faults.map((fault) => `  - ${fault}\n`).join("")}`);
const { dataDir, publicUrl } = read.environment;
const now = () => Date.now();
// Whoever writes the wrong folder is told so, and none is made.
if (!existsSync(dataDir)) refuse(`There is no data in ${dataDir}. Set DATA_DIR, or start Holdfast once.\n`);
const store = await openLowdb({ folder: dataDir, now }).catch((error: unknown) =>
  error instanceof StoreUnusable ? refuse(`${error.message}\n`) : Promise.reject(error),
);
const given = await giveAccess(process.argv.slice(2), { store, publicUrl, now });
await store.close();
if ("refused" in given) refuse(given.refused);
process.stdout.write(given.said);
