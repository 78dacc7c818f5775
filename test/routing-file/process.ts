import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { openLowdb } from "../../src/store/lowdb.ts";
import { editionAtStart } from "../../src/work/editions.ts";
import { business, type Business } from "../support/business.ts";

/** What `npm run routing` says, on both of its ways, and how it ends. */
export type Ended = { readonly out: string; readonly err: string; readonly code: unknown };

/** Runs the command as a process of its own, with these variables and no others of ours. */
export function routing(variables: Readonly<Record<string, string>>, ...words: readonly string[]): Promise<Ended> {
  const env = { PATH: process.env["PATH"] ?? "", ...variables };
  return new Promise((resolve) => {
    execFile(process.execPath, ["src/routing-file.ts", ...words], { env }, (error, out, err) => {
      resolve({ out, err, code: error?.code ?? 0 });
    });
  });
}

/** A folder that is gone with the test. */
export async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "holdfast-routing-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** The data that a start with the small business leaves. */
export async function dataAfterAStart(folder: string): Promise<string> {
  const dataDir = join(folder, "data");
  const store = await openLowdb({ folder: dataDir, now: () => Date.now() });
  await editionAtStart(store, business, {}, Date.now());
  await store.close();
  return dataDir;
}

/** A file with the small business, changed. */
export async function fileOf(folder: string, change: (routing: Business) => void = () => {}): Promise<string> {
  const [source, file] = [structuredClone(business), join(folder, "new.json")];
  change(source);
  await writeFile(file, JSON.stringify(source));
  return file;
}
