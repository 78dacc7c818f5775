import { createHash } from "node:crypto";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { Router } from "express";
import { slugOf } from "../audio/entry.ts";
import { synced, written } from "../audio/kept.ts";

/** Where recorded prompts lie. */
export type RecordedFolders = {
  /** Those that somebody has laid beside the music. */
  readonly laid: string;
  /** Those that were uploaded; nobody else may be keeping any there. */
  readonly kept: string;
};

/** Recorded prompts: the files that there are, and the route that plays them. Mount the router at `/audio`. */
export type Recorded = {
  /** The files that a prompt may name by now. */
  readonly files: () => readonly string[];
  readonly isUploaded: (file: string) => boolean;
  /** Keeps a recording for good, under a name of its title and its content, which it gives back. Throws where the disk does not take it. */
  readonly keep: (title: string, wav: Buffer) => Promise<string>;
  /** Offers an uploaded recording no longer; it is played on to whoever has it in their routing. False: there is none such. */
  readonly retire: (file: string) => Promise<boolean>;
  /** Removes what was retired. Nobody may have it in their routing any more. */
  readonly clearOut: () => Promise<void>;
  readonly router: Router;
};

const named = /^[\w-]+\.wav$/;
const [retired, half] = [".retired", ".half"];

/** Opens the folders of recorded prompts, `.wav` files named without a path; a folder that is not there has none. */
export async function openRecorded({ laid, kept }: RecordedFolders): Promise<Recorded> {
  const beside = new Set((await filesIn(laid)).filter((name) => named.test(name)));
  const found = await filesIn(kept);
  const uploaded = new Set(found.filter((name) => named.test(name)));
  const gone = new Set(found.filter((name) => name.endsWith(retired)).map((name) => name.slice(0, -retired.length)));
  for (const name of found) if (name.endsWith(half)) await rm(join(kept, name), { force: true });
  let last: Promise<unknown> = Promise.resolve();

  /** One after the other: two of the same would be in each other's way. */
  function inTurn<T>(task: () => Promise<T>): Promise<T> {
    const done = last.then(task);
    last = done.catch(() => undefined);
    return done;
  }

  async function keep(title: string, wav: Buffer): Promise<string> {
    const file = `${slugOf(title, "recording")}-${createHash("sha256").update(wav).digest("hex").slice(0, 8)}.wav`;
    if (uploaded.has(file)) return file;
    const place = join(kept, file);
    await mkdir(kept, { recursive: true });
    if (gone.has(file)) await rename(place + retired, place);
    else {
      await rm(place + half, { force: true });
      try {
        await written(place + half, wav);
        await rename(place + half, place);
      } catch (cause) {
        await rm(place + half, { force: true });
        throw cause;
      }
    }
    await synced(kept);
    gone.delete(file);
    uploaded.add(file);
    return file;
  }

  async function retire(file: string): Promise<boolean> {
    if (!uploaded.has(file)) return false;
    await rename(join(kept, file), join(kept, file + retired));
    await synced(kept);
    uploaded.delete(file);
    gone.add(file);
    return true;
  }

  const router = Router();
  router.use("/recorded", (request, response, next) => {
    const file = request.path.slice(1);
    const path = beside.has(file) || uploaded.has(file) ? file : gone.has(file) ? file + retired : undefined;
    if (path === undefined) return next();
    // A recording may be replaced under its name: Twilio asks each time, and is told when nothing has changed.
    response.set({ "Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff" }).type("audio/wav");
    response.sendFile(
      path,
      { root: beside.has(file) ? laid : kept, cacheControl: false, dotfiles: "deny" },
      (error) => {
        if (error && !response.headersSent) next();
      },
    );
  });
  return {
    files: () => [...beside, ...uploaded],
    isUploaded: (file) => uploaded.has(file) && !beside.has(file),
    keep: (title, wav) => inTurn(() => keep(title, wav)),
    retire: (file) => inTurn(() => retire(file)),
    clearOut: () =>
      inTurn(async () => {
        for (const file of gone) await rm(join(kept, file + retired), { force: true });
        gone.clear();
      }),
    router,
  };
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}
