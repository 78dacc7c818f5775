import type { HttpRequest } from "./attempt.ts";
import { plainUrl, sign } from "./signature.ts";
import type { Webhook } from "./webhook.ts";

/** The request as it goes over the line: parameters of a GET in its query, those of a POST in its body. */
export function compose(authToken: string, token: string, webhook: Webhook): HttpRequest {
  const { method, url, params, purpose, etag } = webhook;
  const form = new URLSearchParams(params).toString();
  const plain = plainUrl(url);
  const target = method === "POST" || form === "" ? plain : plain + (plain.includes("?") ? "&" : "?") + form;
  const user = /^https?:\/\/([^/?#@]*)@/.exec(url)?.[1];
  return {
    method,
    url: target,
    headers: {
      "user-agent": "TwilioProxy/1.1",
      accept: "*/*",
      "i-twilio-idempotency-token": token,
      "x-twilio-signature": sign(
        authToken,
        target,
        method === "POST" ? params : undefined,
        purpose.startsWith("sms") ? "sms" : "voice",
      ),
      ...(etag === undefined ? {} : { "if-none-match": etag }),
      ...(user === undefined
        ? {}
        : { authorization: `Basic ${Buffer.from(decodeURIComponent(user)).toString("base64")}` }),
      ...(method === "POST"
        ? {
            "content-type": "application/x-www-form-urlencoded; charset=UTF-8",
            "content-length": String(Buffer.byteLength(form)),
          }
        : {}),
    },
    ...(method === "POST" ? { body: form } : {}),
  };
}
