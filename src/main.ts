import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { flushCompileCache } from "node:module";
import type { Demo } from "./demo.ts";
import { readEnvironment, withKeptAccount, type Environment } from "./environment.ts";
import { openHoldfast, RoutingUnusable, type Holdfast } from "./holdfast.ts";
import { hasBrowser, openInBrowser } from "./in-browser.ts";
import { createLog } from "./log.ts";
import { RoutingSchema } from "./routing/routing.ts";
import { readConnection } from "./store/connection.ts";
import { StoreUnusable } from "./store/lowdb.ts";
import { demoScreen, liveScreen } from "./welcome.ts";
import { machineClock } from "./work/clock.ts";

/** Says what is wrong and what to do, and ends. */
function refuse(headline: string, faults: readonly string[]): never {
  process.stderr.write(`${headline}\n${faults.map((fault) => `  - ${fault}\n`).join("")}`);
  process.exit(1);
}

async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, "utf8").catch((error: Error) =>
    refuse(`The routing file cannot be read. Set ROUTING_FILE, or put it where it is looked for.`, [error.message]),
  );
  try {
    return JSON.parse(text);
  } catch (error) {
    return refuse(`${file} is not JSON.`, [error instanceof Error ? error.message : String(error)]);
  }
}

if (existsSync(".env")) process.loadEnvFile(".env");
const connected = await readConnection(process.env["DATA_DIR"]?.trim() || "data").catch((error: unknown) =>
  error instanceof StoreUnusable
    ? refuse("The data cannot be used; nothing was changed.", [error.message])
    : portTaken(error),
);
const { variables, accountFrom } = withKeptAccount(process.env, connected.account);
const read = readEnvironment(variables);
if ("faults" in read) refuse("Holdfast cannot start with this environment:", read.faults);
const { environment } = read;
const file = await readJson(environment.routingFile);
// With an account the exchange is not needed, and it is a third of all that there is to load.
const playing = environment.account ? undefined : await import("./demo.ts");
const demo = await playing?.openDemo(environment.port + 1).catch(portTaken);
const routing = playing ? playing.alwaysOpen(file) : file;
const holdfast = await open(environment, demo, routing);
const { lines, reps } = RoutingSchema.parse(routing);
if (demo) playing?.pointNumbers(demo.exchange, lines, holdfast.urls);
process.stdout.write(
  demo ? demoScreen(lines, reps, holdfast, demo.exchange.url) : liveScreen(lines, holdfast, environment),
);

if (demo && hasBrowser(process.env, process.platform, process.stdout.isTTY))
  await openInBrowser(`${holdfast.publicUrl}/phone`);

// Not left to the end of the process, for that may be a crash.
flushCompileCache();

for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void stop());

async function open(env: Environment, played: Demo | undefined, source: unknown): Promise<Holdfast> {
  const account = played?.account ?? env.account;
  if (!account) throw new Error("neither an account nor a demo: one of them was made above");
  return openHoldfast({
    clock: played?.clock ?? machineClock,
    log: createLog(played && process.env["LOG_LEVEL"] === undefined ? "warn" : env.logLevel),
    port: env.port,
    publicUrl: env.publicUrl,
    account,
    accountFrom,
    routing: source,
    dataDir: env.dataDir,
    audioDir: "audio",
    pagesDir: "node_modules/.cache/holdfast/pages",
    ...(env.smtpUrl === undefined ? {} : { smtpUrl: env.smtpUrl }),
    ...(env.oidc === undefined ? {} : { oidc: env.oidc }),
    ...(played && playing
      ? { host: "127.0.0.1", demo: true, beside: [playing.telephones(played, env.routingFile)] }
      : {}),
  }).catch((error: unknown) => {
    if (error instanceof RoutingUnusable)
      refuse(
        `${env.routingFile} does not hold. Mend this and start again:`,
        error.faults.map(({ path, sentence }) => `${path}: ${sentence}`),
      );
    if (error instanceof StoreUnusable) refuse("The data cannot be used; nothing was changed.", [error.message]);
    return portTaken(error);
  });
}

function portTaken(error: unknown): never {
  if (error instanceof Error && "code" in error && error.code === "EADDRINUSE")
    refuse("A port is in use already.", [
      "Stop what uses it, or set PORT to another; demo mode uses the next one too.",
    ]);
  throw error;
}

/** Answers what is on its way, then ends. A second signal ends at once. */
async function stop(): Promise<void> {
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
  await demo?.exchange.close();
  await holdfast.close();
  process.exit(0);
}
