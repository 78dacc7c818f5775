import { existsSync } from "node:fs";
import { readEnvironment, type Environment } from "./environment.ts";
import { StoreInUse, StoreUnusable } from "./store/unusable.ts";
import { NothingDone, type Ending } from "./web/routing-file/ending.ts";
import { fileText, readSourceFile, writeSourceFile } from "./web/routing-file/file.ts";
import { importDraft } from "./web/routing-file/import.ts";
import { doorIn, overApi } from "./web/routing-file/over-api.ts";
import type { Place } from "./web/routing-file/place.ts";
import { checkedEnding } from "./web/routing-file/report.ts";
import { readWords, usage, type Asked } from "./web/routing-file/words.ts";

const audioDir = "audio";
/** Loaded where the data or the music is needed: it is most of what there is to load. */
const openDisk = () => import("./web/routing-file/on-disk.ts");

if (existsSync(".env")) process.loadEnvFile(".env");
const {
  code,
  said,
  told = "",
} = await answer(readWords(process.argv.slice(2))).catch((error: unknown): Ending => {
  if (error instanceof NothingDone) return { code: error.code, said: "", told: error.message };
  if (error instanceof StoreUnusable) return { code: 1, said: "", told: `${error.message}\n` };
  throw error;
});
process.stderr.write(told);
process.stdout.write(said);
process.exitCode = code;

async function answer(asked: Asked): Promise<Ending> {
  switch (asked.what) {
    case "help":
      return { code: 0, said: usage };
    case "unknown":
      return { code: 2, said: "", told: `${asked.why}\n\n${usage}` };
    case "check": {
      const { routingFile, dataDir } = environment();
      const file = asked.file ?? routingFile;
      const source = await readSourceFile(file);
      const { checked, knownIn } = await openDisk();
      return checkedEnding(file, checked(source, await knownIn(dataDir, audioDir)));
    }
    case "import": {
      const source = await readSourceFile(asked.file);
      return at((place) => importDraft(place, asked.file, source, asked.force));
    }
    case "export":
      return at((place) => exported(place, asked));
    default:
      return asked satisfies never;
  }
}

async function exported(place: Place, { file, force }: Extract<Asked, { what: "export" }>): Promise<Ending> {
  const source = await place.inForce();
  if (source === undefined)
    throw new NothingDone(1, "Nothing was ever in force in this data. Start Holdfast once, then export.\n");
  if (file === undefined) return { code: 0, said: fileText(source) };
  const done = await writeSourceFile(file, source, force);
  return {
    code: 0,
    said: done === "written" ? `${file} is the routing in force.\n` : `${file} is the routing in force already.\n`,
  };
}

/** Does something where the routing is, and leaves it. */
async function at(task: (place: Place) => Promise<Ending>): Promise<Ending> {
  const door = doorIn(process.env);
  const place = door ? overApi(door) : await stopped(environment());
  try {
    return await task(place);
  } finally {
    await place.close();
  }
}

/** The data of a server that is stopped. One that runs is asked over its API. */
async function stopped({ dataDir, publicUrl }: Environment): Promise<Place> {
  // Whoever writes the wrong folder is told so, and none is made.
  if (!existsSync(dataDir))
    throw new NothingDone(1, `There is no data in ${dataDir}. Set DATA_DIR, or start Holdfast once.\n`);
  const now = () => Date.now();
  const [{ knownIn, onDisk }, { openLowdb }] = await Promise.all([openDisk(), import("./store/lowdb.ts")]);
  const known = await knownIn(dataDir, audioDir);
  const store = await openLowdb({ folder: dataDir, now }).catch((error: unknown) => {
    if (!(error instanceof StoreInUse)) throw error;
    throw new NothingDone(
      1,
      `Holdfast is running on ${dataDir}. Stop it, or ask it over its API: make a token with the scope routing on the page Settings, Tokens, and set\n\n  HOLDFAST_URL=${publicUrl}\n  HOLDFAST_TOKEN=hf_…\n`,
      { cause: error },
    );
  });
  return onDisk({ store, known, now });
}

/** Throws NothingDone with every fault. */
function environment(): Environment {
  const read = readEnvironment(process.env);
  if ("environment" in read) return read.environment;
  const faults = read.faults.map((fault) => `  - ${fault}\n`).join("");
  throw new NothingDone(2, `This environment does not hold:\n${faults}`);
}
