import { queryOptions } from "@tanstack/react-query";
import { ask } from "../../api.ts";

/** What a program comes in with; never its secret. */
export type Token = {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly madeAt: string;
  readonly usedAt?: string;
  readonly expiresAt?: string;
  /** Whoever made it is disabled or was removed. */
  readonly stopped: boolean;
};

/** What of the API a token may be good for, in words. */
export const scopes: Readonly<Record<string, string>> = {
  read: "Read everything but users, tokens and the audit log",
  callbacks: "Read and change return calls",
  routing: "Read and change the routing",
  sound: "Read and change music and announcements",
  users: "Read and change users, tokens and the audit log",
  everything: "Everything",
};

export const tokensQuery = queryOptions({
  queryKey: ["tokens"],
  queryFn: async () => ((await ask("GET", "/api/tokens")) as { readonly tokens: readonly Token[] }).tokens,
});

/** Makes a token; its secret, which is shown this once. `expiresAt` in ISO 8601. */
export async function makeToken(said: {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly expiresAt?: string;
}): Promise<string> {
  return ((await ask("POST", "/api/tokens", said)) as { readonly secret: string }).secret;
}

export async function revoke({ id }: Token): Promise<void> {
  await ask("DELETE", `/api/tokens/${encodeURIComponent(id)}`);
}
