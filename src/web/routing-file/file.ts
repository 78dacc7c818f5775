import { randomUUID } from "node:crypto";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { areSame } from "../../routing/compare.ts";
import { NothingDone, wordsOf } from "./ending.ts";

/** The parsed JSON of a file. Throws NothingDone where it cannot be read or is no JSON. */
export async function readSourceFile(file: string): Promise<unknown> {
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    const why = `${file} cannot be read (${wordsOf(cause)}). Name a file that is there and may be read.\n`;
    throw new NothingDone(2, why, { cause });
  });
  try {
    return JSON.parse(text);
  } catch (cause) {
    const why = `${file} is not JSON (${wordsOf(cause)}). Mend it in an editor that knows JSON; a comma too many is what it is most often.\n`;
    throw new NothingDone(2, why, { cause });
  }
}

/** A routing as a file holds it. */
export function fileText(source: unknown): string {
  return `${JSON.stringify(source, null, 2)}\n`;
}

/**
 * Writes a routing to a file, whole or not at all. A file that says the same already is left as it is written. Throws NothingDone
 * where it says something else, unless forced.
 */
export async function writeSourceFile(
  file: string,
  source: unknown,
  force: boolean,
): Promise<"written" | "the same already"> {
  const before = await textIn(file);
  if (before !== undefined && saysTheSame(before, source)) return "the same already";
  if (before !== undefined && !force)
    throw new NothingDone(
      1,
      `${file} is there and says something else, so it was left alone. Name another file, or add --force.\n`,
    );
  const aside = `${file}.${randomUUID()}.tmp`;
  try {
    await writeFile(aside, fileText(source), { flag: "wx" });
    await rename(aside, file);
  } catch (cause) {
    await rm(aside, { force: true });
    throw new NothingDone(2, `${file} cannot be written (${wordsOf(cause)}). Name another file.\n`, { cause });
  }
  return "written";
}

async function textIn(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return undefined;
    throw new NothingDone(2, `${file} cannot be read (${wordsOf(cause)}). Name another file.\n`, { cause });
  }
}

/** What is no JSON says something else than a routing. */
function saysTheSame(text: string, source: unknown): boolean {
  try {
    return areSame(JSON.parse(text), source);
  } catch (cause) {
    if (cause instanceof SyntaxError) return false;
    throw cause;
  }
}
