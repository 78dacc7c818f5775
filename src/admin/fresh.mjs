// Whether the built pages are those of the sources. Plain JavaScript, and nothing but Node's own: it runs before every start.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");

/** Where the built pages lie; the server serves this folder. */
export const pagesFolder = join(root, "node_modules/.cache/holdfast/pages");
export const stampFile = join(pagesFolder, "stamp");

/** What the pages are made of: their own folder, the folders they import, and the packages. */
const madeOf = ["src/admin", "src/phone", "src/routing"];

/** One hash over all that the pages are made of. */
export function sourcesStamp() {
  const hash = createHash("sha256").update(readFileSync(join(root, "package-lock.json")));
  for (const folder of madeOf)
    for (const file of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort())
      hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest("hex");
}

/** Whether what is built is what the sources say. */
export function isFresh() {
  return existsSync(stampFile) && readFileSync(stampFile, "utf8") === sourcesStamp();
}
