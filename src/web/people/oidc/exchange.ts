import type { Attempt } from "./attempts.ts";
import { leavesOpen, personOf, type Person } from "./claims.ts";
import { faultOf } from "./faults.ts";
import type { Issuer } from "./issuer.ts";
import { SignInRefused } from "./refused.ts";
import type { OidcSettings } from "./settings.ts";

/** What is said with the issuer: the way there, and what it says of who comes back. */
export type Exchange = {
  /** Where the browser goes, and by what its answer will be known. Throws SignInRefused. */
  readonly begin: () => Promise<{ readonly url: URL; readonly attempt: Attempt }>;
  /** Who has come, by the answer that the browser has brought back. Throws SignInRefused. */
  readonly finish: (attempt: Attempt, answer: URLSearchParams) => Promise<Person>;
};

/** Answers that are looked at at once: each of them makes us ask the issuer. */
const most = 20;

type Options = {
  readonly issuer: Issuer;
  readonly settings: Pick<OidcSettings, "roleClaim" | "trustsEmail">;
  /** Where the issuer sends the browser back to. */
  readonly backUrl: string;
};

/** By the authorization code flow with PKCE, state and nonce. */
export function exchangeWith({ issuer, settings, backUrl }: Options): Exchange {
  let underWay = 0;

  async function answered(attempt: Attempt, answer: URLSearchParams): Promise<Person> {
    const { client, config } = await issuer.reach();
    const came = new URL(backUrl);
    came.search = answer.toString();
    const tokens = await client.authorizationCodeGrant(config, came, {
      pkceCodeVerifier: attempt.verifier,
      expectedState: attempt.state,
      expectedNonce: attempt.nonce,
      idTokenExpected: true,
    });
    const token = tokens.claims();
    if (!token) throw new SignInRefused("mismatch");
    const asks = leavesOpen(token, settings) && config.serverMetadata().userinfo_endpoint !== undefined;
    const asked = asks ? await client.fetchUserInfo(config, tokens.access_token, token.sub) : {};
    return personOf(token, asked, settings);
  }

  return {
    async begin() {
      const { client, config } = await issuer.reach();
      const verifier = client.randomPKCECodeVerifier();
      const attempt = { verifier, state: client.randomState(), nonce: client.randomNonce() };
      const url = client.buildAuthorizationUrl(config, {
        redirect_uri: backUrl,
        scope: "openid email profile",
        state: attempt.state,
        nonce: attempt.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
      });
      return { url, attempt };
    },
    async finish(attempt, answer) {
      if (underWay >= most) throw new SignInRefused("often");
      underWay++;
      try {
        return await answered(attempt, answer);
      } catch (error) {
        throw new SignInRefused(faultOf(error), { cause: error });
      } finally {
        underWay--;
      }
    },
  };
}
