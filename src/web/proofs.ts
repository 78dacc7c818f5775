import { randomBytes } from "node:crypto";
import { Router, type Request } from "express";
import type { Proof } from "../twilio/diagnosis.ts";
import { signedOver } from "../twilio/signed-over.ts";
import { readForm } from "./body.ts";
import { paths } from "./paths.ts";

type Came = Extract<Proof, { readonly was: "came" }>;

/** Something that Twilio is asked to send here, once, at an address that nobody else can know. */
export type Awaited = { readonly address: string; readonly came: Promise<Came>; readonly forget: () => void };

/** Where requests arrive that try a connection out. They come past the door: what is wrong with their signature is the question. */
export type Proofs = {
  readonly router: Router;
  /** Awaits a request that is signed with a token. */
  readonly await: (token: string) => Awaited;
};

/** What came with a path before it or behind it has been through a proxy that rewrites, and is recognised all the same. */
const anywhere = new RegExp(`${paths.proof}/(?<nonce>[\\w-]{43})/?$`, "i");

export function openProofs(publicUrl: string): Proofs {
  const awaited = new Map<string, (request: Request) => Promise<void>>();
  const router = Router();
  // A redirect makes a GET of it.
  router.all(anywhere, async (request, response, next) => {
    const take = awaited.get(request.params["nonce"] ?? "");
    if (!take) return next();
    await take(request);
    response.status(204).end();
  });
  return {
    router,
    await(token) {
      const nonce = randomBytes(32).toString("base64url");
      const address = `${publicUrl.replace(/\/+$/, "")}${paths.proof}/${nonce}`;
      const { promise: came, resolve } = Promise.withResolvers<Came>();
      awaited.set(nonce, async (request) => {
        const redirected = request.method !== "POST";
        const form = redirected ? {} : await readForm(request);
        const arrived = {
          method: request.method,
          asked: request.originalUrl,
          params: typeof form === "string" ? {} : form,
          signature: request.get("X-Twilio-Signature"),
          hosts: hostsOf(request),
        };
        resolve({ was: "came", signed: signedOver(arrived, { told: address, publicUrl, token }), redirected });
      });
      return { address, came, forget: () => void awaited.delete(nonce) };
    },
  };
}

function hostsOf(request: Request): readonly string[] {
  const said = [request.get("X-Forwarded-Host"), request.get("Host")];
  return said.flatMap((hosts) => hosts?.split(",") ?? []).flatMap((host) => (host.trim() === "" ? [] : [host.trim()]));
}
