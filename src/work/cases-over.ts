import type { Resolution } from "../resolution/resolution.ts";
import type { Instant } from "../routing/routing.ts";
import type { Store } from "../store/store.ts";

/** The cases that were closed from `from` up to, not including, `to`, oldest first. Throws where an archive cannot be read. */
export async function* casesOver(
  store: Pick<Store, "archive">,
  from: Instant,
  to: Instant,
): AsyncGenerator<Resolution> {
  for (const month of monthsWithin(from, to))
    for await (const one of store.archive("resolution", month))
      if (one.closedAt !== undefined && one.closedAt >= from && one.closedAt < to) yield one;
}

/** The months of UTC that a time touches, as the archive names them. */
function* monthsWithin(from: Instant, to: Instant): Generator<string> {
  const first = new Date(from);
  for (let month = first.getUTCMonth(); ; month++) {
    const begins = new Date(Date.UTC(first.getUTCFullYear(), month, 1));
    if (begins.getTime() >= to) return;
    yield begins.toISOString().slice(0, 7);
  }
}
