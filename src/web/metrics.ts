import { Router } from "express";
import { Counter, Gauge, Histogram, Registry } from "prom-client";
import { paths } from "./paths.ts";

/** What Holdfast counts of itself, by the names that Prometheus reads. Each app has its own: nothing is global. */
export type Metrics = {
  readonly registry: Registry;
  /** A webhook was answered; `route` is a path of paths.ts, never the URL itself. */
  readonly webhook: (route: string, status: number, seconds: number) => void;
  readonly webhookRefused: (why: string) => void;
  readonly callEnded: (outcome: string) => void;
  /** A number is not rung back, and why. */
  readonly numberRefused: (why: string) => void;
  /** An effect was attempted; `outcome` is `done`, `retry` or `gave-up`. */
  readonly effect: (what: string, outcome: string) => void;
  /** The end-of-day check has found something amiss with a return call. */
  readonly callbackAmiss: (what: string) => void;
};

/** What is measured when it is asked for: callers waiting by queue, and reps by state. */
export type Gauged = {
  readonly waiting: () => Readonly<Record<string, number>>;
  readonly reps: () => Readonly<Record<string, number>>;
};

const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15];

function gauge(registry: Registry, name: string, help: string, label: string, read: Gauged[keyof Gauged]) {
  return new Gauge({
    name,
    help,
    labelNames: [label],
    registers: [registry],
    collect() {
      this.reset();
      for (const [value, count] of Object.entries(read())) this.set({ [label]: value }, count);
    },
  });
}

export function metricsOf(gauged: Gauged): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const counter = <L extends string>(name: string, help: string, labelNames: readonly L[]) =>
    new Counter({ name, help, labelNames, registers });

  const webhooks = counter("holdfast_webhooks_total", "Webhooks answered", ["route", "status"]);
  const refused = counter("holdfast_webhook_refused_total", "Webhooks refused before any work", ["why"]);
  const calls = counter("holdfast_calls_total", "Calls ended, by how they ended for the caller", ["outcome"]);
  const numbers = counter("holdfast_numbers_refused_total", "Numbers that are not rung back, by why", ["why"]);
  const effects = counter("holdfast_effects_total", "Effects attempted, by how the attempt ended", ["do", "outcome"]);
  const amiss = counter("holdfast_callbacks_amiss_total", "Return calls found amiss by the end-of-day check", ["what"]);
  const seconds = new Histogram({
    name: "holdfast_webhook_seconds",
    help: "Time to answer a webhook",
    labelNames: ["route"],
    buckets,
    registers,
  });
  gauge(registry, "holdfast_calls_waiting", "Callers waiting now", "queue", gauged.waiting);
  gauge(registry, "holdfast_reps", "Reps by state", "state", gauged.reps);

  return {
    registry,
    webhook: (route, status, took) => {
      webhooks.inc({ route, status });
      seconds.observe({ route }, took);
    },
    webhookRefused: (why) => refused.inc({ why }),
    callEnded: (outcome) => calls.inc({ outcome }),
    numberRefused: (why) => numbers.inc({ why }),
    effect: (what, outcome) => effects.inc({ do: what, outcome }),
    callbackAmiss: (what) => amiss.inc({ what }),
  };
}

/** `/metrics`, in the format that Prometheus reads. */
export function metricsRouter({ registry }: Metrics): Router {
  const router = Router();
  router.get(paths.metrics, async (_request, response) => {
    response.type(registry.contentType).send(await registry.metrics());
  });
  return router;
}
