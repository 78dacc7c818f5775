import { RestFault } from "../switchboard.ts";

/** What there is, or 404/20404 where there is nothing. */
export function found<T>(one: T | undefined, what: string): T {
  if (one === undefined) throw new RestFault(404, 20404, `The requested resource ${what} was not found`);
  return one;
}
