import { fault, type RoutingFault } from "../check/fault.ts";
import type { LooseRouting } from "../check/loose.ts";
import { spokenSeconds } from "../prompts/spoken.ts";
import { usualSpeech } from "../schema/queue.ts";
import type { Text } from "./texts.ts";

/** What is said in a wait unasked, and so within the queue's budget of speech. */
const unasked = new Set([
  "attended-again",
  "deserted",
  "next",
  "offer",
  "place",
  "place-worse",
  "sign-of-life",
  "sign-of-life-again",
  "still-serving-after-closing",
  "wait-about",
  "wait-between",
  "wait-less",
  "wait-up-to",
]);

/** Texts that take longer than what may be said in a wait at all: they would never be heard there. */
export function overBudget({ queues, announcements }: LooseRouting, texts: readonly Text[]): readonly RoutingFault[] {
  const secondsOf = (text: Text) => Math.max(...text.variants.map((variant) => spokenSeconds({ text: variant })));
  return Object.entries(queues).flatMap(([queue, { kind, speech, announcements: named }]) => {
    const budget = speech.seconds ?? usualSpeech[kind === "sales" ? "sales" : "support"].seconds;
    const announced = new Set(kind === "sales" ? named.map((id) => announcements[id ?? ""]?.prompt) : []);
    return texts.flatMap((text) => {
      if (!unasked.has(text.id) && !announced.has(text.id)) return [];
      const seconds = secondsOf(text);
      if (budget === 0 || seconds <= budget || !text.isHeard) return [];
      const allowed = `queue "${queue}" allows ${budget} s of speech at a stretch`;
      return [
        fault(text.path, `this takes about ${Math.round(seconds)} s to say, and ${allowed}: nobody there hears it`),
      ];
    });
  });
}
