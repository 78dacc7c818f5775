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

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address ? address.port : 0;
}
