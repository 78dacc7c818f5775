import { createHmac } from "node:crypto";

/** Parameters of a request, in the order they are sent. */
export type Params = Readonly<Record<string, string>>;

/** The URL without the connection overrides behind `#` and without user and password, as it is requested and signed. */
export function plainUrl(url: string): string {
  const hash = url.indexOf("#");
  const bare = hash < 0 ? url : url.slice(0, hash);
  return bare.replace(/^(https?:\/\/)[^/?#]*@/, "$1");
}

/** The URL as it is signed: voice drops the port of an https address, and keeps it for http. */
function signedUrl(url: string, dropPort: boolean): string {
  const plain = plainUrl(url);
  return dropPort ? plain.replace(/^(https:\/\/[^/?:]+|https:\/\/\[[^\]]+\]):\d+/, "$1") : plain;
}

/**
 * The X-Twilio-Signature of a request: HMAC-SHA1 in base64 of the URL and, for a POST, each parameter's name and value
 * in the order of the names (https://www.twilio.com/docs/usage/security).
 */
export function sign(authToken: string, url: string, params: Params | undefined, realm: "voice" | "sms"): string {
  const names = Object.keys(params ?? {}).sort();
  const text = signedUrl(url, realm === "voice") + names.map((name) => name + (params?.[name] ?? "")).join("");
  return createHmac("sha1", authToken).update(text, "utf8").digest("base64");
}
