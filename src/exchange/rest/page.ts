import type { RestAnswer } from "../switchboard.ts";
import { matching, whole } from "../twiml/attribute.ts";
import { answered } from "./answer.ts";
import type { RestCall } from "./route.ts";

/** What is listed is named by its own SID, or else by that of the call it is about. */
type Listed = { readonly sid: string } | { readonly callSid: string };
const sidOf = (record: Listed): string => ("sid" in record ? record.sid : record.callSid);

/** The URI of a page, with the request's filters. A token names where the page begins, or ends when going back. */
function pageUri(uri: string, size: number, page: number, token?: string): string {
  const [path = "", query = ""] = uri.split("?");
  const kept = new URLSearchParams(query);
  for (const name of ["PageSize", "Page", "PageToken"]) kept.delete(name);
  kept.append("PageSize", String(size));
  kept.append("Page", String(page));
  if (token !== undefined) kept.append("PageToken", token);
  return `${path}?${kept.toString()}`;
}

const tokenRule = matching(21481, /^P[AB][A-Z]{2}[0-9a-f]{32}$/, "a token that came with a page");

/**
 * Where a page begins. A token says after (PA) or before (PB) which record, so that what is new meanwhile moves nothing
 * to another page; where that record is gone, the page's number has to do.
 */
function startOf(records: readonly Listed[], size: number, page: number, token: string | undefined): number {
  const place = token === undefined ? -1 : records.findIndex((record) => sidOf(record) === token.slice(2));
  if (place < 0) return page * size;
  return token?.startsWith("PA") ? place + 1 : Math.max(0, place - size);
}

/**
 * One page of a list in Twilio's envelope: 50 a page unless `PageSize` says otherwise, from 1 to 1000.
 * https://www.twilio.com/docs/usage/twilios-response#pagination
 */
export function paged<R extends Listed>(
  call: RestCall,
  key: string,
  records: readonly R[],
  render: (record: R) => object,
): RestAnswer {
  const size = call.query.number("PageSize", whole(20007, 1, 1000)) ?? 50;
  const page = call.query.number("Page", whole(20001, 0)) ?? 0;
  const token = call.query.text("PageToken", tokenRule);
  call.query.nothingElse();
  const start = startOf(records, size, page, token);
  const shown = records.slice(start, start + size);
  const [first, last] = [shown[0], shown.at(-1)];
  const more = start + size < records.length;
  const next = more && last ? pageUri(call.uri, size, page + 1, `PA${sidOf(last)}`) : null;
  const previous = page > 0 ? pageUri(call.uri, size, page - 1, first && `PB${sidOf(first)}`) : null;
  return answered(200, {
    [key]: shown.map(render),
    first_page_uri: pageUri(call.uri, size, 0),
    previous_page_uri: previous,
    uri: pageUri(call.uri, size, page, token),
    next_page_uri: next,
    page,
    page_size: size,
    start: page * size,
    end: page * size + Math.max(0, shown.length - 1),
  });
}
