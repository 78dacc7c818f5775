import { setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { readTrack } from "./read-track.ts";
import type { Given, Said } from "./reading.ts";

// Calls come first. On Linux a thread has a priority of its own; elsewhere it would be the whole server's.
if (process.platform === "linux") setPriority(5);
// Decoders complain about every broken frame, and a file may have millions.
const quiet = () => undefined;
Object.assign(console, { error: quiet, warn: quiet });

const say = (said: Said) => parentPort?.postMessage(said);
say(await readTrack(workerData as Given, say));
