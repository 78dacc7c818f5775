import type { Request, RequestHandler } from "express";
import { Problem } from "../problem.ts";

const safe = ["GET", "HEAD", "OPTIONS"];

/**
 * Refuses what another site's page has a browser send (403). A browser says where a request comes from; one that comes with a cookie and
 * does not say is refused too. A bearer token is sent by no browser of itself, and needs none of this.
 */
export function ownPagesOnly(publicUrl: string): RequestHandler {
  return (request, response, next) => {
    if (safe.includes(request.method) || hasBearer(request) || isFromOwnPage(request, publicUrl)) return next();
    response.set("Connection", "close");
    throw new Problem(403, "That came from a page of another site. Open Holdfast's own pages, or send a token.");
  };
}

/** Whether a program comes with a token of its own. */
export function hasBearer(request: Request): boolean {
  return /^Bearer /i.test(request.get("Authorization") ?? "");
}

function isFromOwnPage(request: Request, publicUrl: string): boolean {
  const site = request.get("Sec-Fetch-Site");
  // `none`: nobody's page, but the browser's own user.
  if (site !== undefined) return site === "same-origin" || site === "none";
  const origin = request.get("Origin");
  if (origin === undefined) return request.get("Cookie") === undefined;
  if (!URL.canParse(origin)) return false;
  return origin === new URL(publicUrl).origin || new URL(origin).host === request.get("Host");
}
