import type { Callback } from "../callback/callback.ts";
import type { RepTime } from "../callback/owed.ts";
import type { NumberFault } from "../callback/owed.ts";
import type { Done, NotDone } from "../work/callback-desk.ts";
import { etagOf } from "./callback-view.ts";
import type { Sees } from "./own-callbacks.ts";
import { paths } from "./paths.ts";
import { Problem } from "./problem.ts";

const numbers: Readonly<Record<NumberFault, readonly [status: number, sentence: string]>> = {
  "not-a-number": [422, "That is no telephone number that can exist."],
  country: [422, "Numbers of that country are not rung back. Allow it in business.outbound.countries."],
  kind: [422, "Numbers of that kind are not rung back: premium, shared cost, satellite and short ones never are."],
  "too-often": [429, "That number was promised as many return calls today as may be."],
  "too-many-alike": [429, "Numbers like it were promised as many return calls today as may be."],
  "too-many-today": [429, "The queue has promised as many return calls today as may be."],
  spent: [429, "What may be spent on return calls today is spent."],
  "asked-not-to": [422, "That number has asked not to be rung."],
  "switched-off": [503, "Return calls are switched off."],
};

type Why = Extract<RepTime, { readonly fits: false }>["why"];
const reps: Readonly<Record<Why, string>> = {
  "owes-too-much": "The rep has promised as many calls in that half hour as can be kept.",
  "off-then": "The rep is not at work then.",
  "closed-then": "The queue is closed then.",
  "not-daytime": "It is not daytime at that number then.",
  past: "That time is past.",
  "too-far": "That is further ahead than can be promised.",
};

const iso = (at: number) => new Date(at).toISOString();

/** The return call as it is now that it was done. Throws the problem where it was not, naming no other call than whoever asks may see. */
export function whatWasDone(done: Done, sees: Sees = () => true): Callback {
  if ("callback" in done && !("why" in done)) return done.callback;
  throw problemOf(done, sees);
}

/** Why nothing was done, as a problem that says what would help. */
export function problemOf(not: NotDone, sees: Sees = () => true): Problem {
  switch (not.why) {
    case "number": {
      const [status, sentence] = numbers[not.fault];
      return ofField(status, "number", sentence, { why: not.fault });
    }
    case "owed-already": {
      if (!sees(not.callback))
        return new Problem(409, "That number has an open return call already, which is not yours. A lead can move it.");
      const { id } = not.callback;
      const href = `${paths.callbacks}/${id}`;
      return new Problem(409, "That number has an open return call already. Move that one.", {
        existing: { id, href },
      });
    }
    case "not-offered":
      return ofField(422, "kind", "The queue does not promise that kind of return call.");
    case "not-now":
      return ofField(409, "kind", "Nobody can be rung now: book a time instead.");
    case "not-free":
      return ofField(409, "from", "That time is not free.", {
        next: not.next.map(({ from, by }) => ({ from: iso(from), by: iso(by) })),
      });
    case "rep": {
      const { by, why } = not.of;
      return ofField(409, "by", reps[why], { why, ...(by === undefined ? {} : { next: { by: iso(by) } }) });
    }
    case "wrong-kind-of-time":
      return ofField(
        422,
        "from",
        "A rep's word is moved by its time (by), any other by the beginning of a window (from).",
      );
    case "gone":
      return new Problem(404, "There is no such open return call (any more).");
    case "changed":
      return new Problem(412, "It has changed since you read it. Read it again.", {}, { ETag: etagOf(not.callback) });
    case "being-served":
      return new Problem(409, "A rep is speaking with the customer about it right now.");
    case "not-durable":
      return new Problem(
        503,
        "Nothing can be kept on the disk now, so nothing is promised.",
        {},
        { "Retry-After": "60" },
      );
    default:
      return not satisfies never;
  }
}

function ofField(status: number, path: string, sentence: string, more: object = {}): Problem {
  return new Problem(status, sentence, { errors: [{ path, sentence }], ...more });
}
