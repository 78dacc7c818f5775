import type { HttpMethod, Target } from "../target.ts";
import { matching, text, type Attribute } from "../twiml/attribute.ts";
import { isAbsolute, urlFault } from "../twiml/url.ts";
import type { Parameters } from "./parameters.ts";

/** Whom a call goes to or comes from: a phone number, a SIP address or a client. */
export const endpoint = (code: number): Attribute =>
  matching(
    code,
    /^(\+[1-9]\d{1,14}|sips?:[^\s@]+@[^\s@]+|client:[\w.@+-]{1,121})$/,
    "a number such as +12125550000, sip:name@host or client:name",
  );

/** A number that texts go to or come from: a phone's, or one at WhatsApp. */
export const textAddress = (code: number): Attribute =>
  matching(code, /^(whatsapp:)?\+[1-9]\d{1,14}$/, "a number such as +12125550000");

/** A SID with this prefix. */
export const sid = (prefix: string, code: number): Attribute =>
  matching(code, new RegExp(`^${prefix}[0-9a-fA-F]{32}$`), `a SID such as ${prefix}…`);

/** An absolute URL. */
export const address = (code: number): Attribute => ({
  code,
  takes: "url",
  fault: (value) => (isAbsolute(value) ? urlFault(value, code) : { code, message: `not an absolute URL: ${value}` }),
});

/** An absolute URL, or nothing to unset it. */
export const addressOrNone = (code: number): Attribute => ({
  code,
  takes: "url",
  fault: (value) => (value === "" ? undefined : address(code).fault(value)),
});

/** Text of at most so many characters. */
export const atMost = (characters: number, code: number): Attribute =>
  text(code, `at most ${characters} characters`, (value) => value.length <= characters);

/** Any text at all. */
export const anything: Attribute = text(20001, "text");

/** A method, GET or POST. */
export const httpMethod = (from: Parameters, name: string): HttpMethod | undefined =>
  from.choice(name, 21209, "GET", "POST");

/** A URL parameter with the method parameter beside it; undefined when the URL is not sent. */
export function target(
  from: Parameters,
  name: string,
  methodName: string,
  code: number,
  otherwise: HttpMethod = "POST",
): Target | undefined {
  const url = from.text(name, address(code));
  const method = httpMethod(from, methodName) ?? otherwise;
  return url === undefined ? undefined : { url, method };
}
