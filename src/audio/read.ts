import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { formatOf, formats } from "./format.ts";
import type { Names } from "./entry.ts";
import type { Ending, Given, Progress, Said, SpokenEnding } from "./reading.ts";

/** The most that reading one file may take of the machine: heap in MB, and time in ms. */
const [heap, patience] = [256, 10 * 60_000];

/** What was compiled for one file is read for the next: that is half of what starting takes. */
const cache = new URL("../compile-cache.mjs", import.meta.url).href;

export type ReadOptions = {
  readonly progress: (progress: Progress) => void;
  /** Stops reading; the ending is then a refusal that nobody needs. */
  readonly signal: AbortSignal;
  /** Told what a process has died of, for the log. */
  readonly died: (cause: unknown) => void;
  /** Milliseconds after which a file is given up. */
  readonly patience?: number;
};

/**
 * Reads an uploaded file in a process of its own, for what a file does to a decoder may end all that runs beside it, and that
 * would be every call. What goes wrong becomes a refusal; it rejects only where no process can be had.
 */
export function readUpload(bytes: Uint8Array, names: Names, options: ReadOptions): Promise<Ending> {
  return readAs<Ending>("music", bytes, names, options);
}

/** Reads the recording of a prompt in the same way. */
export function readPrompt(bytes: Uint8Array, names: Names, options: ReadOptions): Promise<SpokenEnding> {
  return readAs<SpokenEnding>("prompt", bytes, names, options);
}

type Refusal = { readonly refusal: string };

function readAs<Ends>(as: Given["as"], bytes: Uint8Array, names: Names, options: ReadOptions): Promise<Ends | Refusal> {
  const known = formatOf(bytes);
  if (!known) return Promise.resolve({ refusal: `This is not ${formats}. Save it as one of them.` });
  const given: Given = { ...names, ...known, as, bytes };
  return new Promise((resolve, reject) => {
    // It is given no surroundings: the tokens of the server are there.
    const reader = fork(fileURLToPath(new URL("read-process.ts", import.meta.url)), [], {
      serialization: "advanced",
      execArgv: [`--max-old-space-size=${heap}`, `--import=${cache}`],
      env: {},
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    let complaint = "";
    let ended = false;
    const end = (ending: Ends | Refusal) => {
      ended = true;
      clearTimeout(late);
      resolve(ending);
    };
    const stop = (refusal: string) => {
      end({ refusal });
      reader.kill("SIGKILL");
    };
    const late = setTimeout(
      () => stop("Reading it took too long. Save it anew, or upload a shorter one."),
      options.patience ?? patience,
    );
    options.signal.addEventListener("abort", () => stop("It was withdrawn."), { once: true });
    reader.stderr?.setEncoding("utf8").on("data", (text: string) => (complaint = (complaint + text).slice(-kept)));
    reader.on("message", (said: Said) => ("state" in said ? options.progress(said) : end(said as Ends | Refusal)));
    reader.once("error", (cause) => {
      clearTimeout(late);
      reject(cause);
    });
    reader.once("close", (code, signal) => {
      if (ended) return;
      options.died(new Error(`ended by ${signal ?? code}: ${complaint.trim()}`));
      end({ refusal: broken });
    });
    // Where it does not arrive, the process has ended, and that is told.
    reader.send(given, () => undefined);
  });
}

const broken = "Reading it took more than it may: the file is damaged or not what it says. Save it anew.";

/** Characters kept of the last that a process says before it dies. */
const kept = 4096;
