import type { RestAnswer, Switchboard } from "../switchboard.ts";
import type { Parameters } from "./parameters.ts";

/** A request that has found its route. */
export type RestCall = {
  readonly switchboard: Switchboard;
  /** The account's own URI, without a suffix, which every URI in an answer begins with. */
  readonly account: string;
  /** The request's URI with its query, as lists repeat it. */
  readonly uri: string;
  /** What stood for each placeholder of the path, in order. */
  readonly ids: readonly [first: string, second: string];
  readonly query: Parameters;
  readonly form: Parameters;
};

/**
 * One operation. In `path`, under the account, `{CA}` stands for a SID with that prefix and `{any}` for any name.
 * A query or form parameter that it does not read is refused.
 */
export type Route = {
  readonly method: "GET" | "POST" | "DELETE";
  readonly path: string;
  readonly answer: (call: RestCall) => RestAnswer;
};

/** What to match the path of a route with. */
export function pathPattern(path: string): RegExp {
  const pattern = path
    .replaceAll(".", "\\.")
    .replace(/\{([A-Z]{2}|any)\}/g, (_all, kind: string) => (kind === "any" ? "([^/]+)" : `(${kind}[0-9a-fA-F]{32})`));
  return new RegExp(`^${pattern}$`);
}
