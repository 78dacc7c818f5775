import { asks, legIn } from "../../src/call/asking.ts";
import type { Call } from "../../src/call/call.ts";
import { complete } from "../../src/call/complete.ts";
import type { Effect } from "../../src/call/effect.ts";
import type { CallEvent } from "../../src/call/event.ts";
import { transition } from "../../src/call/transition.ts";
import type { LegId, Verb } from "../../src/call/verb.ts";
import { readRouting } from "../../src/routing/check.ts";
import type { Routing } from "../../src/routing/routing.ts";
import {
  anything,
  arrival,
  askedAt,
  factsOf,
  callingBack,
  ringingIn,
  toConversation,
  toCustomer,
  toOffer,
  unasked,
  type Choice,
  type Facts,
} from "./chances.ts";

/** A routing from its source. */
export function routingOf(source: unknown): Routing {
  const found = readRouting(source, "v1");
  if ("faults" in found) throw new Error(JSON.stringify(found.faults));
  return found.routing;
}

/** A step of a life: the call before and after it, and the document, for the leg that asked. */
export type Moment = {
  readonly before: Call | undefined;
  readonly event: CallEvent;
  readonly call: Call;
  readonly verbs: readonly Verb[];
  readonly effects: readonly Effect[];
  readonly realm: Realm;
  /** What was told to return calls. */
  readonly told: readonly Extract<Effect, { readonly do: "tell-callback" }>[];
  readonly now: number;
};
type Realm = "call" | "queue-wait" | "conference-wait";

type Beginning = (choice: Choice, routing: Routing) => readonly CallEvent[];
const conversation: Beginning = (choice, routing) => toConversation(factsOf({ ...choice, signedIn: 1 }, routing).house);

/**
 * How lives begin, by the first choice: with the way to a conversation, with that to an offer, with a customer whom we ring
 * back and who picks up, or is still being rung, with one who rings in and is owed something.
 */
const beginnings: readonly ((first: Choice) => Beginning)[] = [
  () => conversation,
  () => conversation,
  () => (choice, routing) => toOffer(factsOf({ ...choice, signedIn: 0 }, routing).house),
  (first) => (choice, routing) => back(first, choice, routing),
  (first) => (choice, routing) => back(first, choice, routing).slice(0, 1 + (first.place % 6)),
  (first) => (choice, routing) => ringingIn(first, factsOf({ ...choice, signedIn: 1 }, routing).house),
];

function back(first: Choice, choice: Choice, routing: Routing): readonly CallEvent[] {
  const { house } = factsOf({ ...choice, signedIn: 1 }, routing);
  return toCustomer(callingBack(first, house), house);
}

/**
 * A call as these choices lead it: what Twilio and the worker could say after the documents that were given. `wild`: in
 * its second half any event, of any leg and turn.
 */
export function* life(routing: Routing, all: readonly Choice[], wild: boolean): Generator<Moment> {
  let now = Date.UTC(2026, 10, 23, 15);
  let call: Call | undefined;
  const given = new Map<LegId, { readonly verbs: readonly Verb[]; readonly realm: Realm }>();
  const [first] = all;
  const beginning = (first && beginnings[first.waiting]?.(first)) ?? (() => []);
  for (const [index, choice] of all.entries()) {
    now += choice.seconds * 1_000;
    const facts = factsOf(choice, routing);
    const usual = beginning(choice, routing)[index];
    const may: readonly CallEvent[] = usual
      ? [usual]
      : call === undefined
        ? [arrival(choice, facts.house)]
        : wild && index > all.length / 2
          ? anything(call, choice, facts, routing)
          : likely(call, choice, facts, routing, given);
    const event = may[choice.which % may.length];
    if (!event) continue;
    const leg = legIn(event);
    const step = complete(transition(call, event, routing, now), event, facts.house, routing, now);
    const realm = realmOf(event, given.get(leg)?.realm ?? "call");
    if (asks(event)) given.set(leg, { verbs: step.verbs, realm });
    const told = step.effects.filter((effect) => effect.do === "tell-callback");
    yield { before: call, event, call: step.call, verbs: step.verbs, effects: step.effects, realm, told, now };
    call = step.call;
    if (call.at === "ended") return;
  }
}

function realmOf({ type }: CallEvent, last: Realm): Realm {
  if (type === "waited") return "queue-wait";
  if (type === "held") return "conference-wait";
  return type === "pressed" || type === "said" || type === "kept-silent" ? last : "call";
}

type Given = ReadonlyMap<LegId, { readonly verbs: readonly Verb[]; readonly realm: Realm }>;

/** What can come next: what the documents that the legs have point to, three times as likely as all else. */
function likely(call: Call, choice: Choice, facts: Facts, routing: Routing, given: Given): readonly CallEvent[] {
  const asked = [...given].flatMap(([leg, { verbs }]): readonly CallEvent[] => {
    if (call.legs[leg]?.ended) return [];
    const outer = call.legs[leg]?.outer;
    const running =
      outer === undefined
        ? []
        : askedAt(leg, outer, choice, facts)[
            leg === "caller" && "line" in call && call.at !== "talking" && call.at !== "transferring"
              ? "left"
              : "parted"
          ];
    return [...verbs.flatMap((verb) => after(verb, choice, facts)), ...running];
  });
  return [...asked, ...asked, ...asked, ...unasked(call, choice, facts.house, routing)];
}

function after(verb: Verb, choice: Choice, facts: Facts): readonly CallEvent[] {
  if (!("then" in verb)) return [];
  const { leg, turn, asked } = verb.then;
  const then = askedAt(leg, turn, choice, facts);
  if (verb.verb === "enqueue") return then.wait;
  if (verb.verb === "join") return leg === "caller" ? then.held : then.parted;
  return then[asked];
}
