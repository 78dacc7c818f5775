import { createHash } from "node:crypto";
import { givenNow, type Callback, type Given } from "../callback/callback.ts";
import type { HeldBack } from "../callback/guard.ts";
import { isOverdue } from "../callback/schedule.ts";

const iso = (at: number) => new Date(at).toISOString();

/**
 * A return call as the API shows it: times in ISO 8601, every promise with how it ended. `heldBack`: why one that is due is
 * not dialled now.
 */
export function callbackView(callback: Callback, now: number, heldBack?: HeldBack) {
  const { id, code, kind, to, from, queue, language, owner, note, news, hindrance, tries, given } = callback;
  return {
    id,
    code,
    kind,
    queue,
    language,
    number: to,
    line: from,
    ...(owner === undefined ? {} : { rep: owner }),
    state: stateView(callback),
    late: isOverdue(callback, now),
    owed: timesOf(givenNow(callback)),
    ...(hindrance === undefined ? {} : { hindrance }),
    ...(heldBack === undefined || callback.state.at !== "due" ? {} : { heldBack }),
    made: {
      at: iso(callback.madeAt),
      by: callback.madeBy,
      ...(callback.origin === undefined ? {} : { call: callback.origin }),
    },
    joinedAt: iso(callback.joinedAt),
    confirm: callback.confirm,
    ...(note === undefined ? {} : { note }),
    ...(news === undefined ? {} : { news: { ...news, at: iso(news.at) } }),
    promises: given.map(givenView),
    tries: tries.map((one) => ({ ...one, at: iso(one.at) })),
  };
}
export type CallbackView = ReturnType<typeof callbackView>;

function stateView({ state }: Callback) {
  const { at } = state;
  return {
    at,
    ...("since" in state ? { since: iso(state.since) } : {}),
    ...("again" in state ? { again: iso(state.again) } : {}),
    ...("closedAt" in state ? { closedAt: iso(state.closedAt) } : {}),
    ...("rep" in state ? { rep: state.rep } : {}),
    ...("call" in state ? { call: state.call } : {}),
  };
}

function timesOf({ from, by }: Given) {
  return { ...(from === undefined ? {} : { from: iso(from) }), ...(by === undefined ? {} : { by: iso(by) }) };
}

function givenView(given: Given) {
  const { givenAt, rungAt, ended, chained } = given;
  return {
    givenAt: iso(givenAt),
    ...timesOf(given),
    ...(chained ? { chained } : {}),
    ...(rungAt === undefined ? {} : { rungAt: iso(rungAt) }),
    ...(ended ? { ended: { ...ended, at: iso(ended.at) } } : {}),
  };
}

/** What tells one state of a return call from another: whoever edits names the one that was read. */
export function etagOf(callback: Callback): string {
  return `"${createHash("sha256").update(JSON.stringify(callback)).digest("base64url").slice(0, 22)}"`;
}
