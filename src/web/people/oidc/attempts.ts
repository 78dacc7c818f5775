import type { CookieOptions, Request, Response } from "express";
import { z } from "zod";
import type { Instant } from "../../../routing/routing.ts";
import { cookiesIn } from "../cookie.ts";
import { newSealer } from "./seal.ts";

/** What one sign-in by the issuer goes by, from when it is begun until the issuer's answer. */
export type Attempt = { readonly state: string; readonly nonce: string; readonly verifier: string };

/** Sign-ins that are on their way, each kept by the browser that has begun it and by no other, and good once. */
export type Attempts = {
  readonly begin: (attempt: Attempt, request: Request, response: Response) => void;
  /** The one that a state is of, which is over with this. Undefined: this browser has begun none such, or too long ago, or it was used. */
  readonly take: (state: string, request: Request, response: Response) => Attempt | undefined;
};

const goodFor = 10 * 60_000;
/** So many windows of one browser sign in at once. */
const mostInBrowser = 5;
const Sealed = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), until: z.number() });

type Options = { readonly publicUrl: string; readonly now: () => Instant };

/** They lie sealed in the browser's cookies: however many are begun, nothing of them is kept here until they are used. */
export function openAttempts({ publicUrl, now }: Options): Attempts {
  const secure = publicUrl.startsWith("https:");
  // Lax, not strict: whoever comes back comes from the issuer's site.
  const how: CookieOptions = { secure, httpOnly: true, sameSite: "lax", path: "/" };
  const mark = `${secure ? "__Host-" : ""}oidc-`;
  const nameOf = (state: string) => `${mark}${state.slice(0, 10)}`;
  const sealer = newSealer();
  const used = new Map<string, Instant>();

  function isUsed(state: string, until: Instant): boolean {
    for (const [other, end] of used) if (end <= now()) used.delete(other);
    if (used.has(state)) return true;
    used.set(state, until);
    return false;
  }

  return {
    begin(attempt, request, response) {
      const open = [...cookiesIn(request)].filter(([name]) => name.startsWith(mark));
      if (open.length >= mostInBrowser) for (const [name] of open) response.clearCookie(name, how);
      const sealed = sealer.seal({ ...attempt, until: now() + goodFor });
      response.cookie(nameOf(attempt.state), sealed, { ...how, maxAge: goodFor });
    },
    take(state, request, response) {
      const sealed = new Map(cookiesIn(request)).get(nameOf(state));
      if (sealed === undefined) return undefined;
      response.clearCookie(nameOf(state), how);
      const { data } = Sealed.safeParse(sealer.open(sealed));
      if (!data || data.state !== state || data.until <= now() || isUsed(state, data.until)) return undefined;
      const { nonce, verifier } = data;
      return { state, nonce, verifier };
    },
  };
}
