import type { Logger } from "pino";
import type * as Client from "openid-client";
import type { Instant } from "../../../routing/routing.ts";
import { faultOf, toldOf } from "./faults.ts";
import { SignInRefused, type Reason } from "./refused.ts";
import type { OidcSettings } from "./settings.ts";

/** The issuer as its own document describes it. */
export type Reached = { readonly client: typeof Client; readonly config: Client.Configuration };

export type Issuer = {
  /** What was read of it last, or is read now where nothing was yet. Throws SignInRefused where it cannot be read. */
  readonly reach: () => Promise<Reached>;
  /** What was wrong when it was looked at last; it is looked at again meanwhile, where that was long ago. */
  readonly fault: () => Reason | undefined;
};

/** Seconds that one request to the issuer may take. */
const patience = 10;
/** It is looked at again after so long, in milliseconds, and sooner where something was wrong. */
const [freshFor, wrongFor] = [60_000, 5_000];

type Options = {
  readonly settings: Pick<OidcSettings, "issuer" | "clientId" | "clientSecret">;
  readonly log: Logger;
  readonly now: () => Instant;
};

/** An issuer that is first looked at at once. That it is down stops nothing: whoever wants it looks again. */
export function openIssuer({ settings, log, now }: Options): Issuer {
  let reached: Reached | undefined;
  let fault: Reason | undefined;
  let lookedAt = -Infinity;
  let looking: Promise<void> | undefined;

  async function look(): Promise<void> {
    try {
      reached = await discovered(settings);
      fault = undefined;
    } catch (error) {
      const found = faultOf(error);
      if (found !== fault) log.warn({ issuer: settings.issuer, why: toldOf(error) }, "the issuer cannot be read");
      fault = found;
    }
    lookedAt = now();
    looking = undefined;
  }

  const looked = () => (looking ??= look());
  void looked();

  return {
    async reach() {
      if (!reached) await looked();
      if (reached) return reached;
      throw new SignInRefused(fault ?? "unreachable");
    },
    fault() {
      if (now() - lookedAt > (fault ? wrongFor : freshFor)) void looked();
      return fault;
    },
  };
}

async function discovered({ issuer, clientId, clientSecret }: Options["settings"]): Promise<Reached> {
  // Loaded only where there is an issuer: most have none.
  const client = await import("openid-client");
  const address = new URL(issuer);
  const proof = clientSecret === undefined ? client.None() : bySecret(client, clientSecret);
  const config = await client.discovery(address, clientId, undefined, proof, {
    timeout: patience,
    execute: [
      // What comes from the issuer itself over TLS is good without its signature; that is looked at all the same.
      client.enableNonRepudiationChecks,
      ...(address.protocol === "http:" ? [client.allowInsecureRequests] : []),
    ],
  });
  return { client, config };
}

/** The secret goes in the body, unless the issuer says that it takes it in the header alone. */
function bySecret(client: typeof Client, secret: string): Client.ClientAuth {
  const [inBody, inHeader] = [client.ClientSecretPost(secret), client.ClientSecretBasic(secret)];
  return (server, ...others) => {
    const { token_endpoint_auth_methods_supported: ways } = server;
    (ways && !ways.includes("client_secret_post") ? inHeader : inBody)(server, ...others);
  };
}
