import { RestFault } from "../switchboard.ts";
import type { Instant } from "../target.ts";
import type { Parameters } from "./parameters.ts";
import { anything } from "./rules.ts";

/** A date (its first moment, in GMT) or an ISO 8601 time in a query; refuses 20001. */
export function instant(query: Parameters, name: string): Instant | undefined {
  const text = query.text(name, anything);
  if (text === undefined) return undefined;
  const at = /^\d{4}-\d\d-\d\d(T[\d:.]+Z)?$/.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(at)) throw new RestFault(400, 20001, `${name} is a date or a time, not ${text}`);
  return at;
}
