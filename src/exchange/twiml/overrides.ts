import type { Fault } from "./document.ts";

/** Milliseconds, but `rc`, a count. https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides */
const ranges: ReadonlyMap<string, readonly [number, number]> = new Map([
  ["ct", [100, 10_000]],
  ["rt", [100, 15_000]],
  ["tt", [100, 15_000]],
  ["rc", [0, 5]],
]);
const policies = ["4xx", "5xx", "ct", "rt", "all"];

/** What is wrong with the connection overrides in a webhook URL's fragment (`rc=2&rp=5xx,rt`); other fragments pass. */
export function overridesFault(fragment: string): Fault | undefined {
  for (const [key, value] of new URLSearchParams(fragment)) {
    const range = ranges.get(key);
    if (range && !(/^\d+$/.test(value) && Number(value) >= range[0] && Number(value) <= range[1]))
      return { code: 11100, message: `#${key} is a whole number from ${range[0]} to ${range[1]}, not ${value}` };
    if (key === "rp" && !value.split(",").every((policy) => policies.includes(policy)))
      return { code: 11243, message: `#rp names some of ${policies.join(", ")}, not ${value}` };
    if (key === "sni" && value !== "y" && value !== "n")
      return { code: 11100, message: `#sni is y or n, not ${value}` };
  }
  return undefined;
}
