import { Worker } from "node:worker_threads";
import { formatOf, formats } from "./format.ts";
import type { Names } from "./entry.ts";
import type { Ending, Given, Progress, Said } from "./reading.ts";

/** The most that reading one file may take of the server: heap in MB, and time in ms. */
const [heap, patience] = [256, 10 * 60_000];

export type ReadOptions = {
  readonly progress: (progress: Progress) => void;
  /** Stops reading; the ending is then a refusal that nobody needs. */
  readonly signal: AbortSignal;
  /** Told what a thread has died of, for the log. */
  readonly died: (cause: unknown) => void;
  /** Milliseconds after which a file is given up. */
  readonly patience?: number;
};

/**
 * Reads an uploaded file in a thread of its own, which gives up before it holds up or brings down the server. The bytes are gone
 * afterwards. What goes wrong becomes a refusal; it rejects only where no thread can be had.
 */
export function readUpload(bytes: Uint8Array<ArrayBuffer>, names: Names, options: ReadOptions): Promise<Ending> {
  const known = formatOf(bytes);
  if (!known) return Promise.resolve({ refusal: `This is not ${formats}. Save the music as one of them.` });
  const workerData: Given = { ...names, ...known, bytes };
  return new Promise((resolve) => {
    const worker = new Worker(new URL("read-worker.ts", import.meta.url), {
      workerData,
      transferList: [bytes.buffer],
      resourceLimits: { maxOldGenerationSizeMb: heap },
    });
    const end = (ending: Ending) => {
      clearTimeout(late);
      resolve(ending);
      void worker.terminate();
    };
    const late = setTimeout(
      () => end({ refusal: "Reading it took too long. Save it anew, or upload a shorter one." }),
      options.patience ?? patience,
    );
    options.signal.addEventListener("abort", () => end({ refusal: "It was withdrawn." }), { once: true });
    worker.on("message", (said: Said) => ("state" in said ? options.progress(said) : end(whole(said))));
    worker.on("error", (cause) => {
      options.died(cause);
      end({ refusal: broken });
    });
    worker.on("exit", () => end({ refusal: broken }));
  });
}

const broken = "Reading it took more than it may: the file is damaged or not what it says. Save it anew.";

/** What comes from a thread is bytes, no longer a Buffer. */
function whole(ending: Ending): Ending {
  if ("refusal" in ending) return ending;
  const { buffer, byteOffset, byteLength } = ending.ready.wav;
  return { ready: { ...ending.ready, wav: Buffer.from(buffer, byteOffset, byteLength) } };
}
