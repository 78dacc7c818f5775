import { RestFault, type RestAnswer } from "../switchboard.ts";
import type { Instant } from "../target.ts";

const json = "application/json";

/** A resource or a list, answered as JSON. */
export const answered = (status: 200 | 201, resource: object): RestAnswer => ({
  status,
  contentType: `${json}; charset=utf-8`,
  body: JSON.stringify(resource),
});

/** A resource deleted: nothing is left to show. */
export const gone: RestAnswer = { status: 204, contentType: json, body: "" };

/** Twilio's error body. https://www.twilio.com/docs/usage/twilios-response#response-formats-exceptions */
export function refused({ status, code, message }: RestFault): RestAnswer {
  const more_info = `https://www.twilio.com/docs/errors/${code}`;
  return { status, contentType: `${json}; charset=utf-8`, body: JSON.stringify({ code, message, more_info, status }) };
}

/** What is not there, or not this account's. */
export const notFound = (what: string): RestFault =>
  new RestFault(404, 20404, `The requested resource ${what} was not found`);

/** An instant as Twilio writes it, RFC 2822 in GMT: `Tue, 31 Aug 2010 20:36:28 +0000`. */
export const dateText = (at: Instant): string => new Date(at).toUTCString().replace("GMT", "+0000");

/** As `dateText`, and null where there is none yet. */
export const dateOrNull = (at: Instant | undefined): string | null => (at === undefined ? null : dateText(at));
