import type { Telephone } from "../../src/exchange/exchange.ts";

/** What every telephone has heard in each of its calls, and read, a line each. */
export function tellAll(all: readonly { readonly phone: Telephone }[]): string {
  const time = (at: number) => new Date(at).toISOString().slice(0, 23);
  return all
    .flatMap(({ phone: { address, calls, texts } }) => [
      ...calls.flatMap(({ sid, direction, startedAt, endedAt, endedBecause, heard }) => [
        `== ${address} ${direction} ${time(startedAt)}, ended ${endedAt === undefined ? "never" : time(endedAt)}: ${endedBecause ?? ""} ${sid}`,
        ...heard.map(
          ({ at, kind, text, url, with: others }) => `  ${time(at)} ${kind}: ${text ?? url ?? others?.join(" ") ?? ""}`,
        ),
      ]),
      ...texts.map(({ at, body }) => `## ${address} ${time(at)} ${body}`),
    ])
    .join("\n");
}
