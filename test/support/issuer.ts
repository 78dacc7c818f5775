import { createPrivateKey, generateKeyPairSync, sign, type JsonWebKey } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Provider, type AdapterConstructor, type Configuration } from "oidc-provider";
import type { OidcSettings } from "../../src/web/people/oidc/settings.ts";

type Claims = Readonly<Record<string, unknown>>;

/** An OpenID Connect issuer that people have accounts at, by their names there. */
export type TestIssuer = {
  readonly url: string;
  readonly settings: OidcSettings;
  /** What it says of each, by `sub`. */
  readonly accounts: Map<string, Claims>;
  /** What becomes of the claims of a token before they are signed: where an issuer lies, or is mistaken. */
  meddle: (claims: Claims) => Claims;
  /** Nobody answers. */
  isDown: boolean;
  readonly close: () => Promise<void>;
};

const client = { client_id: "the-phone", client_secret: "a secret between two machines" };
const backPath = "/api/sign-in/oidc/back";

/** Opens an issuer on this machine. `secret` false: it knows its client by PKCE alone; `inToken`: it tells all in the token itself. */
export async function openIssuer({ secret = true, inToken = false, inHeader = false } = {}): Promise<TestIssuer> {
  const key = { ...keyPair().export({ format: "jwk" }), kid: "one", alg: "RS256", use: "sig" };
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // Another site than the house, which is at 127.0.0.1: a browser tells them apart.
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const { client_secret: _, ...known } = client;
  const way = !secret ? "none" : inHeader ? "client_secret_basic" : "client_secret_post";
  const issuer: TestIssuer = {
    url,
    settings: {
      issuer: url,
      clientId: client.client_id,
      ...(secret ? { clientSecret: client.client_secret } : {}),
      name: "Example ID",
      trustsEmail: false,
      only: false,
    },
    accounts: new Map(),
    meddle: (claims) => claims,
    isDown: false,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  const provider = new Provider(url, {
    adapter: memory(),
    clients: [
      {
        ...(secret ? client : known),
        token_endpoint_auth_method: way,
        redirect_uris: [`https://phone.example.com${backPath}`],
      },
    ],
    clientAuthMethods: [way],
    jwks: { keys: [key] },
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, AuthorizationCode: 60, IdToken: 600 },
    cookies: { keys: ["a key for its cookies"] },
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name", "office_role", "groups"] },
    conformIdTokenClaims: !inToken,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub, ...issuer.accounts.get(sub) }) }),
    // Nobody is asked whether they agree: the office's own issuer does not.
    async loadExistingGrant({ oidc }) {
      const given = await provider.Grant.find(oidc.session?.grantIdFor(oidc.client?.clientId ?? "") ?? "");
      if (given) return given;
      const grant = new provider.Grant({
        clientId: oidc.client?.clientId ?? "",
        accountId: oidc.session?.accountId ?? "",
      });
      grant.addOIDCScope("openid email profile");
      await grant.save();
      return grant;
    },
  } satisfies Configuration);
  // A house has whatever port is free.
  provider.Client.prototype.redirectUriAllowed = (uri) => new URL(uri).pathname === backPath;
  provider.use(async (context, next) => {
    await next();
    const body = context.body as { id_token?: string } | undefined;
    if (context.path === "/token" && body?.id_token) body.id_token = signedAnew(body.id_token, key, issuer.meddle);
  });
  const answer = provider.callback();
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    if (issuer.isDown) request.socket.destroy();
    else if (request.url?.startsWith("/interaction/")) void interact(provider, issuer, request, response);
    else void answer(request, response);
  });
  return issuer;
}

/** Its own page, on which whoever knows a name may be anybody. */
async function interact(provider: Provider, issuer: TestIssuer, request: IncomingMessage, response: ServerResponse) {
  if (request.method === "POST") {
    let text = "";
    for await (const chunk of request) text += String(chunk);
    const form = new URLSearchParams(text);
    const sub = form.get("sub") ?? "";
    const result =
      form.has("cancel") || !issuer.accounts.has(sub)
        ? { error: "access_denied", error_description: "turned back" }
        : { login: { accountId: sub } };
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
    return;
  }
  response.setHeader("Content-Type", "text/html");
  response.end(`<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Example ID</title><h1>Example ID</h1>
    <form method="post"><label>Name <input name="sub"></label> <button>Go on</button> <button name="cancel">Turn back</button></form>`);
}

function keyPair() {
  return generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
}

function signedAnew(token: string, key: JsonWebKey, meddle: TestIssuer["meddle"]): string {
  const [header = "", payload = ""] = token.split(".");
  const claims = meddle(JSON.parse(Buffer.from(payload, "base64url").toString()) as Claims);
  const said = `${header}.${Buffer.from(JSON.stringify(claims)).toString("base64url")}`;
  const signature = sign("sha256", Buffer.from(said), createPrivateKey({ key, format: "jwk" }));
  return `${said}.${signature.toString("base64url")}`;
}

/** What it knows, for as long as it is open. */
function memory(): AdapterConstructor {
  const all = new Map<string, { readonly [name: string]: unknown }>();
  return class {
    readonly #kind: string;
    constructor(kind: string) {
      this.#kind = kind;
    }
    #key = (id: string) => `${this.#kind}:${id}`;
    async upsert(id: string, payload: { readonly [name: string]: unknown }) {
      all.set(this.#key(id), payload);
    }
    async find(id: string) {
      return all.get(this.#key(id));
    }
    async findByUid(uid: string) {
      return all.values().find((one) => one["uid"] === uid);
    }
    async findByUserCode() {
      return undefined;
    }
    async consume(id: string) {
      all.set(this.#key(id), { ...all.get(this.#key(id)), consumed: Math.floor(Date.now() / 1_000) });
    }
    async destroy(id: string) {
      all.delete(this.#key(id));
    }
    async revokeByGrantId(grant: string) {
      for (const [key, one] of all) if (one["grantId"] === grant) all.delete(key);
    }
  };
}
