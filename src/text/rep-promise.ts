import type { Wish } from "../callback/asked.ts";
import type { By, Callback } from "../callback/callback.ts";
import { saidTime } from "../callback/said-time.ts";
import type { Instant, QueueId, RepId } from "../routing/routing.ts";
import type { Answered, Offered } from "./conversation.ts";
import { saying, when, write, type Talk } from "./talk.ts";
import { moveTo, wishFor } from "./wish.ts";

/** A rep's word as it is written: whom, by when, what about. */
type Written = { readonly number: string; readonly by: Instant; readonly about: string };

/** "+12125550123 3pm about the lab": a return call is promised, or what is missing is said kindly. */
export function promise(talk: Talk, rep: RepId, rest: string): Answered {
  const queue = queueOf(talk, rep);
  if (queue === undefined) return { answer: write(talk, "text-not-offered") };
  const written = read(talk, queue, rest);
  if (typeof written === "string") return { answer: write(talk, "text-promise-help", { lacks: written }) };
  if (!talk.facts.durable) return { answer: write(talk, "text-not-noted") };
  const { number, by, about } = written;
  const { facts, text } = talk;
  const known = facts.owed.ofNumber(number);
  if (known?.kind === "promised" && known.owner === rep) return again(talk, known, by, about, rep);
  const wish: Wish = {
    kind: "promised",
    by,
    rep,
    number,
    line: text.to,
    queue,
    language: facts.known(number).language ?? talk.routing.business.language,
    madeBy: { who: "rep", rep },
    // A number that was never spoken with may be mistyped: whoever answers there is asked before a rep is used.
    confirmed: facts.known(number).queue !== undefined,
    ...(about === "" ? {} : { note: { text: about } }),
  };
  return make(talk, wish);
}

/** The offered time is taken. */
export function takePromise(talk: Talk, rep: RepId, offered: Offered): Answered {
  if (!talk.facts.durable) return { answer: write(talk, "text-not-noted") };
  if ("wish" in offered) return make(talk, offered.wish);
  const callback = talk.facts.owed.ofCode(offered.moves);
  if (!callback || !("by" in offered.to)) return { answer: write(talk, "text-no-receipt") };
  return again(talk, callback, offered.to.by, "", rep);
}

function make(talk: Talk, wish: Wish): Answered {
  return wishFor(talk, wish, ({ to, code, given, note }) => {
    const about = note?.text ?? "";
    const at = given.by === undefined ? "" : when(talk, given.by, true);
    return write(talk, "text-promised", { caller: to, at, about, known: about === "" ? "no" : "yes", code });
  });
}

/** The rep has given this customer a word before: another time for the same. */
function again(talk: Talk, callback: Callback, by: Instant, about: string, rep: RepId): Answered {
  const who: By = { who: "rep", rep };
  const moved = moveTo(talk, callback, { by }, who);
  if (about === "" || !moved.tellings) return moved;
  const noted = { id: callback.id, event: { type: "noted", note: { text: about } } } as const;
  return { ...moved, tellings: [...moved.tellings, noted] };
}

/** The first queue that the rep serves: what is promised counts there, and its hours hold. */
function queueOf({ routing }: Talk, rep: RepId): QueueId | undefined {
  const skills = new Set(routing.reps[rep]?.skills);
  return Object.keys(routing.queues).find((queue) =>
    routing.queues[queue]?.ring.pool.some((level) => level.skills.some((skill) => skills.has(skill))),
  );
}

/** Reads whom, when and what; otherwise what is missing. The number is the longest beginning that can be one. */
function read(talk: Talk, queue: QueueId, rest: string): Written | "number" | "time" {
  const { facts, text, routing, now } = talk;
  const words = rest.split(/\s+/);
  const digits = words.findIndex((word) => !/^[+\d().-]+$/.test(word));
  let lacks: "number" | "time" = "number";
  for (let length = digits < 0 ? words.length : digits; length > 0; length -= 1) {
    const verdict = facts.owed.judge(words.slice(0, length).join(" "), text.to, queue);
    if (!verdict.ok) continue;
    lacks = "time";
    const after = words.slice(length).join(" ");
    // "at about three" is a time, "three about the lab" is one and what for.
    for (const at of [...aboutsIn(after), after.length]) {
      const by = saidTime(after.slice(0, at), saying(talk, queue), routing, now);
      if (by !== undefined) return { number: verdict.number, by, about: after.slice(at).replace(abouts, "").trim() };
    }
  }
  return lacks;
}

const abouts = /(?:^|\s)(?:about|re|regarding|sobre|acerca de|por)\s/i;

/** Where in the text what for may begin, the last first: a time may have the same word in it. */
function aboutsIn(text: string): readonly number[] {
  return [...text.matchAll(new RegExp(abouts, "gi"))].map(({ index }) => index);
}
