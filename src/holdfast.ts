import { join } from "node:path";
import type { Router } from "express";
import type { Logger } from "pino";
import { keptTracks } from "./audio/kept.ts";
import { readRouting, type RoutingFault } from "./routing/check.ts";
import { sentence } from "./routing/prompts.ts";
import type { Condition } from "./store/store.ts";
import { openLowdb, type LowdbOptions, type LowdbStore } from "./store/lowdb.ts";
import { phoneLine } from "./twilio/line.ts";
import { oneASecond } from "./twilio/pace.ts";
import { signatureChecker } from "./twilio/signature.ts";
import { doorBy } from "./web/api/operation.ts";
import { webApp } from "./web/app.ts";
import { audioApiRouter } from "./web/audio-api.ts";
import { openAudio } from "./web/audio.ts";
import { callbackMetrics } from "./web/callback-metrics.ts";
import { callbackRouters } from "./web/callback-routers.ts";
import { healthRouter, type Health } from "./web/health.ts";
import { metricsOf, type Metrics } from "./web/metrics.ts";
import { pagesRouter } from "./web/pages.ts";
import { numberUrls, receiptUrl, urlsOf } from "./web/paths.ts";
import { openAccess } from "./web/people/access.ts";
import { openRecorded } from "./web/recorded.ts";
import { resolutionMetrics } from "./web/resolution-metrics.ts";
import { resolutionReportRouter } from "./web/resolution-report.ts";
import { roomWebhook } from "./web/room.ts";
import { saidRouter, sealWith } from "./web/said.ts";
import { listen } from "./web/server.ts";
import { textsWebhook } from "./web/texts.ts";
import { twilioDoor } from "./web/twilio-door.ts";
import { openUploadedMusic } from "./web/uploaded-music.ts";
import { voiceTurn, voiceWebhooks } from "./web/voice.ts";
import { openActivity } from "./work/activity.ts";
import type { Callbacks } from "./work/callbacks.ts";
import type { Clock } from "./work/clock.ts";
import { openPost, senderOf } from "./work/post.ts";
import { openOffice, type Office } from "./work/office.ts";
import { versionOf } from "./work/routings.ts";

export type HoldfastOptions = {
  readonly clock: Clock;
  readonly log: Logger;
  readonly port: number;
  /** The address to listen on; all of them where unset. */
  readonly host?: string;
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
  /** Demo mode: only this machine reaches us, and whoever sits at it is the admin. */
  readonly demo?: boolean;
  /** Where the admin's pages lie, built; unset, there are none. */
  readonly pagesDir?: string;
  /** What is served beside all else: in demo mode the telephones. */
  readonly beside?: readonly Router[];
  /** The mail server, such as `smtps://name:password@mail.example.com`. Unset: no mail is sent. */
  readonly smtpUrl?: string;
  /** How the store puts a file on the disk itself: in tests, a disk that fails. */
  readonly sync?: NonNullable<LowdbOptions["sync"]>;
  /** How long changes to the store wait for each other, in milliseconds: in a simulation, whose time is not ours, not at all. */
  readonly breath?: NonNullable<LowdbOptions["breath"]>;
};

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

/** Wires everything and listens. Throws RoutingUnusable and StoreUnusable before anything is changed. */
export async function openHoldfast(options: HoldfastOptions): Promise<Holdfast> {
  const { clock, log, account } = options;
  const uploadsDir = join(options.dataDir, "audio");
  const kept = await keptTracks(uploadsDir);
  const shelf = await openAudio(options.audioDir, kept.tracks);
  const tracks = Object.fromEntries(shelf.tracks.map((track) => [track.id, track]));
  const recorded = await openRecorded(join(options.audioDir, "recorded"));
  const retired = new Set(kept.tracks.flatMap((track) => (track.retired ? [track.entry.id] : [])));
  const offered = Object.keys(tracks).filter((id) => !retired.has(id));
  const facts = { tracks: offered, recordings: recorded.files };
  const read = readRouting(options.routing, versionOf(options.routing), facts);
  if ("faults" in read) throw new RoutingUnusable(read.faults);
  const { routing } = read;

  const store = await openStore(options);
  const server = await listen(options.port, options.host).catch(async (error: unknown) => {
    await store.close();
    throw error;
  });
  const publicUrl = typeof options.publicUrl === "string" ? options.publicUrl : options.publicUrl(server.port);
  const hashes = new Map([...shelf.tracks, ...shelf.interludes].map(({ id, hash }) => [id, hash]));
  const seal = sealWith(account.authTokens[0]);
  const urls = (call: string) => urlsOf(publicUrl, call, (track) => hashes.get(track) ?? "", seal);
  const activity = openActivity(clock);
  const line = phoneLine({
    accountSid: account.sid,
    authToken: account.authTokens[0],
    pace: oneASecond(activity.resting),
    ...(account.apiUrl === undefined ? {} : { apiUrl: account.apiUrl }),
  });
  const { smtpUrl } = options;
  const post =
    smtpUrl === undefined ? undefined : openPost({ smtpUrl, from: senderOf(smtpUrl, routing.business.email) });
  const office: Office = await openOffice({
    store,
    routing,
    source: options.routing,
    tracks,
    interludes: shelf.interludes,
    line,
    ...(post === undefined ? {} : { post }),
    urls,
    receiptUrl: (code) => receiptUrl(publicUrl, code),
    clock,
    activity,
    log,
    callEnded: (outcome) => metrics.callEnded(outcome),
    numberRefused: (why) => metrics.numberRefused(why),
    effectSettled: (what, outcome) => metrics.effect(what, outcome),
    foundAmiss: (what) => metrics.callbackAmiss(what),
  });
  const metrics: Metrics = metricsOf({ waiting: office.board.waitingByQueue, reps: office.board.repsByState });
  const stopCounting = [
    await callbackMetrics(metrics.registry, { store, ledger: office.ledger, now: () => clock.now() }),
    resolutionMetrics(metrics.registry, store),
  ];
  const { calls, board, askedTracks: asked } = office;
  const now = () => clock.now();
  const access = await openAccess({ store, publicUrl, demo: options.demo ?? false, routing: () => routing, post, now });
  const door = doorBy(access.admit);
  const music = await openUploadedMusic({ folder: uploadsDir, kept, shelf, asked, log });
  const stopListening = store.watch("call", (_id, _open, closed) => closed && music.callEnded());
  const playedIn = (track: string) =>
    Object.keys(routing.queues).filter((id) => routing.queues[id]?.music.includes(track));
  const apology = () => ({
    sentence: sentence(routing, routing.business.language, "apology"),
    number: routing.business.fallbackNumber,
    then: numberUrls(publicUrl).apology,
    urls: urls(""),
  });
  const voice = { calls, store, board, routing, urls };
  server.serve(
    webApp({
      door: twilioDoor(signatureChecker(account.authTokens, publicUrl), metrics.webhookRefused),
      turn: voiceTurn(voice),
      webhooks: [...voiceWebhooks(voice), textsWebhook(office.texts), roomWebhook(publicUrl, shelf.tracks)],
      open: [
        healthRouter([{ name: "store", check: () => healthOf(store.condition()) }]),
        access.router,
        ...(await callbackRouters({ door, office, store, routing, publicUrl, now })),
        resolutionReportRouter({ door, store, routing, now }),
        audioApiRouter({ ...music, door, shipped: shelf.shipped, playedIn }),
        ...(options.beside ?? []),
        ...(options.pagesDir === undefined
          ? []
          : [pagesRouter({ folder: options.pagesDir, demo: options.demo === true })]),
      ],
      audio: [shelf.router, recorded.router, saidRouter(line, seal)],
      metrics,
      errors: { log, publicUrl, apology },
    }),
  );
  await office.start();

  return {
    port: server.port,
    publicUrl,
    urls: numberUrls(publicUrl),
    store,
    ...(access.firstLink === undefined ? {} : { firstLink: access.firstLink }),
    callbacks: office.callbacks,
    busy: activity.busy,
    idle: activity.idle,
    async close() {
      const stopped = server.stop();
      await music.uploads.close();
      await stopped;
      for (const stop of [...stopCounting, stopListening]) stop();
      await office.stop();
      post?.close();
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

function healthOf(condition: Condition): Health {
  return condition.state === "ok" ? { ok: true } : { ok: false, why: condition.why };
}
