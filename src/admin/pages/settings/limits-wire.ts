import { queryOptions } from "@tanstack/react-query";
import type { z } from "zod";
import type { LimitsBody } from "../../../web/api/limits.ts";
import type { PreviewBody, Stands } from "../../../web/api/retention.ts";
import { ask } from "../../api.ts";

export type Limits = z.infer<typeof LimitsBody>;
export type Kept = z.infer<typeof Stands>;
/** How much a setting would erase now, and since when the oldest of it is over. */
export type WhatGoes = z.infer<typeof PreviewBody>;
/** For how many days each is kept; null: for ever. */
export type Days = Pick<Kept, "records" | "recordings" | "audit">;

/** What is used of the limits grows by the minute. */
export const limitsQuery = queryOptions({
  queryKey: ["limits"],
  queryFn: async () => (await ask("GET", "/api/limits")) as Limits,
  refetchInterval: 30_000,
});

/** What is kept, and by which tag it was read. */
export const keptQuery = queryOptions({
  queryKey: ["retention"],
  async queryFn() {
    const answer = await fetch("/api/retention", { credentials: "same-origin" });
    if (!answer.ok) await ask("GET", "/api/retention");
    return { kept: (await answer.json()) as Kept, etag: answer.headers.get("ETag") ?? "" };
  },
});

/** Asks what a setting would erase. Throws ApiProblem where it is none. */
export async function whatGoes(days: Days): Promise<WhatGoes> {
  const query = new URLSearchParams();
  for (const [what, many] of Object.entries(days)) if (many !== null) query.set(what, String(many));
  return (await ask("GET", `/api/retention/preview?${query.toString()}`)) as WhatGoes;
}

/** Keeps what is over for so many days from now on. Throws ApiProblem, of 412 where somebody else has changed it meanwhile. */
export async function keepFor(days: Days, etag: string): Promise<void> {
  await ask("PUT", "/api/retention", days, { "If-Match": etag });
}
