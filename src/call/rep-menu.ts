import type { Instant, QueueId, Rep, Routing } from "../routing/routing.ts";
import { houseOf } from "./asking.ts";
import type { Common } from "./call.ts";
import type { Talking } from "./with-rep.ts";
import type { CallEvent } from "./event.ts";
import { fruitless } from "./fruitless.ts";
import { sentOn } from "./in-line.ts";
import { givingWord } from "./giving-word.ts";
import { hold, intoRoom } from "./room.ts";
import { seek } from "./seek.ts";
import { askKey, endWith, repLanguage, sayToRep, wordsOf } from "./speech.ts";
import { also, give, interrupted, into, redirect, type Step } from "./step.ts";
import { enterWrapUp } from "./enter-wrap-up.ts";
import type { Say } from "./verb.ts";

/**
 * The menu that a rep's star key opens; the caller is held meanwhile.
 *
 * 1, or silence twice → back to the caller      5 → a return call is promised, then back to the caller
 * 2 warm, 3 cold      → where to: the queues    6 → the caller stays held; any key → the menu
 * 4                   → a lead is looked for    8 → the call ends, wrap-up    9 → ends as abusive, the rep's side of it
 * 7, where we have rung the caller back → it was a machine: parting, with a short message, and a try
 */
export function repMenuKey(
  call: Common & Talking,
  key: string,
  event: CallEvent,
  routing: Routing,
  now: Instant,
): Step {
  switch (call.desk) {
    case "room":
    case "menu":
      return menuKey(call, key, event, routing, now);
    case "warm":
    case "cold":
      return whereKey(call, call.desk, key, event, routing, now);
    case "holding":
      return key === "" ? holding(call, routing) : repMenu(call, routing);
    case "promise":
      return promise(call, event, routing, now);
    default:
      return call.desk satisfies never;
  }
}

/** Speaks the rep's menu, after `before`. */
export function repMenu(call: Common & Talking, routing: Routing, before: readonly Say[] = [], misses = 0): Step {
  const at = { ...call, desk: "menu" as const, misses };
  const keys = { machine: rangBack(call) ? "yes" : "no" };
  return give(at, call.leg, (turn) => [
    askKey({ asked: "answer", leg: call.leg, turn }, [...before, sayToRep(routing, call.rep, "rep-menu", keys)], 8),
  ]);
}

/** Whether we have rung the caller back, so that it may be a machine that has answered. */
function rangBack({ returns }: Common): boolean {
  return returns !== undefined && !returns.told && !returns.live;
}

function menuKey(call: Common & Talking, key: string, event: CallEvent, routing: Routing, now: Instant): Step {
  const { rep, leg, line, since } = call;
  const about = { rep, leg, queue: line.queue, since };
  switch (key) {
    case "1":
      return back(call);
    case "2":
      return where(call, "warm", routing);
    case "3":
      return where(call, "cold", routing);
    case "4":
      return others(call, event, routing).some(({ lead }) => lead)
        ? seek(call, "escalate", line.queue, routing, now)
        : repMenu(call, routing, [sayToRep(routing, rep, "escalate-nobody")]);
    case "5":
      return promise(begun(call), event, routing, now);
    case "6":
      return holding(call, routing);
    case "7":
      return rangBack(call) ? machine(call, now) : again(call, routing);
    case "8":
      return enterWrapUp(call, about, { asks: "disposition", farewell: "goodbye", document: true }, routing, now);
    case "9":
      return enterWrapUp(call, about, { asks: "abuse", farewell: "abusive-end", document: true }, routing, now);
    default:
      return again(call, routing);
  }
}

function again(call: Common & Talking, routing: Routing): Step {
  return call.misses >= 1 ? back(call) : repMenu(call, routing, [], call.misses + 1);
}

/** A voicemail is no success, whoever finds out: it gets the short message. */
function machine(call: Common & Talking, now: Instant): Step {
  const { rep, leg } = call;
  return fruitless({ ...call, with: { rep, leg } }, "machine", now, { asking: leg });
}

/** Back to the caller. */
function back(call: Common & Talking): Step {
  return intoRoom({ ...call, desk: "room", misses: 0 }, call.leg, call.room, [], hold(call, false));
}

function holding(call: Common & Talking, routing: Routing): Step {
  return give({ ...call, desk: "holding" }, call.leg, (turn) => [
    askKey({ asked: "answer", leg: call.leg, turn }, [sayToRep(routing, call.rep, "caller-held")], 50),
  ]);
}

function begun(call: Common & Talking): Common & Talking {
  const { draft: _, ...anew } = call;
  return { ...anew, desk: "promise" };
}

/** The rep gives a word; after that both are back in the room, and the caller may hear there what was promised. */
export function promise(call: Common & Talking, event: CallEvent, routing: Routing, now: Instant): Step {
  const next = givingWord(call, event, routing, now);
  if (!("gave" in next)) return next;
  const { draft: _, ...given } = next.call;
  const tells = next.gave === "told";
  const at = { ...given, desk: "room" as const, misses: 0, tells };
  const effects = [...next.effects, ...(tells ? redirect(at, "caller") : hold(at, false))];
  return intoRoom(tells ? interrupted(at, "caller") : at, call.leg, call.room, next.words, effects);
}

/** The queues a call can be handed to, by the key that names them: the first nine, as the config orders them. */
function choices(routing: Routing): readonly (readonly [string, QueueId])[] {
  return Object.keys(routing.queues)
    .slice(0, 9)
    .map((queue, index) => [String(index + 1), queue]);
}

function where(call: Common & Talking, desk: "warm" | "cold", routing: Routing): Step {
  const language = repLanguage(routing, call.rep);
  const spoken = choices(routing)
    .map(([key, id]) => {
      const queue = wordsOf(routing, language, routing.queues[id]?.name ?? id);
      return sayToRep(routing, call.rep, "transfer-choice", { key, queue }).sentence.text;
    })
    .join(" ");
  return give({ ...call, desk }, call.leg, (turn) => [
    askKey(
      { asked: "answer", leg: call.leg, turn },
      [sayToRep(routing, call.rep, "transfer-where", { choices: spoken })],
      8,
    ),
  ]);
}

function whereKey(
  call: Common & Talking,
  desk: "warm" | "cold",
  key: string,
  event: CallEvent,
  routing: Routing,
  now: Instant,
): Step {
  const queue = choices(routing).find(([choice]) => choice === key)?.[1];
  if (queue === undefined) return repMenu(call, routing);
  const skills = routing.queues[queue]?.ring.pool.flatMap((level) => level.skills) ?? [];
  if (!others(call, event, routing).some((other) => other.skills.some((skill) => skills.includes(skill))))
    return repMenu(call, routing, [sayToRep(routing, call.rep, "transfer-nobody")]);
  return desk === "warm" ? seek(call, "warm", queue, routing, now) : handOver(call, queue, routing, now);
}

/** Those who are there beside the rep. */
function others(call: Common & Talking, event: CallEvent, routing: Routing): readonly Rep[] {
  return houseOf(event).there.flatMap((rep) => (rep === call.rep ? [] : (routing.reps[rep] ?? [])));
}

/** A cold transfer: the caller is in line again, as long waited as before; the rep is free, and not asked again at once. */
function handOver(call: Common & Talking, queue: QueueId, routing: Routing, now: Instant): Step {
  const { rep } = call;
  const kind = routing.queues[queue]?.kind;
  const story = [...call.story, { at: now, what: "transferred", rep } as const];
  const moved = into(
    { ...call, story, disposition: "transferred", everSupport: call.everSupport || kind === "support" },
    { at: "queue", line: sentOn(call, queue, rep, now) },
  );
  const step = endWith(moved, call.leg, [sayToRep(routing, rep, "transferred")]);
  return also(step, ...redirect(call, "caller"), { do: "note-rep", rep, did: "freed" });
}
