import type { Heard } from "../../src/exchange/ear.ts";
import type { Exchange } from "../../src/exchange/exchange.ts";

/** What an ear has heard last, a line each; all of it, with the seconds since `from`, where that is given. */
export function tell(heard: readonly Heard[], from?: number): string {
  return heard
    .slice(from === undefined ? -12 : 0)
    .map(({ at, kind, text, url, with: others }) => {
      const when = from === undefined ? "" : `${Math.round((at - from) / 1_000)} `;
      return `  ${when}${kind}: ${text ?? url ?? others?.join(" and ") ?? ""}`;
    })
    .join("\n");
}

/** What every telephone has heard, for a reader's eye. */
export function tellAll(exchange: Exchange, numbers: Iterable<string>, nameOf: (address: string) => string): void {
  for (const number of numbers) {
    for (const call of exchange.phone(number).calls) {
      const from = new Date(call.startedAt).toISOString().slice(11, 19);
      process.stdout.write(`${nameOf(number)}, ${call.direction} at ${from}\n${tell(call.heard, call.startedAt)}\n`);
    }
  }
}
