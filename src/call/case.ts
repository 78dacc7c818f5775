import { resolutionId, type Said } from "../resolution/resolution.ts";
import type { Instant, QueueId, RepId, Routing } from "../routing/routing.ts";
import type { Call, Common, Disposition } from "./call.ts";
import type { InLine } from "./waiting.ts";
import type { WrappingUp } from "./with-rep.ts";
import type { Effect } from "./effect.ts";
import { say } from "./speech.ts";
import type { Say } from "./verb.ts";

/** Abusive calls are no cases, and who is handed on is not done. */
const cases: Readonly<Partial<Record<Disposition, Said>>> = {
  resolved: "resolved",
  "not-yet": "not-yet",
  promised: "promised",
  unsaid: "unsaid",
};

/** Tells the caller's case that a conversation about it is over, and how. Who withholds the number has none. */
export function caseTold(call: Common & WrappingUp, disposition: Disposition, now: Instant): readonly Effect[] {
  const { sid, from: number, to: line, language, everSupport, about, queue, rep } = call;
  const said = cases[disposition];
  if (said === undefined || !number.startsWith("+")) return [];
  const id = resolutionId(number, queue);
  const facts = { id, number, queue, line, language, everSupport, ...(about === undefined ? {} : { about }) };
  const spoken = { call: sid, rep, at: now, said };
  const ours = call.returns !== undefined;
  return [{ do: "tell-resolution", id, event: { type: "spoken", about: facts, spoken, ours } }];
}

type Joining = {
  readonly call: Call;
  readonly line: InLine;
  readonly words: readonly Say[];
  readonly effects: readonly Effect[];
};

/**
 * A caller who joins the same line about the same case again: noted against its having been resolved. Where a rep said that
 * it was, the caller is ahead of everybody, for the rep who knows it where that one is free, and hears why.
 */
export function cameBack(call: Call, line: InLine, queue: QueueId, routing: Routing, now: Instant): Joining {
  const known = call.cases?.[queue];
  if (!known || call.returns || "line" in call) return { call, line, words: [], effects: [] };
  const id = resolutionId(call.from, queue);
  const effects: readonly Effect[] = [{ do: "tell-resolution", id, event: { type: "came-back" } }];
  if (!known.solved) return { call, line, words: [], effects };
  return {
    call: {
      ...call,
      ...preferring(known.rep, routing),
      story: [...call.story, { at: now, what: "unsolved", rep: known.rep }],
    },
    line: { ...line, front: true },
    words: [say(call, routing, "ahead-unsolved")],
    effects,
  };
}

function preferring(rep: RepId, routing: Routing): { readonly spokeWith?: RepId } {
  return routing.reps[rep] ? { spokeWith: rep } : {};
}
