import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { onAllCores, onServersCore } from "./conditions.ts";
import type { SubjectOptions } from "./subjects/subject.ts";

/** What a server has used since it began: CPU of all its threads, user and kernel, in µs; memory now, in bytes. */
export type Usage = { readonly cpuMicros: number; readonly rss: number };

/** A server in a process of its own. */
export type Server = {
  readonly port: number;
  readonly usage: () => Promise<Usage>;
  /** Lets so many ms pass for a server whose time is told. */
  readonly pass: (ms: number) => void;
  readonly stop: () => Promise<void>;
};

/** Node's own options in `npm start`: Holdfast is measured as it is started. */
export function startOptions(): readonly string[] {
  const { scripts }: { scripts: { start: string } } = JSON.parse(readFileSync("package.json", "utf8"));
  return scripts.start.split(" ").filter((word) => word.startsWith("--"));
}

/** Starts a subject on the servers' core, or on any where it is not `pinned`. What it logs is written to a file. */
export async function startServer(
  subject: "bare" | "stock" | "holdfast",
  options: SubjectOptions,
  logFile: number,
  pinned = true,
): Promise<Server> {
  const [command, ...args] = (pinned ? onServersCore : onAllCores)([
    process.execPath,
    ...(subject === "holdfast" ? startOptions() : []),
    "test/bench/server.ts",
    subject,
    JSON.stringify(options),
  ]);
  const child = spawn(command, args, { stdio: ["ignore", logFile, "inherit", "ipc"] });
  const said = () =>
    new Promise<unknown>((resolve, reject) => {
      const ended = (code: number | null) => reject(new Error(`the ${subject} server ended with ${code}`));
      child.once("exit", ended);
      child.once("message", (message) => {
        child.off("exit", ended);
        resolve(message);
      });
    });
  const { port } = (await said()) as { port: number };
  return {
    port,
    usage() {
      const answer = said();
      child.send("usage");
      return answer as Promise<Usage>;
    },
    pass: (ms) => void child.send(ms),
    stop: () =>
      new Promise((resolve) => {
        child.once("exit", () => resolve());
        child.send("stop");
      }),
  };
}
