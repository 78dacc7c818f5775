import type { Router } from "express";
import type { RequestListener } from "node:http";
import type { Logger } from "pino";
import { sentence } from "./routing/prompts.ts";
import type { Instant, Routing } from "./routing/routing.ts";
import type { Condition, Store } from "./store/store.ts";
import type { PhoneLine } from "./twilio/line.ts";
import type { CallUrls } from "./twilio/urls.ts";
import { webApp } from "./web/app.ts";
import type { AudioShelf } from "./web/audio.ts";
import { healthRouter, type Health } from "./web/health.ts";
import type { Metrics } from "./web/metrics.ts";
import { numberUrls, receiptUrl } from "./web/paths.ts";
import { roomWebhook } from "./web/room.ts";
import { textsWebhook } from "./web/texts.ts";
import type { Door } from "./web/twilio-door.ts";
import { voiceTurn } from "./web/voice-turn.ts";
import { voiceWebhooks } from "./web/voice.ts";
import type { Activity } from "./work/activity.ts";
import type { Clock } from "./work/clock.ts";
import { openOffice, type Office } from "./work/office.ts";
import { openPost, senderOf, type Post } from "./work/post.ts";
import type { Routings } from "./work/routings.ts";

/** What stays the same whatever routing is in force. */
export type Ground = {
  readonly clock: Clock;
  readonly activity: Activity;
  /** Since when this process has answered. */
  readonly upSince: Instant;
  readonly log: Logger;
  readonly store: Store;
  readonly line: PhoneLine;
  readonly shelf: AudioShelf;
  readonly publicUrl: string;
  readonly urls: (call: string) => CallUrls;
  readonly smtpUrl?: string;
  readonly metrics: Metrics;
  readonly door: Door;
  readonly pastDoor: Router;
  readonly audio: readonly Router[];
};

/** A routing in force, and the office that works by it. */
export type InForce = {
  readonly routing: Routing;
  readonly office: Office;
  /** Unset: no mail is sent. */
  readonly post: Post | undefined;
  /** Lets the worker begin. `first`: we have only just started, and ask who is still there. */
  readonly start: (first: boolean) => Promise<void>;
  readonly stop: () => Promise<void>;
};

/**
 * Opens an office by a routing over what is stored: nothing that it knows is anywhere else, so that one office follows on
 * another as a process follows on one before. `before`: the routings that calls may still keep.
 */
export async function openInForce(
  ground: Ground,
  { routing, source, before }: { readonly routing: Routing; readonly source: unknown; readonly before?: Routings },
): Promise<InForce> {
  const { clock, activity, log, store, line, shelf, publicUrl, urls, smtpUrl, metrics } = ground;
  const post =
    smtpUrl === undefined ? undefined : openPost({ smtpUrl, from: senderOf(smtpUrl, routing.business.email) });
  const office = await openOffice({
    store,
    routing,
    source,
    ...(before === undefined ? {} : { before }),
    tracks: Object.fromEntries(shelf.tracks.map((track) => [track.id, track])),
    interludes: shelf.interludes,
    line,
    ...(post === undefined ? {} : { post }),
    urls,
    receiptUrl: (code) => receiptUrl(publicUrl, code),
    clock,
    upSince: ground.upSince,
    activity,
    log,
    callEnded: (outcome) => metrics.callEnded(outcome),
    numberRefused: (why) => metrics.numberRefused(why),
    effectSettled: (what, outcome) => metrics.effect(what, outcome),
    foundAmiss: (what) => metrics.callbackAmiss(what),
  });
  return {
    routing,
    office,
    post,
    start: (first) => office.start(first),
    async stop() {
      await office.stop();
      post?.close();
    },
  };
}

/** The app that answers by a routing in force; `open` is what is served beside calls. */
export function appOf(ground: Ground, { routing, office }: InForce, open: readonly Router[]): RequestListener {
  const { log, store, shelf, publicUrl, urls, metrics, door, pastDoor, audio } = ground;
  const { calls, board, texts } = office;
  const apology = () => ({
    sentence: sentence(routing, routing.business.language, "apology"),
    number: routing.business.fallbackNumber,
    then: numberUrls(publicUrl).apology,
    urls: urls(""),
  });
  const voice = { calls, store, board, routing, urls };
  return webApp({
    door,
    pastDoor,
    turn: voiceTurn(voice),
    webhooks: [...voiceWebhooks(voice), textsWebhook(texts), roomWebhook(publicUrl, shelf.tracks)],
    open: [healthRouter([{ name: "store", check: () => healthOf(store.condition()) }]), ...open],
    audio,
    metrics,
    errors: { log, publicUrl, apology },
  });
}

function healthOf(condition: Condition): Health {
  return condition.state === "ok" ? { ok: true } : { ok: false, why: condition.why };
}
