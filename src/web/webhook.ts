import type { RequestHandler } from "express";

/** One of the paths that Twilio posts to, and what answers there once the door has let it in. */
export type Webhook = { readonly path: string; readonly answer: RequestHandler };
