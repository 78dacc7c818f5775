import { enableCompileCache } from "node:module";
import { join } from "node:path";

// What was compiled at one start is read at the next. Loaded before everything, and not itself TypeScript: Node would load its
// compiler for this one file, which takes longer than all else that is left. Where the folder cannot be written, everything is
// compiled anew.
enableCompileCache(join(import.meta.dirname, "../node_modules/.cache/holdfast"));
