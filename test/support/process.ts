import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";

/** Holdfast as a process of its own: what it has said so far, and the code that it ends with. */
export type Running = {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly ended: Promise<number | null>;
};

/** Starts Holdfast with these variables and no others of ours. Whoever starts it ends it. */
export function startProcess(variables: Readonly<Record<string, string>>): Running {
  const env = { PATH: process.env["PATH"] ?? "", ...variables };
  const child = spawn(process.execPath, ["src/main.ts"], { env, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const ended = once(child, "exit").then(([code]: (number | null)[]) => code ?? null);
  return { child, said: () => said, ended };
}

/** Until the process has said this. Throws with all that it said where it ends before. */
export async function untilSaid({ child, said, ended }: Running, words: RegExp): Promise<void> {
  let over = false;
  void ended.then(() => (over = true));
  while (!words.test(said())) {
    if (over) throw new Error(`ended before it said ${String(words)}: ${said()}`);
    await Promise.race([once(child.stdout ?? child, "data"), once(child.stderr ?? child, "data"), ended]);
  }
}

/** Below those that systems give away by themselves, so that no test that asks for any port gets one of these meanwhile. */
const [lowest, highest] = [10_000, 30_000];
let next = lowest + 2 * (process.pid % ((highest - lowest) / 2));

/** A port that is free now, and the one after it too, which demo mode uses. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = next;
    next = next + 2 < highest ? next + 2 : lowest;
    if ((await isFree(port)) && (await isFree(port + 1))) return port;
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
