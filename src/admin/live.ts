import { queryOptions, type QueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import type { FloorBody } from "../web/api/live.ts";
import { ask } from "./api.ts";
import { emergencyQuery } from "./emergency.ts";

/** All lines, reps and return calls in one look. Times are ISO 8601. */
export type Floor = z.infer<typeof FloorBody>;

/** How everything stands. It is kept up by what the server tells; asked again now and then, for where it tells nothing. */
export const floorQuery = queryOptions({
  queryKey: ["floor"],
  queryFn: async () => (await ask("GET", "/api/floor")) as Floor,
  refetchInterval: 30_000,
});

const routingListeners = new Set<() => void>();

/** Tells whenever the draft or what is in force has changed, by whomever, until the answer is called. */
export function onRoutingChange(seen: () => void): () => void {
  routingListeners.add(seen);
  return () => void routingListeners.delete(seen);
}

/** Milliseconds after which a stream that was refused is asked for again. */
const againAfter = 10_000;

/** Keeps what is shown up with what the server tells, until the answer is called. */
export function followServer(queries: QueryClient): () => void {
  let source: EventSource;
  let again: number | undefined;

  const routingChanged = () => {
    void queries.invalidateQueries({ queryKey: ["routing"] });
    for (const seen of routingListeners) seen();
  };
  function changed({ about }: { readonly about: string }) {
    if (about === "draft" || about === "edition") routingChanged();
    if (about === "switches") void queries.invalidateQueries({ queryKey: emergencyQuery.queryKey });
  }
  function open() {
    source = new EventSource("/api/events");
    source.addEventListener("floor", ({ data }: MessageEvent<string>) =>
      queries.setQueryData(floorQuery.queryKey, JSON.parse(data) as Floor),
    );
    source.addEventListener("change", ({ data }: MessageEvent<string>) =>
      changed(JSON.parse(data) as { readonly about: string }),
    );
    source.addEventListener("missed", () => {
      void queries.invalidateQueries();
      routingChanged();
    });
    // A connection that breaks is taken up by the browser; one that is refused is not.
    source.addEventListener("error", () => {
      if (source.readyState === EventSource.CLOSED) again = window.setTimeout(open, againAfter);
    });
  }

  open();
  return () => {
    window.clearTimeout(again);
    source.close();
  };
}
