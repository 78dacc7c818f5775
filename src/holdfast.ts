import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Logger } from "pino";
import { sentence } from "./routing/prompts.ts";
import { readRouting, type RoutingFault } from "./routing/check.ts";
import { openLowdb } from "./store/lowdb.ts";
import { phoneLine } from "./twilio/line.ts";
import { oneASecond } from "./twilio/pace.ts";
import { signatureChecker } from "./twilio/signature.ts";
import { webApp } from "./web/app.ts";
import { openAudio } from "./web/audio.ts";
import { healthRouter } from "./web/health.ts";
import { metricsOf } from "./web/metrics.ts";
import { numberUrls, urlsOf } from "./web/paths.ts";
import { roomRouter } from "./web/room.ts";
import { textsRouter } from "./web/texts.ts";
import { twilioDoor } from "./web/twilio-door.ts";
import { voiceRouter } from "./web/voice.ts";
import { openActivity } from "./work/activity.ts";
import { openBoard } from "./work/board.ts";
import { openCalls } from "./work/calls.ts";
import type { Clock } from "./work/clock.ts";
import { noteRep } from "./work/memory.ts";
import { perform } from "./work/perform.ts";
import { reconcile } from "./work/reconcile.ts";
import { openRoutings, versionOf } from "./work/routings.ts";
import { startWorker, type Worker } from "./work/worker.ts";

export type HoldfastOptions = {
  readonly clock: Clock;
  readonly log: Logger;
  readonly port: number;
  /** The address at which Twilio reaches us; a function where it follows from the port that was given. */
  readonly publicUrl: string | ((port: number) => string);
  readonly account: {
    readonly sid: string;
    readonly authTokens: readonly [string, ...string[]];
    readonly apiUrl?: string;
  };
  /** The parsed JSON of the routing config. */
  readonly routing: unknown;
  readonly dataDir: string;
  readonly audioDir: string;
  /** The address to listen on; all of them where unset. */
  readonly host?: string;
  readonly sync?: (fd: number) => Promise<void>;
};

/** A running Holdfast. */
export type Holdfast = {
  readonly port: number;
  readonly publicUrl: string;
  /** What each number of the account is to be pointed at. */
  readonly urls: ReturnType<typeof numberUrls>;
  readonly store: Awaited<ReturnType<typeof openLowdb>>;
  /** Pieces of work being done now, and a promise for when there are none. */
  readonly busy: () => number;
  readonly idle: () => Promise<void>;
  /** Answers what is on its way, then stops. */
  readonly close: () => Promise<void>;
};

/** The routing config does not hold. */
export class RoutingUnusable extends Error {
  readonly faults: readonly RoutingFault[];
  constructor(faults: readonly RoutingFault[]) {
    super(faults.map(({ path, sentence: words }) => `${path}: ${words}`).join("\n"));
    this.name = "RoutingUnusable";
    this.faults = faults;
  }
}

/** Wires everything and listens. Throws RoutingUnusable and StoreUnusable before anything is changed. */
export async function openHoldfast(options: HoldfastOptions): Promise<Holdfast> {
  const { clock, log, account } = options;
  const now = () => clock.now();
  const shelf = await openAudio(options.audioDir);
  const tracks = Object.fromEntries(shelf.tracks.map((track) => [track.id, track]));
  const read = readRouting(options.routing, versionOf(options.routing), { tracks: Object.keys(tracks) });
  if ("faults" in read) throw new RoutingUnusable(read.faults);
  const { routing } = read;

  const server = createServer();
  const { sync } = options;
  const store = await openLowdb({
    folder: options.dataDir,
    now,
    onFailing: (why) => log.fatal({ why }, "nothing can be made durable: callers are routed on, nothing is promised"),
    ...(sync ? { sync } : {}),
  });
  for (const note of store.notes) log.warn(note);
  const port = await listen(server, options.port, options.host);
  const publicUrl = typeof options.publicUrl === "string" ? options.publicUrl : options.publicUrl(port);
  const urls = (call: string) => urlsOf(publicUrl, call, (track) => tracks[track]?.hash ?? "");

  const activity = openActivity(clock);
  const routings = await openRoutings(store, routing, options.routing);
  const board = await openBoard({ store, routing, tracks, now });
  const metrics = metricsOf({ waiting: board.waitingByQueue, reps: board.repsByState });
  const [authToken] = account.authTokens;
  const line = phoneLine({
    accountSid: account.sid,
    authToken,
    pace: oneASecond(activity.resting),
    ...(account.apiUrl === undefined ? {} : { apiUrl: account.apiUrl }),
  });
  let worker: Worker | undefined;
  const calls = openCalls({
    store,
    board,
    routings,
    now,
    log,
    ended: (call) => metrics.callEnded(call.at === "ended" ? call.outcome : call.at),
    decided: () => worker?.poke(),
  });
  const restUrls = {
    next: (call: string, leg: Parameters<ReturnType<typeof urls>["leg"]>[0], turn: number) =>
      urls(call).turn({ asked: "next", leg, turn }),
    rung: (call: string, leg: Parameters<ReturnType<typeof urls>["leg"]>[0]) =>
      urls(call).turn({ asked: "rung", leg, turn: 0 }),
    held: (call: string, turn: number) => urls(call).turn({ asked: "held", leg: "caller", turn }),
    leg: (call: string, leg: Parameters<ReturnType<typeof urls>["leg"]>[0]) => urls(call).leg(leg),
  };
  const asking = reconcile({ board, calls, line, clock, activity, log });
  // Before anybody is rung: who is still there. Not for long, for the line must be answered.
  await Promise.race([asking.round(), new Promise((resolve) => setTimeout(resolve, 3_000).unref())]);
  worker = startWorker({
    store,
    board,
    calls,
    routing,
    clock,
    activity,
    log,
    perform: (effect) => perform(effect, { store, calls, line, routings, urls: restUrls, clock }),
    settled: ({ effect }, { outcome }) => metrics.effect(effect.do, outcome),
  });
  const stopAsking = asking.start();

  const app = webApp({
    door: twilioDoor(signatureChecker(account.authTokens, publicUrl), metrics.webhookRefused),
    twilio: [
      voiceRouter({ calls, store, board, routing, urls, now }),
      textsRouter({ routing, noteRep: (rep, did) => noteRep(store, { rep, did }, routing, now()) }),
      roomRouter(publicUrl, shelf.tracks),
    ],
    open: [
      healthRouter([
        { name: "store", check: () => conditionOf(store.condition()) },
        { name: "routing", check: () => ({ ok: true }) },
      ]),
    ],
    audio: shelf.router,
    metrics,
    errors: {
      log,
      publicUrl,
      apology: () => ({
        sentence: sentence(routing, routing.business.language, "apology"),
        number: routing.business.fallbackNumber,
        then: numberUrls(publicUrl).apology,
        urls: urls(""),
      }),
    },
  });
  server.on("request", app);

  return {
    port,
    publicUrl,
    urls: numberUrls(publicUrl),
    store,
    busy: activity.busy,
    idle: activity.idle,
    async close() {
      await stopServing(server);
      stopAsking();
      await worker?.stop();
      board.close();
      await store.close();
    },
  };
}

function conditionOf(condition: ReturnType<Holdfast["store"]["condition"]>) {
  return condition.state === "ok" ? ({ ok: true } as const) : ({ ok: false, why: condition.why } as const);
}

function listen(server: Server, port: number, host: string | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, ...(host === undefined ? {} : { host }) }, () => {
      server.off("error", reject);
      // A webhook must be answered within 15 seconds; slower headers are nobody we serve.
      server.requestTimeout = 15_000;
      server.headersTimeout = 10_000;
      resolve((server.address() as AddressInfo).port);
    });
  });
}

/** No new connections; requests on their way are answered, and idle connections closed. */
function stopServing(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}
