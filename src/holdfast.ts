import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { lastingOperations, operationsBy } from "./admin-operations.ts";
import { keptTracks, retiredIn } from "./audio/kept.ts";
import type { RoutingFault } from "./routing/check.ts";
import { connecting } from "./connecting.ts";
import { appOf, openInForce, type Ground } from "./in-force.ts";
import type { HoldfastOptions } from "./holdfast-options.ts";
import type { Routing } from "./routing/routing.ts";
import { openLowdb, type LowdbStore } from "./store/lowdb.ts";
import { phoneLine } from "./twilio/line.ts";
import { oneASecond } from "./twilio/pace.ts";
import { signatureChecker } from "./twilio/signature.ts";
import { openAudio } from "./web/audio.ts";
import { callbackMetrics } from "./web/callback-metrics.ts";
import { callbackRouters } from "./web/callback-routers.ts";
import { metricsOf } from "./web/metrics.ts";
import { pagesRouter } from "./web/pages.ts";
import { numberUrls, urlsOf } from "./web/paths.ts";
import { openAccess } from "./web/people/access.ts";
import { openProofs } from "./web/proofs.ts";
import { openRecorded } from "./web/recorded.ts";
import { resolutionMetrics } from "./web/resolution-metrics.ts";
import { saidRouter, sealWith } from "./web/said.ts";
import { listen } from "./web/server.ts";
import { twilioDoor } from "./web/twilio-door.ts";
import { openUploadedMusic } from "./web/uploaded-music.ts";
import { openActivity } from "./work/activity.ts";
import type { Callbacks } from "./work/callbacks.ts";
import { editionAtStart, readSource } from "./work/editions.ts";
import { openFeed } from "./work/feed.ts";
import { openRoutingDesk } from "./work/routing-desk.ts";

/** A running Holdfast. */
export type Holdfast = {
  readonly port: number;
  readonly publicUrl: string;
  /** What each number of the account is to be pointed at. */
  readonly urls: ReturnType<typeof numberUrls>;
  readonly store: LowdbStore;
  /** The one-time link by which the first admin comes in; unset: there is a user already. */
  readonly firstLink?: string;
  /** The return calls that are owed, to be told what has happened. */
  readonly callbacks: Callbacks;
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

/** Wires everything and listens. Throws StoreUnusable before anything is changed, and RoutingUnusable before anybody is answered. */
export async function openHoldfast(options: HoldfastOptions): Promise<Holdfast> {
  const { clock, log, account } = options;
  const uploadsDir = join(options.dataDir, "audio");
  const kept = await keptTracks(uploadsDir);
  const shelf = await openAudio(options.audioDir, kept.tracks);
  const recorded = await openRecorded({
    laid: resolve(options.audioDir, "recorded"),
    kept: resolve(options.dataDir, "recorded"),
  });
  const retired = retiredIn(kept);
  let isOffered = (id: string) => !retired.has(id);
  const known = () => ({ tracks: shelf.tracks.map(({ id }) => id).filter(isOffered), recordings: recorded.files() });

  // Before anything is made, where nothing was ever published that could be in force instead.
  const file = readSource(options.routing, known());
  if ("faults" in file && !existsSync(options.dataDir)) throw new RoutingUnusable(file.faults);
  const store = await openStore(options);
  const orClose = async (error: unknown) => {
    await store.close();
    throw error;
  };
  const found = await editionAtStart(store, options.routing, known(), clock.now()).catch(orClose);
  if ("faults" in found) return orClose(new RoutingUnusable(found.faults));
  if (found.asDraft)
    log.warn("the routing file has changed since it was published over: it is the draft now, and not in force");
  const { edition, routing } = found.sound;
  const server = await listen(options.port, options.host).catch(orClose);
  const publicUrl = typeof options.publicUrl === "string" ? options.publicUrl : options.publicUrl(server.port);
  const seal = sealWith(account.authTokens[0]);
  const activity = openActivity(clock);
  const line = phoneLine({
    accountSid: account.sid,
    authToken: account.authTokens[0],
    pace: oneASecond(activity.resting),
    ...(account.apiUrl === undefined ? {} : { apiUrl: account.apiUrl }),
  });
  const office = () => inForce.office;
  const now = () => clock.now();
  const metrics = metricsOf({
    waiting: () => office().board.waitingByQueue(),
    reps: () => office().board.repsByState(),
  });
  const asked = () => office().askedTracks();
  const proofs = openProofs(publicUrl);
  const ground: Ground = {
    clock,
    activity,
    upSince: clock.now(),
    log,
    store,
    line,
    shelf,
    publicUrl,
    urls: (call) => urlsOf(publicUrl, call, shelf.hashOf, seal),
    ...(options.smtpUrl === undefined ? {} : { smtpUrl: options.smtpUrl }),
    metrics,
    pastDoor: proofs.router,
    door: twilioDoor(signatureChecker(account.authTokens, publicUrl), metrics.webhookRefused),
    audio: [shelf.router, recorded.router, saidRouter(line, seal)],
  };
  let inForce = await openInForce(ground, { routing, source: edition.source });
  const music = await openUploadedMusic({ folder: uploadsDir, kept, shelf, asked, log });
  const access = await openAccess({
    store,
    publicUrl,
    demo: options.demo ?? false,
    routing: () => inForce.routing,
    post: () => inForce.post,
    ...(options.oidc === undefined ? {} : { oidc: options.oidc }),
    log,
    now,
  });
  // A call keeps the routing that it began with, and so may yet play what is offered no longer.
  if ((await store.open("call")).length === 0) await recorded.clearOut();
  isOffered = (id) => music.isOffered(id);
  const stopCounting = [
    await callbackMetrics(metrics.registry, { store, ledger: { all: () => office().ledger.all() }, now }),
    resolutionMetrics(metrics.registry, store),
    store.watch("call", (_id, _open, closed) => closed && music.callEnded()),
  ];
  const desk = openRoutingDesk({ store, inForce: edition, known, putInForce, clock, activity, log });
  const feed = openFeed(store);
  const twilio = await connecting(options, { publicUrl, proofs, routing: () => inForce.routing }).catch(orClose);
  const admin = { store, clock, desk, feed, inForce: () => inForce, shelf, recorded, music, known, log };
  const lasting = access.routerOf([...lastingOperations(admin), ...twilio]);
  const pages =
    options.pagesDir === undefined ? [] : [pagesRouter({ folder: options.pagesDir, demo: options.demo === true })];
  const serve = async () => {
    server.serve(
      appOf(ground, inForce, [
        access.router,
        ...(await callbackRouters({ routerOf: access.routerOf, ...inForce, store, publicUrl, now })),
        access.routerOf(operationsBy(inForce.routing, admin)),
        lasting,
        ...(options.beside ?? []),
        ...pages,
      ]),
    );
  };
  await serve();
  await inForce.start(true);
  desk.start();

  /**
   * Another routing: a new office opens over what is stored, answers from the next request on, and the one before finishes what
   * it is doing. Calls keep the routing that they began with.
   */
  async function putInForce(another: Routing, source: unknown): Promise<void> {
    const before = inForce;
    inForce = await openInForce(ground, { routing: another, source, before: before.office.routings });
    await serve();
    // Not waited for: it may be in the middle of asking Twilio, and what it has claimed nobody else takes up.
    void before.stop().catch((error: unknown) => log.error({ err: error }, "the office before has not closed"));
    await inForce.start(false);
  }

  return {
    port: server.port,
    publicUrl,
    urls: numberUrls(publicUrl),
    store,
    ...(access.firstLink === undefined ? {} : { firstLink: access.firstLink }),
    get callbacks() {
      return office().callbacks;
    },
    busy: activity.busy,
    idle: activity.idle,
    async close() {
      const stopped = server.stop();
      await music.uploads.close();
      await stopped;
      for (const stop of stopCounting) stop();
      feed.close();
      desk.stop();
      await inForce.stop();
      await store.close();
    },
  };
}

async function openStore({ clock, log, dataDir, sync, breath }: HoldfastOptions): Promise<LowdbStore> {
  const store = await openLowdb({
    folder: dataDir,
    now: () => clock.now(),
    onFailing: (why) => log.fatal({ why }, "nothing can be made durable: callers are routed on, nothing is promised"),
    ...(sync ? { sync } : {}),
    ...(breath === undefined ? {} : { breath }),
  });
  for (const note of store.notes) log.warn(note);
  return store;
}
