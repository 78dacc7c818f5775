import { spawn } from "node:child_process";
import { once } from "node:events";
import { onTestFinished } from "vitest";

/** `npm run phone` as a process of its own, its input and output piped. */
export type Spawned = {
  /** Types a line. */
  readonly types: (line: string) => void;
  /** Until it has shown this, below what was found before; answers the row. */
  readonly shows: (words: RegExp) => Promise<string>;
  readonly shown: () => string;
  readonly endsInput: () => void;
  readonly kill: (signal: NodeJS.Signals) => void;
  /** The code that it ends with. */
  readonly ended: Promise<number | null>;
};

/** Starts a telephone with these arguments, and with these variables and no others of ours. */
export function spawnPhone(args: readonly string[], variables: Readonly<Record<string, string>> = {}): Spawned {
  const env = { PATH: process.env["PATH"] ?? "", ...variables };
  const child = spawn(process.execPath, ["src/phone.ts", ...args], { env, stdio: "pipe" });
  let [text, cursor, over] = ["", 0, false];
  let more = Promise.withResolvers<void>();
  const wake = () => {
    more.resolve();
    more = Promise.withResolvers();
  };
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (part: string) => {
      text += part;
      wake();
    });
  const ended = once(child, "close").then(([code]: (number | null)[]) => {
    over = true;
    wake();
    return code ?? null;
  });
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await ended;
  });
  return {
    types: (line) => void child.stdin.write(`${line}\n`),
    async shows(words) {
      for (;;) {
        const rows = text.slice(cursor).split("\n").slice(0, -1);
        const place = rows.findIndex((row) => words.test(row));
        if (place >= 0) {
          cursor += rows.slice(0, place + 1).join("\n").length + 1;
          return rows[place] ?? "";
        }
        if (over) throw new Error(`ended before it showed ${String(words)}:\n${text}`);
        await more.promise;
      }
    },
    shown: () => text,
    endsInput: () => void child.stdin.end(),
    kill: (signal) => void child.kill(signal),
    ended,
  };
}
