import type { RestAnswer } from "../switchboard.ts";
import { whole } from "../twiml/attribute.ts";
import { answered } from "./answer.ts";
import { anything } from "./rules.ts";
import type { RestCall } from "./route.ts";

type Listed = { readonly sid?: string; readonly call_sid?: string };

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

const tokenOf = (prefix: "PA" | "PB", item: Listed | undefined): string => prefix + (item?.sid ?? item?.call_sid ?? "");

/**
 * One page of a list in Twilio's envelope: 50 a page unless `PageSize` says otherwise, from 1 to 1000.
 * https://www.twilio.com/docs/usage/twilios-response#pagination
 */
export function paged<R>(
  call: RestCall,
  key: string,
  records: readonly R[],
  render: (record: R) => Listed,
): RestAnswer {
  const size = call.query.number("PageSize", whole(20007, 1, 1000)) ?? 50;
  const page = call.query.number("Page", whole(20001, 0)) ?? 0;
  call.query.text("PageToken", anything);
  call.query.nothingElse();
  const start = page * size;
  const items = records.slice(start, start + size).map(render);
  const more = start + size < records.length;
  return answered(200, {
    [key]: items,
    first_page_uri: pageUri(call.uri, size, 0),
    previous_page_uri: page > 0 ? pageUri(call.uri, size, page - 1, tokenOf("PB", items[0])) : null,
    uri: pageUri(call.uri, size, page),
    next_page_uri: more ? pageUri(call.uri, size, page + 1, tokenOf("PA", items.at(-1))) : null,
    page,
    page_size: size,
    start,
    end: Math.max(start, start + items.length - 1),
  });
}
