import type { Wish } from "../callback/asked.ts";
import type { By, Callback } from "../callback/callback.ts";
import { isGuessing } from "../callback/guessing.ts";
import { saidTime } from "../callback/said-time.ts";
import { confirmationArgs } from "../callback/tell.ts";
import type { QueueId, Routing } from "../routing/routing.ts";
import { caseAnswer } from "./case.ts";
import type { Answered } from "./conversation.ts";
import { howItStands } from "./how-it-stands.ts";
import type { Order } from "./order.ts";
import { saying, write, type Talk } from "./talk.ts";
import { moveTo, timeOf, wishFor } from "./wish.ts";

const byText: By = { who: "caller", via: "text" };

/** What is nothing where it cannot be kept. */
const promises: ReadonlySet<Order["does"]> = new Set(["call", "move", "cancel", "yes", "no", "no-calls"]);

/** What a caller's text does, and what is answered. Where Twilio answers by itself, nothing is: it would not get there. */
export function callerText(talk: Talk, order: Order): Answered {
  if (promises.has(order.does) && !talk.facts.durable) return { answer: write(talk, "text-not-noted") };
  switch (order.does) {
    case "call":
      return call(talk, order);
    case "move":
      return ofCallback(talk, order, (callback) => move(talk, order, callback));
    case "cancel":
      return order.optsOut && talk.text.by === "sms" ? cancelAndStop(talk, order) : cancel(talk, order);
    case "where":
      return ofCallback(talk, order, (callback) => ({ answer: howItStands(talk, callback) }));
    case "stop":
      return {
        answer: order.optsOut && talk.text.by === "sms" ? "" : write(talk, "text-stopped"),
        remembers: { textsUnwanted: true },
      };
    case "start":
      return { answer: write(talk, "text-started"), remembers: { textsUnwanted: false, callsUnwanted: false } };
    case "no-calls":
      return noCalls(talk);
    case "yes":
      return takeOffered(talk) ?? caseAnswer(talk, "yes") ?? help(talk);
    case "no":
    case "words":
      return caseAnswer(talk, order.does) ?? help(talk, order);
    case "help":
      return help(talk, order);
    default:
      return order.does satisfies never;
  }
}

/** The queue that a call asked for by text is for: the one last spoken with, or where the line leads. */
export function queueFor({ text, facts, routing }: Pick<Talk, "text" | "facts" | "routing">): QueueId | undefined {
  const opens = routing.lines.find(({ number }) => number === text.to)?.opensWith;
  const { reception } = routing.business;
  const may = [facts.known(text.from).queue, queueOf(opens), queueOf(reception), ...Object.keys(routing.queues)];
  return may.find((queue) => queue !== undefined && callsBack(queue, routing));
}

function queueOf(to: Routing["business"]["reception"] | undefined): QueueId | undefined {
  return to?.to === "queue" ? to.queue : undefined;
}

function callsBack(queue: QueueId, routing: Routing): boolean {
  const rules = routing.queues[queue]?.callbacks;
  return rules !== undefined && (rules.place || rules.booked);
}

function call(talk: Talk, { when: words }: Order): Answered {
  const { text, language, routing, now } = talk;
  const queue = queueFor(talk);
  if (queue === undefined) return { answer: write(talk, "text-not-offered") };
  const at = words === undefined ? undefined : saidTime(words, saying(talk, queue), routing, now);
  // "CALL please" has no time in it; a number in what is not understood is one that was meant.
  if (at === undefined && /\d/.test(words ?? "")) return { answer: write(talk, "text-no-time") };
  const asks = { number: text.from, line: text.to, queue, language, madeBy: byText, confirmed: true } as const;
  const wish: Wish = at === undefined ? { ...asks, kind: "place" } : { ...asks, kind: "booked", from: at };
  return make(talk, wish);
}

function make(talk: Talk, wish: Wish): Answered {
  const { language, routing, now } = talk;
  return wishFor(talk, wish, (callback) =>
    write(talk, "callback-made-text", confirmationArgs({ ...callback, language }, callback.given, routing, now)),
  );
}

function move(talk: Talk, { when: words }: Order, callback: Callback): Answered {
  const { routing, now } = talk;
  const at = words === undefined ? undefined : saidTime(words, saying(talk, callback.queue), routing, now);
  if (at === undefined) return { answer: write(talk, words === undefined ? "text-move-when" : "text-no-time") };
  return moveTo(talk, callback, timeOf(callback, at), byText);
}

function cancel(talk: Talk, order: Order): Answered {
  return ofCallback(talk, order, ({ id, state }) =>
    state.at === "talking" && state.rep !== undefined
      ? { answer: write(talk, "text-talking") }
      : {
          answer: write(talk, "text-cancelled"),
          tellings: [{ id, event: { type: "cancelled", by: byText } }],
        },
  );
}

/** CANCEL alone: the return call is cancelled, and Twilio sends this number no more texts. */
function cancelAndStop(talk: Talk, order: Order): Answered {
  return { ...cancel(talk, order), answer: "", remembers: { textsUnwanted: true } };
}

function noCalls(talk: Talk): Answered {
  const callback = talk.facts.owed.ofNumber(talk.text.from);
  const tellings = callback ? [{ id: callback.id, event: { type: "cancelled", by: byText } as const }] : [];
  return { answer: write(talk, "text-no-calls"), tellings, remembers: { callsUnwanted: true } };
}

function takeOffered(talk: Talk): Answered | undefined {
  const { offered, facts } = talk;
  if (!offered) return undefined;
  if ("wish" in offered) return make(talk, offered.wish);
  const callback = facts.owed.ofCode(offered.moves);
  return callback && moveTo(talk, callback, offered.to, byText);
}

/** Does something with the return call that is meant: by its receipt, or that of the number. */
function ofCallback(talk: Talk, { code }: Order, then: (callback: Callback) => Answered): Answered {
  const { facts, text } = talk;
  if (code !== undefined) return ofReceipt(talk, code, then);
  const callback = facts.owed.ofNumber(text.from);
  return callback ? then(callback) : { answer: write(talk, "text-owe-nothing") };
}

/** Where too many were wrong lately, a right receipt is not looked at either: somebody may be guessing. */
function ofReceipt(talk: Talk, code: string, then: (callback: Callback) => Answered): Answered {
  const { facts, text } = talk;
  if (isGuessing(text.from, facts.owed)) return { answer: write(talk, "text-guessing") };
  const callback = facts.owed.ofCode(code);
  return callback ? then(callback) : { answer: write(talk, "text-no-receipt"), wrongCode: true };
}

/** What can be texted, after how an open return call stands. */
function help(talk: Talk, order?: Order): Answered {
  const { facts, text } = talk;
  const words = write(talk, "text-help", { line: text.to });
  const stands = (callback: Callback) => ({ answer: `${howItStands(talk, callback)} ${words}` });
  if (order?.code !== undefined) return ofReceipt(talk, order.code, stands);
  const callback = facts.owed.ofNumber(text.from);
  return callback ? stands(callback) : { answer: words };
}
