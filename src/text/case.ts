import type { By } from "../callback/callback.ts";
import { nameOf } from "../callback/tell.ts";
import { returnCallFor } from "../resolution/reopen.ts";
import { lastSpoken, type Resolution } from "../resolution/resolution.ts";
import type { Answered } from "./conversation.ts";
import { howItStands } from "./how-it-stands.ts";
import { write, type Talk } from "./talk.ts";

const byText: By = { who: "caller", via: "text" };
/** "No, it still leaks": what follows is for whoever calls back. */
const notSolved = /^(?:no|nope|not|still|todav[ií]a|a[uú]n|sigue)(?!\p{L})[\s,.:;!-]*/iu;

/** Whether it was solved was asked, and this is the answer; undefined: it was not asked, or it is none. */
export function caseAnswer(talk: Talk, does: "yes" | "no" | "words"): Answered | undefined {
  const { asked } = talk.facts;
  if (!asked) return undefined;
  if (does === "yes") return { answer: write(talk, "text-solved"), resolves: { id: asked.id, solved: true } };
  const words = talk.text.body.trim();
  if (does === "words" && !notSolved.test(words)) return undefined;
  return unsolved(talk, asked, does === "words" ? words : "");
}

/** Not solved: whoever knows the case calls back, ahead in line, unless a return call is owed already. */
function unsolved(talk: Talk, asked: Resolution, words: string): Answered {
  const { facts, text, routing } = talk;
  const resolves = { id: asked.id, solved: false };
  const owed = facts.owed.ofNumber(text.from);
  if (owed) return { answer: `${write(talk, "text-unsolved-owed")} ${howItStands(talk, owed)}`, resolves };
  const number = facts.owed.judge(text.from, asked.line, asked.queue);
  if (!number.ok)
    return {
      answer: `${write(talk, "text-unsolved-owed")} ${write(talk, "text-no-number", { why: "other" })}`,
      resolves,
    };
  const note = words === "" ? undefined : { text: words };
  const callback = returnCallFor(asked, number, facts.owed.receipt(), byText, note);
  const rep = nameOf(lastSpoken(asked).rep, routing);
  return {
    answer: write(talk, "text-unsolved", { rep, code: callback.code }),
    tellings: [{ id: callback.id, event: { type: "made", callback } }],
    resolves,
  };
}
