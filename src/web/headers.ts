import type { RequestHandler } from "express";
import helmet from "helmet";

/**
 * What a browser is told of everything but calls and music, which no browser shows: never to guess what something is, to tell no other
 * site where somebody comes from, to be framed by nobody else, and at https never to ask by http again. A page says itself what it may
 * load and run; what says nothing of it may do nothing.
 */
export function browserHeaders(publicUrl: string): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"], frameAncestors: ["'none'"] },
    },
    strictTransportSecurity: publicUrl.startsWith("https:"),
    // A browser that finds these at http, as on one's own machine, complains in its console.
    crossOriginOpenerPolicy: publicUrl.startsWith("https:"),
    originAgentCluster: publicUrl.startsWith("https:"),
  });
}
