import { setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { speechShare } from "../../audio/measure/speech.ts";

// As its parent: calls come first.
if (process.platform === "linux") setPriority(5);
parentPort?.postMessage(speechShare(workerData as Float64Array));
