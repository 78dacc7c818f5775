import { readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { build } from "vite";
import { isFresh, pagesFolder, sourcesStamp } from "./fresh.mjs";

/** The most that a browser has to load before the first page shows, in bytes of gzip JavaScript. */
const firstLoadBudget = 250_000;

type Chunk = {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
};
type Manifest = Readonly<Record<string, Chunk>>;

/** Builds the pages where they are not those of the sources, and says so. Throws where the first load is over its budget. */
async function buildPages(say: (words: string) => void): Promise<void> {
  if (isFresh()) return;
  const began = performance.now();
  say("Building the admin's pages (once, and whenever they change)…\n");
  const stamp = sourcesStamp();
  // Beside what is there, which is served until the new is whole.
  const aside = `${pagesFolder}.${process.pid}`;
  try {
    await build({
      configFile: join(import.meta.dirname, "vite.config.ts"),
      logLevel: "error",
      build: { outDir: aside },
    });
    const bytes = await firstLoad(aside);
    if (bytes > firstLoadBudget) throw new Error(overBudget(bytes));
    await compressAll(join(aside, "assets"));
    await writeFile(join(aside, "stamp"), stamp);
    await rm(pagesFolder, { recursive: true, force: true });
    await rename(aside, pagesFolder);
    const seconds = ((performance.now() - began) / 1_000).toFixed(1);
    say(`Built in ${seconds} s. The first load is ${Math.round(bytes / 1_000)} kB of JavaScript.\n`);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

/** Bytes of gzip JavaScript that the entry needs, with whatever it imports before anything is shown. */
async function firstLoad(folder: string): Promise<number> {
  const manifest = JSON.parse(await readFile(join(folder, "manifest.json"), "utf8")) as Manifest;
  const needed = new Set<string>();
  const need = (name: string) => {
    if (needed.has(name)) return;
    needed.add(name);
    for (const each of manifest[name]?.imports ?? []) need(each);
  };
  for (const [name, { isEntry }] of Object.entries(manifest)) if (isEntry) need(name);
  const sizes = [...needed].map(async (name) => {
    const file = manifest[name]?.file ?? "";
    return (await promisify(gzip)(await readFile(join(folder, file)))).length;
  });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

const overBudget = (bytes: number) =>
  `The first load of the pages is ${Math.round(bytes / 1_000)} kB of gzip JavaScript; ${firstLoadBudget / 1_000} kB is the most. ` +
  "Load a page, or what is large in it, only when it is opened: import() in src/admin/routes.tsx.";

/** Puts a brotli file beside each that gets smaller by it, so that nothing is compressed while somebody waits. */
async function compressAll(folder: string): Promise<void> {
  const files = (await readdir(folder)).filter((file) => /\.(js|css|svg)$/.test(file));
  await Promise.all(
    files.map(async (file) => {
      const text = await readFile(join(folder, file));
      const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
      await writeFile(join(folder, `${file}.br`), await promisify(brotliCompress)(text, options));
      await writeFile(join(folder, `${file}.gz`), await promisify(gzip)(text, { level: 9 }));
    }),
  );
}

// Whoever builds it, a test too: it is what people get.
process.env["NODE_ENV"] = "production";
await buildPages((words) => process.stdout.write(words)).catch((error: Error) => {
  process.stderr.write(`The admin's pages cannot be built. ${error.message}\n`);
  process.exitCode = 1;
});
