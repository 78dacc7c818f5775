import { givenNow, type Callback } from "../callback/callback.ts";
import { isOverdue, rulesOf } from "../callback/schedule.ts";
import { nameOf, timeFor } from "../callback/tell.ts";
import { minutesOf, type Standing } from "../hold/news.ts";
import { sentence, type Args } from "../routing/prompts.ts";
import type { Instant, LanguageCode, Routing } from "../routing/routing.ts";

/** Says something in a language, by its prompt. */
export type Speak = (prompt: string, args?: Args) => string;

export function speaking(routing: Routing, language: LanguageCode): Speak {
  return (prompt, args) => sentence(routing, language, prompt, args).text;
}

/** How a return call stands, as its customer is told: a headline, and what that means. */
export type HowItStands = { readonly headline: string; readonly means: readonly string[]; readonly late: boolean };

type Seen = {
  readonly callback: Callback;
  /** Where it stands in the line, where it does. */
  readonly standing?: Standing | undefined;
  readonly routing: Routing;
  readonly now: Instant;
};

export function howItStands({ callback, standing, routing, now }: Seen): HowItStands {
  const say = speaking(routing, callback.language);
  const { state } = callback;
  const at = (when: Instant, by = false) => timeFor(callback, when, routing, now, { by, written: true });
  const late = isOverdue(callback, now);
  switch (state.at) {
    case "ringing":
    case "live":
    case "talking":
      return { headline: say(`page-${state.at}`), means: [say(`page-${state.at}-how`)], late: false };
    case "missed":
      return { headline: say("page-missed"), means: [say("page-missed-how", { at: at(state.again) })], late };
    case "promised":
    case "due":
    case "closed":
      return { ...waiting(), late };
    default:
      return state satisfies never;
  }

  function waiting(): Omit<HowItStands, "late"> {
    const { from, by } = givenNow(callback);
    if (callback.kind === "promised" && by !== undefined) {
      const rep = nameOf(callback.owner, routing);
      const args = { owned: rep === "" ? "no" : "yes", rep, at: at(by, true) };
      return { headline: say("page-promised", args), means: [say("page-promised-how")] };
    }
    if (from !== undefined && from > now) {
      const minutes = Math.round(((by ?? from) - from) / 60_000) || rulesOf(callback, routing).window / 60;
      return { headline: say("page-booked", { at: at(from) }), means: [say("page-window", { minutes })] };
    }
    return inLine();
  }

  function inLine(): Omit<HowItStands, "late"> {
    const headline = standing ? say("page-place", { place: standing.place }) : say("page-place-kept");
    const { expectedWait = "unknown" } = standing ?? {};
    const wait = expectedWait === "unknown" ? [] : [say("page-wait", minutesOf(expectedWait))];
    return { headline, means: [...wait, say("page-place-how")] };
  }
}
