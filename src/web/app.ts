import express, { type Express, type RequestHandler } from "express";
import type { Router } from "express";
import type { Metrics } from "./metrics.ts";
import { metricsRouter } from "./metrics.ts";
import { errorHandler, notFound, type ErrorOptions } from "./errors.ts";
import { numberUrls, paths } from "./paths.ts";
import { afterApology } from "./sorry.ts";

export type AppOptions = {
  readonly door: readonly RequestHandler[];
  /** Everything behind the door: what Twilio signs. */
  readonly twilio: readonly Router[];
  readonly open: readonly Router[];
  readonly audio: readonly Router[];
  readonly metrics: Metrics;
  readonly errors: ErrorOptions;
};

/** The app's HTTP side: the door before everything under /twilio, audio, health and metrics, and one error handler. */
export function webApp({ door, twilio, open, audio, metrics, errors }: AppOptions): Express {
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.use("/twilio", measured(metrics), ...door);
  for (const router of twilio) app.use(router);
  app.post(paths.apology, afterApology(errors.log, numberUrls(errors.publicUrl).apology));
  app.use("/audio", ...audio);
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
      const last = path.slice(path.lastIndexOf("/") + 1);
      const route = path.startsWith("/call/") ? `call/${last}` : path.startsWith("/leg/") ? "leg" : path.slice(1);
      metrics.webhook(known.has(route) ? route : "other", response.statusCode, (performance.now() - began) / 1_000);
    });
    next();
  };
}

const asked = ["answer", "wait", "left", "parted", "recorded", "next", "rung", "held"];
const known = new Set(
  ["leg", "voice", "voice/fallback", "status", "sms", "room", "apology"].concat(asked.map((one) => `call/${one}`)),
);
