import { enableCompileCache, flushCompileCache } from "node:module";
import { join } from "node:path";

// What was compiled at one start is read at the next, which halves the time to the first answer. Where the folder cannot be
// written, everything is compiled anew.
enableCompileCache(join(import.meta.dirname, "../node_modules/.cache/holdfast"));
await import("./run.ts");
// Not left to the end of the process, for that may be a crash.
flushCompileCache();
