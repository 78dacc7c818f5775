import type { RequestListener } from "node:http";
import express, { type Express, type RequestHandler } from "express";
import type { Router } from "express";
import type { Metrics } from "./metrics.ts";
import { metricsRouter } from "./metrics.ts";
import { errorHandler, notFound, type ErrorOptions } from "./errors.ts";
import { browserHeaders } from "./headers.ts";
import { numberUrls, paths } from "./paths.ts";
import { afterApology } from "./sorry.ts";
import { turnListener, type Turn } from "./turns.ts";
import { throughDoor, type Door } from "./twilio-door.ts";
import type { Webhook } from "./webhook.ts";

export type AppOptions = {
  readonly door: Door;
  readonly turn: Turn;
  /** What comes past the door: what is wrong with its signature is the question. */
  readonly pastDoor: Router;
  /** Everything else behind the door: what Twilio signs. */
  readonly webhooks: readonly Webhook[];
  readonly open: readonly Router[];
  readonly audio: readonly Router[];
  readonly metrics: Metrics;
  readonly errors: ErrorOptions;
};

/** The app's HTTP side: turns first, and all else by Express. */
export function webApp(options: AppOptions): RequestListener {
  const answered = turnListener(options);
  const app = allElse(options);
  return (request, response) => {
    if (!answered(request, response)) app(request, response);
  };
}

/** The door before everything under /twilio, audio, health and metrics, and one error handler. */
function allElse({ door, pastDoor, webhooks, open, audio, metrics, errors }: AppOptions): Express {
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  // Who asks is told by the proxy in front, where there is one: it has an address of this machine or this network.
  app.set("trust proxy", ["loopback", "linklocal", "uniquelocal"]);
  app.use(pastDoor);
  // As a route, not as middleware under a prefix: Express rewrites the URL for each of those, there and back.
  app.all(/^\/twilio(\/|$)/i, measured(metrics), throughDoor(door));
  for (const { path, answer } of webhooks) app.post(path, answer);
  app.post(paths.apology, afterApology(errors.log, numberUrls(errors.publicUrl).apology));
  app.use("/audio", ...audio);
  app.use(browserHeaders(errors.publicUrl));
  for (const router of open) app.use(router);
  app.use(metricsRouter(metrics));
  app.use(notFound(errors));
  app.use(errorHandler(errors));
  return app;
}

/** Times every webhook by its kind, never by its URL. */
function measured(metrics: Metrics): RequestHandler {
  return (request, response, next) => {
    const began = performance.now();
    const { path } = request;
    response.on("finish", () => {
      const behind = path.slice("/twilio/".length);
      const route = behind.startsWith("leg/") ? "leg" : behind;
      metrics.webhook(known.has(route) ? route : "other", response.statusCode, (performance.now() - began) / 1_000);
    });
    next();
  };
}

const known = new Set(["leg", "voice", "voice/fallback", "status", "sms", "room", "apology"]);
