import type { Logger } from "pino";
import { asks, legIn } from "../call/asking.ts";
import type { Call } from "../call/call.ts";
import { complete } from "../call/complete.ts";
import type { Effect } from "../call/effect.ts";
import type { CallEvent, House, Standing } from "../call/event.ts";
import { isStale, keyOf } from "../call/replay.ts";
import { transition } from "../call/transition.ts";
import type { Verb } from "../call/verb.ts";
import type { Instant, Routing } from "../routing/routing.ts";
import type { Answered, CallRecord } from "../store/records.ts";
import type { Alongside, Decision, Look, NewEffect, Store } from "../store/store.ts";
import { recordingIn } from "../twilio/recording-sid.ts";
import { callbacksAlongside, partTellings, type Telling } from "./alongside.ts";
import type { Board } from "./board.ts";
import type { Routings } from "./routings.ts";
import { areSame, inVain, rather, takenBack } from "./unkept.ts";

/** The facts that an event is completed with at the moment of deciding. */
export type Facts = { readonly house: House; readonly standing?: Standing };

/** What to answer; `known`: whether there is such a call. */
export type Answer = { readonly known: boolean; readonly verbs: readonly Verb[]; readonly routing: Routing };

/** `unkept`: what is decided and said instead where the disk has not taken the decision. */
type Decided = Answer & { readonly unkept?: () => Instead };
type Instead = { readonly verbs: readonly Verb[]; readonly decision: Decision<CallRecord, null> };

/**
 * Tells a call what happened, and hands back the document that comes next, when both are durable. `event` is asked in the
 * instant of deciding, and may look at other records; where it gives none nothing changes.
 */
export type Calls = {
  readonly tell: (call: string, event: (facts: Facts, look: Look) => CallEvent | undefined) => Promise<Answer>;
  /** Calls back after every decision with effects: there may be work. */
  readonly onDecided: (then: () => void) => void;
};

type Options = {
  readonly store: Store;
  readonly board: Board;
  readonly routings: Routings;
  readonly now: () => Instant;
  readonly log: Logger;
  readonly ended: (outcome: string) => void;
};

export function openCalls({ store, board, routings, now, log, ended }: Options): Calls {
  function decide(
    sid: string,
    record: CallRecord | undefined,
    event: CallEvent,
    look: Look,
  ): Decision<CallRecord, Decided> {
    const recorded = recordingNoted(sid, event, now());
    const routing = record ? routings.of(record.call.routing) : routings.inForce;
    if (!record && event.type !== "arrived" && event.type !== "calling-back" && event.type !== "asking-after")
      return { also: recorded, answer: { known: false, verbs: [], routing } };
    const leg = legIn(event);
    const key = keyOf(event);
    const last = record?.answers[leg];
    if (record && last && (last.key === key || isStale(record.call, event)))
      return { answer: { known: true, verbs: last.verbs, routing } };
    const again = [last?.moved, last?.held].find((given) => given !== undefined && given.key === key);
    if (again) return { answer: { known: true, verbs: again.verbs, routing } };
    const next = (told: CallEvent) =>
      complete(transition(record?.call, told, routing, now()), told, board.house(), routing, now());
    const step = next(event);
    if (record && step.call === record.call && step.effects.length === 0 && step.verbs.length === 0)
      return { also: recorded, answer: { known: true, verbs: [], routing } };
    note(record?.call, step.call, event);
    const answers = asks(event)
      ? { ...record?.answers, [leg]: answered(last, event, { key: key ?? "", verbs: step.verbs }) }
      : (record?.answers ?? {});
    const { tellings, rest } = partTellings(step.effects);
    const kept: CallRecord = { call: step.call, answers };
    const also = callbacksAlongside(step.call.sid, tellings, look, routings.inForce, now());
    const before = also.flatMap(({ kind, id }) => (kind === "callback" ? (look("callback", id) ?? []) : []));
    const unkept = (): Instead => {
      const { call, verbs, effects } = rather(next(inVain(event)), step);
      if (areSame(verbs, step.verbs) && also.length === 0) return { verbs, decision: { answer: null } };
      return {
        verbs,
        decision: {
          put: { call, answers: { ...answers, [leg]: { key: key ?? "", verbs } } },
          effects: partTellings(effects).rest.map((effect) => inLane(call.sid, effect)),
          also: takenBack(also, before, routings.inForce, now()),
          answer: null,
        },
      };
    };
    return {
      ...(step.call.at === "ended" ? { close: kept } : { put: kept }),
      effects: rest.map((effect) => inLane(step.call.sid, effect)),
      also: [...also, ...recorded],
      answer: { known: true, verbs: step.verbs, routing, unkept },
    };
  }

  function factsOf(call: string): Facts {
    const standing = board.standing(call);
    return standing ? { house: board.house(), standing } : { house: board.house() };
  }

  function note(before: Call | undefined, after: Call, event: CallEvent): void {
    if (before?.at !== after.at)
      log.info(
        { call: after.sid, from: after.from, on: event.type, ...("leg" in event ? { leg: event.leg } : {}) },
        moved(before, after),
      );
    if (after.at === "ended" && before?.at !== "ended") ended(after.outcome);
  }

  const listeners: (() => void)[] = [];
  const told = () => listeners.forEach((then) => then());
  return {
    onDecided: (then) => void listeners.push(then),
    async tell(call, event) {
      const { durable } = board.house();
      let work = false;
      const { unkept, ...answer } = await store.decide("call", call, (record, look) => {
        const happened = event(factsOf(call), look);
        if (!happened) return { answer: { known: record !== undefined, verbs: [], routing: routings.inForce } };
        const decision = decide(call, record, happened, look);
        work = (decision.effects ?? []).length > 0 || (decision.also ?? []).length > 0;
        return decision;
      });
      if (work) told();
      // Found out only in the writing: what was decided in good faith must not be said.
      if (!unkept || !durable || board.house().durable) return answer;
      const { verbs, decision } = unkept();
      await store.decide("call", call, () => decision);
      told();
      return { ...answer, verbs };
    },
  };
}

/** Twilio keeps what is recorded until somebody deletes it: whatever becomes of it here, that it is there is kept. */
function recordingNoted(call: string, event: CallEvent, at: Instant): readonly Alongside[] {
  const id = event.type === "recorded" && event.recording !== undefined ? recordingIn(event.recording) : "";
  return id === "" ? [] : [{ kind: "recording", id, close: { id, call, at } }];
}

/** What the leg was answered last, with what it was answered when it was moved or held last. */
function answered(last: Answered | undefined, { type }: CallEvent, given: Answered): Answered {
  const moved = type === "moved" ? given : last?.moved;
  const held = type === "held" ? given : last?.held;
  return { ...given, ...(moved && { moved }), ...(held && { held }) };
}

function moved(before: Call | undefined, after: Call): string {
  return `${before?.at ?? "ring"} → ${after.at}`;
}

/** Effects of one leg are performed in order; the others do not wait for them. */
function inLane(call: string, effect: Exclude<Effect, Telling>): NewEffect {
  switch (effect.do) {
    case "ring":
    case "hang-up":
    case "redirect":
      return { lane: `${call} ${effect.leg}`, effect };
    case "ring-customer":
    case "dequeue":
    case "hold":
      return { lane: `${call} caller`, effect };
    case "remember":
      return { lane: `caller ${effect.number}`, effect };
    case "note-rep":
      return { lane: `rep ${effect.rep}`, effect };
    case "learn":
      return { lane: `queue ${effect.queue}`, effect };
    case "tell-resolution":
      return { lane: `resolution ${effect.id}`, effect };
    case "mail":
      return { lane: `mail ${effect.to}`, effect };
    case "text":
    case "review":
    case "note-wrong-code":
      return { lane: `${call} ${effect.do}`, effect };
    case "wake":
      return { lane: `${call} wake ${effect.why} ${effect.at}`, effect, dueAt: effect.at };
    default:
      return effect satisfies never;
  }
}
