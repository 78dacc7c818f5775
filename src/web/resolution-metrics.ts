import { Counter, type Registry } from "prom-client";
import { isResolvedAtFirst } from "../report/first-call-resolution.ts";
import type { Store } from "../store/store.ts";

/** What Prometheus reads of cases: those that are over, and whether the first call had resolved them. Returns the way to stop counting. */
export function resolutionMetrics(registry: Registry, store: Pick<Store, "watch">): () => void {
  const cases = new Counter({
    name: "holdfast_cases_total",
    help: "Cases that are over, by queue; at_first: resolved in the first conversation. First-call resolution is yes ÷ (yes + no)",
    labelNames: ["queue", "at_first"],
    registers: [registry],
  });
  return store.watch("resolution", (_id, _open, closed) => {
    if (closed) cases.inc({ queue: closed.queue, at_first: isResolvedAtFirst(closed) ? "yes" : "no" });
  });
}
