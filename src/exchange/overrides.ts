/** How a webhook is tried; times in milliseconds, `retries` after the first try, `retryOn` what is tried again. */
export type Overrides = {
  readonly connectTimeout: number;
  readonly readTimeout: number;
  readonly totalTime: number;
  readonly retries: number;
  readonly retryOn: ReadonlySet<string>;
};

const policies = new Set(["4xx", "5xx", "ct", "rt", "all"]);

/**
 * Reads the connection overrides behind `#` of a URL (https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides);
 * undefined where the retry policy is invalid (error 11243). Figures out of range are brought into it: what Twilio does
 * with them is not documented, and a hard maximum is.
 */
export function readOverrides(url: string): Overrides | undefined {
  const fragment = new URLSearchParams(url.split("#").slice(1).join("#"));
  const number = (key: string, low: number, high: number, usual: number) => {
    const value = Number(fragment.get(key) ?? usual);
    return Number.isFinite(value) ? Math.min(high, Math.max(low, value)) : usual;
  };
  const retryOn = (fragment.get("rp") ?? "ct").split(",").map((policy) => policy.trim());
  if (!retryOn.every((policy) => policies.has(policy))) return undefined;
  return {
    connectTimeout: number("ct", 100, 10_000, 5_000),
    readTimeout: number("rt", 100, 15_000, 15_000),
    totalTime: number("tt", 100, 15_000, 15_000),
    retries: number("rc", 0, 5, 1),
    retryOn: new Set(retryOn.includes("all") ? policies : retryOn),
  };
}
