import { Counter, Gauge, type Registry } from "prom-client";
import type { Ending } from "../callback/callback.ts";
import { isOverdue } from "../callback/schedule.ts";
import type { Store } from "../store/store.ts";
import { watchEndings } from "../work/endings.ts";
import type { Ledger } from "../work/ledger.ts";

type Options = { readonly store: Store; readonly ledger: Pick<Ledger, "all">; readonly now: () => number };

/** What Prometheus reads of return calls: open ones, overdue ones, and how promises ended. Returns the way to stop counting. */
export async function callbackMetrics(registry: Registry, { store, ledger, now }: Options): Promise<() => void> {
  const registers = [registry];
  const promises = new Counter({
    name: "holdfast_promises_total",
    help: "Promises of return calls, by how they ended; cause: why late or broken, what a kept one brought, who moved or cancelled it",
    labelNames: ["kind", "how", "cause"],
    registers,
  });
  counted(registry, "holdfast_callbacks", "Open return calls", ["kind", "state"], () =>
    Array.from(ledger.all(), ({ kind, state }) => ({ kind, state: state.at })),
  );
  const late = "Open return calls whose time has passed without the customer having been rung";
  counted(registry, "holdfast_callbacks_overdue", late, ["queue"], () =>
    Array.from(ledger.all()).flatMap((callback) => (isOverdue(callback, now()) ? [{ queue: callback.queue }] : [])),
  );
  return watchEndings(store, (ending, { kind }) => promises.inc({ kind, how: ending.how, cause: causeOf(ending) }));
}

type Labels = Readonly<Record<string, string>>;

/** A figure that is counted when it is asked for: so many with these labels. */
function counted(registry: Registry, name: string, help: string, labelNames: readonly string[], read: () => Labels[]) {
  return new Gauge({
    name,
    help,
    labelNames,
    registers: [registry],
    collect() {
      this.reset();
      for (const labels of read()) this.inc(labels);
    },
  });
}

function causeOf(ending: Ending): string {
  switch (ending.how) {
    case "kept":
      return ending.news ?? "spoken";
    case "moved":
    case "cancelled":
      return ending.by.who;
    case "late":
    case "broken":
      return ending.cause;
    default:
      return ending satisfies never;
  }
}
