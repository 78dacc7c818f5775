import { queryOptions, type QueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import type { FloorBody } from "../web/api/live.ts";
import { ask, demo } from "./api.ts";
import { emergencyQuery } from "./emergency.ts";
import { meQuery } from "./me.ts";
import { hearTime } from "./time.ts";

/** All lines, reps and return calls in one look. Times are ISO 8601. */
export type Floor = z.infer<typeof FloorBody>;

/** How everything stands. It is kept up by what the server tells; asked again now and then, for where it tells nothing. */
export const floorQuery = queryOptions({
  queryKey: ["floor"],
  queryFn: async () => heard((await ask("GET", "/api/floor")) as Floor),
  // Nothing tells that a demo's time goes faster from now on.
  refetchInterval: demo ? 5_000 : 30_000,
});

function heard(floor: Floor): Floor {
  hearTime(floor);
  return floor;
}

const routingListeners = new Set<() => void>();

/** Tells whenever the draft or what is in force has changed, by whomever, until the answer is called. */
export function onRoutingChange(seen: () => void): () => void {
  routingListeners.add(seen);
  return () => void routingListeners.delete(seen);
}

/** An event of the server, as it came. */
type Told = { readonly event: string; readonly data: string };
const events = ["floor", "change", "missed"] as const;

/** Milliseconds after which a stream that was refused is asked for again. */
const againAfter = 10_000;

/**
 * Keeps what is shown up with what the server tells, until the answer is called. A browser opens no more than six connections to a
 * server that is not behind HTTP/2, for all its windows together: one of them listens, and passes on to the others what it hears.
 */
export function followServer(queries: QueryClient): () => void {
  const leaving = new AbortController();
  const others = new BroadcastChannel("holdfast");
  const hear = hearerFor(queries);
  others.addEventListener("message", ({ data }: MessageEvent<Told>) => hear(data));
  // Where a page has no locks, for want of HTTPS, what is shown is asked for now and then.
  void (navigator.locks as LockManager | undefined)
    ?.request("holdfast-events", { signal: leaving.signal }, () =>
      listen({
        hear(told) {
          hear(told);
          // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is for its own origin alone
          others.postMessage(told);
        },
        // It may be that nobody is signed in any more: whoever is asked finds out.
        refused: () => void queries.fetchQuery({ ...meQuery, staleTime: 0, retry: false }).catch(() => undefined),
        signal: leaving.signal,
      }),
    )
    .catch((error: unknown) => {
      if (!leaving.signal.aborted) throw error;
    });
  return () => {
    leaving.abort();
    others.close();
  };
}

/** What is done with what the server tells. */
function hearerFor(queries: QueryClient): (told: Told) => void {
  const routingChanged = () => {
    void queries.invalidateQueries({ queryKey: ["routing"] });
    for (const seen of routingListeners) seen();
  };
  return ({ event, data }) => {
    if (event === "floor") queries.setQueryData(floorQuery.queryKey, heard(JSON.parse(data) as Floor));
    if (event === "missed") void queries.invalidateQueries();
    const { about } = event === "change" ? (JSON.parse(data) as { readonly about: string }) : {};
    if (event === "missed" || about === "draft" || about === "edition") routingChanged();
    if (about === "return-call") void queries.invalidateQueries({ queryKey: ["return-calls"] });
    if (about === "switches") void queries.invalidateQueries({ queryKey: emergencyQuery.queryKey });
  };
}

type Listening = {
  readonly hear: (told: Told) => void;
  readonly refused: () => void;
  readonly signal: AbortSignal;
};

/** Listens until the signal. A connection that breaks is taken up by the browser; one that is refused is asked for again. */
function listen({ hear, refused, signal }: Listening): Promise<void> {
  return new Promise((resolve) => {
    let source: EventSource;
    let again: number | undefined;
    function open() {
      source = new EventSource("/api/events");
      for (const event of events)
        source.addEventListener(event, ({ data }: MessageEvent<string>) => hear({ event, data }));
      source.addEventListener("error", () => {
        if (source.readyState !== EventSource.CLOSED) return;
        again = window.setTimeout(open, againAfter);
        refused();
      });
    }
    open();
    signal.addEventListener("abort", () => {
      window.clearTimeout(again);
      source.close();
      resolve();
    });
  });
}
