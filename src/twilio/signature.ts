// Not the package's front door: that loads the whole REST client, 200 ms and 30 MB that answering a webhook never needs.
import { validateRequest } from "twilio/lib/webhooks/webhooks.js";
import type { Params } from "./params.ts";

/** Says whether a webhook is Twilio's own: `originalUrl` as requested (path and query), `header` its signature. */
export type SignatureChecker = (originalUrl: string, params: Params, header: string | undefined) => boolean;

/**
 * Checks signatures over the address that Twilio was told, never over what the request says of its host. Any of `tokens`
 * may have signed: during a rotation there are two. A captured webhook stays validly signed for ever; repeats are the
 * call's to recognise.
 */
export function signatureChecker(tokens: readonly string[], publicUrl: string): SignatureChecker {
  const base = publicUrl.replace(/\/+$/, "");
  return (originalUrl, params, header) => {
    const url = base + originalUrl;
    if (!header || !originalUrl.startsWith("/") || !URL.canParse(url)) return false;
    return tokens.some((token) => validateRequest(token, header, url, params));
  };
}
