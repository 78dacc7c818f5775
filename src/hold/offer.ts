import type { Queue, Routing, LanguageCode } from "../routing/routing.ts";
import type { Heard } from "./heard.ts";
import { isMuchWorse, saying, type News } from "./news.ts";
import type { Wait } from "./wait.ts";

/**
 * That one can be called back instead of waiting: said when the expected wait is as long as `callbacks.offerAfter`, once,
 * and again only when it got much worse. Where no wait can be said, it is said after having waited so long.
 */
export function offer(
  heard: Heard,
  wait: Wait,
  queue: Queue,
  speaker: { readonly routing: Routing; readonly language: LanguageCode },
): News | undefined {
  if (!isDue(heard, wait, queue)) return undefined;
  const what = wait.offers();
  if (what === undefined) return undefined;
  const offered = wait.standing?.expectedWait ?? "unknown";
  return saying(speaker, "offer", [["offer", { what }]], { offered });
}

function isDue({ offered }: Heard, { standing, since, now }: Wait, { callbacks }: Queue): boolean {
  const expected = standing?.expectedWait ?? "unknown";
  if (expected === "unknown") return offered === undefined && now - since >= callbacks.offerAfter * 1_000;
  if ((expected.from + expected.to) / 2 < callbacks.offerAfter) return false;
  return offered === undefined || (offered !== "unknown" && isMuchWorse(offered, expected));
}
