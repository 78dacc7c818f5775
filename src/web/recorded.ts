import { readdir } from "node:fs/promises";
import express, { Router } from "express";

/** Recorded prompts: the files that there are, and the route that plays them. Mount the router at `/audio`. */
export type Recorded = { readonly files: readonly string[]; readonly router: Router };

/** Opens a folder of recorded prompts, `.wav` files named without a path; a folder that is not there has none. */
export async function openRecorded(folder: string): Promise<Recorded> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile() && /^[\w-]+\.wav$/.test(entry.name)).map(({ name }) => name);
  const router = Router();
  const known = new Set(files);
  const serve = express.static(folder, { index: false, redirect: false, dotfiles: "deny", cacheControl: false });
  router.use("/recorded", (request, response, next) => {
    if (!known.has(request.path.slice(1))) {
      next();
      return;
    }
    // A recording may be replaced under its name: Twilio asks each time, and is told when nothing has changed.
    response.set({ "Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff" });
    serve(request, response, next);
  });
  return { files, router };
}
