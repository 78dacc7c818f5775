import type { Response } from "express";
import { z } from "zod";
import { operation, type Operation } from "../../api/operation.ts";
import { paths } from "../../paths.ts";
import type { OidcDoor } from "./door.ts";
import { reasons, SignInRefused } from "./refused.ts";

type Options = {
  /** Unset: there is no issuer. */
  readonly door: OidcDoor | undefined;
  /** Nobody signs in by a password. */
  readonly only: boolean;
};

const tag = "Signing in";
const location = { Location: "where to", "Set-Cookie": "what the browser is known by" } as const;
const WaysIn = z.object({
  password: z.boolean().meta({ description: "a password opens something" }),
  issuer: z
    .object({
      name: z.string(),
      fault: z.enum(reasons).optional().meta({ description: "why nobody can sign in by it now" }),
    })
    .optional()
    .meta({ description: "where people have accounts with which they sign in here" }),
});
const Answer = z.looseObject({
  state: z.string().optional(),
  code: z.string().optional(),
  iss: z.string().optional(),
  error: z.string().optional(),
});

/** Signing in with an account at an OpenID Connect issuer: a browser is sent there, and comes back. */
export function oidcOperations({ door, only }: Options): readonly Operation[] {
  /** Back to the page that has the words for it. */
  const sendBack = async (response: Response, perform: (door: OidcDoor) => Promise<string>) => {
    try {
      if (!door) throw new SignInRefused("unset");
      response.redirect(303, await perform(door));
    } catch (error) {
      if (!(error instanceof SignInRefused)) throw error;
      response.redirect(303, `/sign-in?why=${error.why}`);
    }
  };

  return [
    operation({
      id: "readWaysIn",
      method: "get",
      path: paths.signIn,
      tag,
      summary: "How people sign in here.",
      needs: "anyone",
      endings: { 200: { says: "The ways.", body: WaysIn } },
      answer() {
        const fault = door?.fault();
        const issuer = door && { name: door.name, ...(fault === undefined ? {} : { fault }) };
        return { body: { password: !only, ...(issuer ? { issuer } : {}) } };
      },
    }),
    operation({
      id: "signInByIssuer",
      method: "get",
      path: paths.oidc,
      tag,
      summary: "Sends a browser to the OpenID Connect issuer, to sign in there.",
      needs: "anyone",
      endings: {
        303: { says: "To the issuer, or to the sign-in page where it cannot be reached.", headers: location },
      },
      send: (_, response) => sendBack(response, async ({ begin }) => (await begin(response.req, response)).href),
    }),
    operation({
      id: "comeBackFromIssuer",
      method: "get",
      path: paths.oidcBack,
      tag,
      summary: "Where the issuer sends a browser back to: the redirect URI.",
      needs: "anyone",
      query: Answer,
      endings: { 303: { says: "Signed in; or to the sign-in page, which says why not.", headers: location } },
      send: (_, response) =>
        sendBack(response, async ({ finish }) => {
          await finish(response.req, response);
          return "/";
        }),
    }),
  ];
}
