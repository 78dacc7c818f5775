import type { Instant, Menu, MenuId, MenuOption, PromptId, Routing } from "../routing/routing.ts";
import type { AtMenu, Call, Common } from "./call.ts";
import { ended } from "./end.ts";
import type { CallEvent } from "./event.ts";
import { optionSaid, personSaid, phrasesOf } from "./said.ts";
import { askReceipt } from "./receipt.ts";
import { takesIn } from "./refusal.ts";
import { question, say } from "./speech.ts";
import { also, give, go, into, stay, type Going, type StateOf, type Step } from "./step.ts";
import type { Heard } from "./verb.ts";

/** A caller who asked for more time gets three times as much, and two tries more. */
const moreTime = { factor: 3, tries: 2 };

/**
 * at menu  an option's key, or its words  → where the option leads, in its language
 *          0, or asks for a person        → reception
 *          *                              → receipt: of a return call
 *          #                              → the same menu, with more time from now on
 *          another key, words, silence    → the same menu; after `tries` the menu's fallback: a person
 */
export const menu: StateOf<AtMenu> = (call, event, routing, now) => {
  const here = routing.menus[call.menu];
  switch (event.type) {
    case "pressed":
      if (event.keys === "0") return go(call, routing.business.reception);
      if (event.keys === "#") return withMoreTime(call, routing);
      if (event.keys === "*") return askReceipt(call, call.menu, event, routing, now);
      return (
        chosen(
          call,
          here?.options.find(({ key }) => key === event.keys),
        ) ?? missed(call, "not-understood", event, routing, now)
      );
    case "said":
      if (personSaid(event.words, call.language, here?.options ?? [])) return go(call, routing.business.reception);
      return (
        chosen(call, optionSaid(event.words, call.language, here?.options ?? [])) ??
        missed(call, "not-understood", event, routing, now)
      );
    case "kept-silent":
      return missed(call, "no-answer-heard", event, routing, now);
    case "failed":
      return go(call, routing.business.reception, [say(call, routing, "apology")]);
    case "leg-ended":
      return event.leg === "caller" ? ended(call, "abandoned", now) : stay(call);
    default:
      return enterMenu(call, call.menu, routing);
  }
};

/** Speaks a menu and asks for a choice, after whatever `before` has to say. */
export function enterMenu(call: Call, id: MenuId, routing: Routing, before: readonly Heard[] = [], misses = 0): Step {
  const here = routing.menus[id];
  if (!here) return stay(call);
  const at = into(call, { at: "menu", menu: id, misses });
  return give(at, "caller", (turn) => [
    {
      verb: "gather",
      prompt: [...before, ...question(at, [say(at, routing, here.prompt)])],
      keys: 1,
      seconds: here.answerWithin * (at.moreTime ? moreTime.factor : 1),
      listensFor: { locale: routing.business.languages[at.language]?.locale ?? "en-US", hints: hintsOf(here, at) },
      then: { asked: "answer", leg: "caller", turn },
    },
  ]);
}

function hintsOf(here: Menu, call: Call): readonly string[] {
  return here.options.flatMap((option) => phrasesOf(option, call.language));
}

function chosen(call: Common & AtMenu, option: MenuOption | undefined): Going | undefined {
  if (!option) return undefined;
  const { language, about, segment } = option;
  const next: Call = {
    ...call,
    ...(language === undefined ? {} : { language }),
    ...(about === undefined ? {} : { about }),
    ...(segment === undefined ? {} : { segment }),
  };
  const going = go(next, option.to);
  return language === undefined ? going : also(going, { do: "remember", number: call.from, what: { language } });
}

/** Asked again; after the last try to a person, and said so where one is there. */
function missed(
  call: Common & AtMenu,
  prompt: PromptId,
  event: CallEvent,
  routing: Routing,
  now: Instant,
): Step | Going {
  const here = routing.menus[call.menu];
  const misses = call.misses + 1;
  const tries = (here?.tries ?? 1) + (call.moreTime ? moreTime.tries : 0);
  if (here && misses < tries) return enterMenu(call, call.menu, routing, [say(call, routing, prompt)], misses);
  const to = here?.fallback ?? routing.business.reception;
  const connecting = here?.fallback ? "transferring" : "transferring-to-reception";
  return go(call, to, takesIn(to, event, routing, now) ? [say(call, routing, connecting)] : []);
}

function withMoreTime(call: Common & AtMenu, routing: Routing): Step {
  const slower: Call = { ...call, moreTime: true };
  const step = enterMenu(slower, call.menu, routing, [say(call, routing, "more-time-on")]);
  return also(step, { do: "remember", number: call.from, what: { moreTime: true } });
}
