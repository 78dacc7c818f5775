import { setTimeout as pass } from "node:timers/promises";
import { closeSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { routing } from "./business.ts";
import { joinLine } from "./callers.ts";
import { startServer, type Server } from "./child.ts";
import { poster, type Post } from "./post.ts";
import { openReps, type Reps } from "./reps.ts";
import { restApi } from "./twilio.ts";

export type WorldOptions = {
  readonly reps: number;
  readonly talkMs: number;
  /** Time passes only when it is told to. */
  readonly told?: boolean;
  readonly dataDir?: string;
  readonly left?: (caller: string) => void;
};

/** Holdfast in a process of its own, with a folder of data and log, the REST API it asks, and reps who are signed in. */
export type World = {
  readonly server: Server;
  readonly post: Post;
  readonly reps: Reps;
  readonly close: () => Promise<void>;
};

export async function openWorld(options: WorldOptions): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), "holdfast-bench-"));
  const log = openSync(join(folder, "log.ndjson"), "a");
  let post: Post = () => Promise.reject(new Error("nobody is rung before the server listens"));
  const reps = openReps(() => post, options.talkMs, options.left ?? (() => undefined));
  const api = await restApi(reps.asked);
  const { told = false, dataDir = join(folder, "data") } = options;
  const opened = { dataDir, told, apiUrl: api.url, routing: routing(options.reps) };
  const server = await startServer("holdfast", opened, log);
  post = poster(server.port);
  await reps.signIn(options.reps);
  if (!Number.isFinite(options.talkMs)) await occupy(options.reps, reps, post);
  return {
    server,
    post,
    reps,
    async close() {
      reps.stop();
      await server.stop();
      api.close();
      closeSync(log);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Numbers of callers that nobody else has. */
const first = 900_000;

/** Every rep is taken by a caller who never stops talking: from here on all others wait. */
async function occupy(count: number, reps: Reps, post: Post): Promise<void> {
  for (let at = 0; at < count; at++) await joinLine(first + at, post);
  while (reps.taken() < count) await pass(50);
}
