import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, get } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pass } from "node:timers/promises";
import { account, publicUrl } from "./account.ts";
import { fillLine } from "./callers.ts";
import { startOptions } from "./child.ts";
import { onServersCore } from "./conditions.ts";
import { figure, spread } from "./figures.ts";
import { table } from "./table.ts";
import { restApi } from "./twilio.ts";
import { openWorld } from "./world.ts";

/** From the start of the process, as `npm start` starts it, until /readyz says ready. */
export async function startBench(quick: boolean): Promise<string> {
  const [open, rounds] = quick ? [2_000, 3] : [10_000, 7];
  const above = mkdtempSync(join(tmpdir(), "holdfast-bench-"));
  const api = await restApi({ ring: () => account.sid, move: () => undefined, end: () => undefined });
  try {
    const full = join(above, "full");
    const world = await openWorld({ reps: 1, talkMs: Infinity, dataDir: full });
    await fillLine(0, open, world.post);
    await world.close();
    // What the first start after a change compiles is read by all later ones.
    await untilReady(join(above, "first"), api.url, "SIGTERM");
    const found = [0, open].map((calls) => ({ calls, times: [] as number[] }));
    for (let round = 0; round < rounds; round++)
      for (const { calls, times } of round % 2 === 0 ? found : found.toReversed()) {
        const dataDir = join(above, `${calls}-${round}`);
        if (calls > 0) cpSync(full, dataDir, { recursive: true });
        times.push(await untilReady(dataDir, api.url));
        rmSync(dataDir, { recursive: true, force: true });
      }
    return [
      "## Start",
      `From the start of the process (as \`npm start\` starts it, live mode) until \`/readyz\` says ready, ${rounds} times each, after a first start that is not counted: it compiles, and the others read what was compiled; below 1,000 ms is wanted. Twilio, who is asked after the open calls, answers at once.`,
      table(found.map(({ calls, times }) => ({ "open calls": figure(calls), "ready after ms": spread(times) }))),
    ].join("\n\n");
  } finally {
    api.close();
    rmSync(above, { recursive: true, force: true });
  }
}

async function untilReady(dataDir: string, apiUrl: string, end: "SIGTERM" | "SIGKILL" = "SIGKILL"): Promise<number> {
  const port = await freePort();
  const [command, ...args] = onServersCore([process.execPath, ...startOptions(), "src/main.ts"]);
  const began = performance.now();
  const child = spawn(command, args, {
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      PATH: process.env["PATH"],
      PORT: String(port),
      PUBLIC_URL: publicUrl,
      TWILIO_ACCOUNT_SID: account.sid,
      TWILIO_AUTH_TOKEN: account.token,
      TWILIO_API_URL: apiUrl,
      DATA_DIR: dataDir,
      LOG_LEVEL: "info",
    },
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  while (!(await isReady(port))) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    await pass(2);
  }
  const took = performance.now() - began;
  child.kill(end);
  await ended;
  return took;
}

function isReady(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    get({ port, host: "127.0.0.1", path: "/readyz", agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    }).on("error", () => resolve(false));
  });
}

/** A port that nobody listens on. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
