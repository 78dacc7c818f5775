import type { CookieOptions, Request, Response } from "express";
import { sessionLimits } from "./sessions.ts";

/** Where a browser keeps a session's secret. */
export type SessionCookie = {
  readonly name: string;
  readonly read: (request: Request) => string | undefined;
  readonly give: (response: Response, secret: string) => void;
  readonly take: (response: Response) => void;
};

/**
 * The cookie of the pages at an address: `__Host-` binds it to this host and to https. Where the pages are not at https, as on one's own
 * machine, some browsers refuse such a cookie: it has a plain name there.
 */
export function sessionCookie(publicUrl: string): SessionCookie {
  const secure = publicUrl.startsWith("https:");
  const name = secure ? "__Host-session" : "session";
  const how: CookieOptions = { secure, httpOnly: true, sameSite: "lax", path: "/" };
  return {
    name,
    read: (request) => cookieIn(request, name),
    give: (response, secret) => void response.cookie(name, secret, { ...how, maxAge: sessionLimits.whole }),
    take: (response) => void response.clearCookie(name, how),
  };
}

/** The cookies that a browser sends, as they come. */
export function* cookiesIn(request: Request): Generator<readonly [name: string, value: string]> {
  for (const pair of (request.get("Cookie") ?? "").split(";")) {
    const [name = "", value = ""] = pair.split("=", 2).map((half) => half.trim());
    if (name !== "" && value !== "") yield [name, value];
  }
}

function cookieIn(request: Request, name: string): string | undefined {
  for (const [key, value] of cookiesIn(request)) if (key === name) return value;
  return undefined;
}
