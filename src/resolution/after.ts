import { callableFrom } from "../callback/callable.ts";
import { sentence } from "../routing/prompts.ts";
import type { Instant, Routing } from "../routing/routing.ts";
import { isAsked, lastSpoken, type Resolution, type Spoken } from "./resolution.ts";

const day = 86_400_000;
/** A caller is asked after no more often than this, in milliseconds, whatever the case. */
const onceIn = day;
/** Who may not be asked just now is asked so much later, in milliseconds. */
const askLater = 600_000;

/** What is known of a case when it begins. */
export type NewCase = Omit<Resolution, "spoken" | "cameBack" | "askedAt" | "askedBy" | "answer" | "closedAt">;

/** What is true of the caller at the moment of asking after. */
export type CallerFacts = {
  /** The zones in which the number may be; undefined: it is not to be asked. */
  readonly zones: readonly string[] | undefined;
  /** Nobody, or nobody of this number, is to be rung back just now. */
  readonly notNow: boolean;
  /** The number takes texts, and has not said STOP to ours. */
  readonly texts: boolean;
  /** When the number was last asked after, whatever the case. */
  readonly askedAt: Instant | undefined;
  /** A return call is owed to the number: it is spoken with anyway. */
  readonly owed: boolean;
};

export type ResolutionEvent =
  /** A conversation is over. `ours`: it was a return call, and no call of the caller's own. */
  | { readonly type: "spoken"; readonly about: NewCase; readonly spoken: Spoken; readonly ours: boolean }
  /** The caller stands in the same line again. */
  | { readonly type: "came-back" }
  | { readonly type: "woke"; readonly why: string; readonly caller: CallerFacts }
  /** The call in which the caller was to be asked has reached nobody. */
  | { readonly type: "unanswered" }
  | { readonly type: "answered"; readonly solved: boolean };

export type ResolutionEffect =
  | { readonly do: "wake"; readonly at: Instant; readonly why: string }
  | { readonly do: "text"; readonly to: string; readonly from: string; readonly body: string }
  /** Rings the caller to ask. */
  | { readonly do: "ask-after" };

/** What a case does next. `asked`: the caller is being asked now, and is not asked after again for a day. */
export type ResolutionStep = {
  readonly resolution: Resolution;
  readonly effects: readonly ResolutionEffect[];
  readonly asked?: true;
};

/**
 * A case, from the first conversation about it.
 *
 * spoken     → waits for the days in which it may come back; resolved: to be asked after, where the queue does that
 * ask n      → asked, in the caller's daytime, once a day at most, and not while a return call is owed
 * unanswered → nobody was reached by a call: one text, where the queue and the caller have texts
 * answered   → yes: closed; no: open, and not solved
 * came back  → not solved at the first call, where it was said to be
 * over n     → closed
 */
export function resolutionAfter(
  known: Resolution | undefined,
  event: ResolutionEvent,
  routing: Routing,
  now: Instant,
): ResolutionStep | undefined {
  if (event.type === "spoken") return spokenAbout(known, event, routing, now);
  if (!known) return undefined;
  switch (event.type) {
    case "came-back":
      return saidSolved(known) ? stay({ ...known, cameBack: known.cameBack ?? now }) : stay(known);
    case "unanswered":
      return stay(known, [{ do: "wake", at: now, why: `text ${known.spoken.length}` }]);
    case "answered": {
      const answered = { ...known, answer: { at: now, solved: event.solved } };
      return stay(event.solved ? { ...answered, closedAt: now } : answered);
    }
    case "woke":
      return woke(known, event.why, event.caller, routing, now);
    default:
      return event satisfies never;
  }
}

function stay(resolution: Resolution, effects: readonly ResolutionEffect[] = []): ResolutionStep {
  return { resolution, effects };
}

/** Whether it was said to be solved, or nothing else was said. */
function saidSolved(resolution: Resolution): boolean {
  const { said } = lastSpoken(resolution);
  return said === "resolved" || said === "unsaid";
}

function spokenAbout(
  known: Resolution | undefined,
  { about, spoken, ours }: Extract<ResolutionEvent, { readonly type: "spoken" }>,
  routing: Routing,
  now: Instant,
): ResolutionStep {
  const before = known?.spoken.filter(({ call }) => call !== spoken.call) ?? [];
  const back = known !== undefined && !ours && before.length > 0 && saidSolved({ ...known, spoken: before });
  const resolution: Resolution = {
    ...(known ?? about),
    spoken: [...before, spoken],
    ...(back && known.cameBack === undefined ? { cameBack: now } : {}),
  };
  const number = resolution.spoken.length;
  const { followUp } = routing.queues[resolution.queue] ?? {};
  const asks = spoken.said === "resolved" && followUp ? now + followUp.after * 1_000 : undefined;
  return stay(resolution, [
    ...(asks === undefined ? [] : [{ do: "wake", at: asks, why: `ask ${number}` } as const]),
    { do: "wake", at: now + routing.business.resolvedWithinDays * day, why: `over ${number}` },
  ]);
}

function woke(known: Resolution, why: string, caller: CallerFacts, routing: Routing, now: Instant): ResolutionStep {
  const [what, number] = why.split(" ");
  if (Number(number) !== known.spoken.length) return stay(known);
  if (what === "over") return stay({ ...known, closedAt: now });
  if (caller.owed) return stay(known);
  const queue = routing.queues[known.queue];
  if (what === "text") return hasReachedNobody(known) && queue?.callbacks.texts ? ask("text", now) : stay(known);
  if (isAsked(known) || !queue?.followUp) return stay(known);
  return ask(queue.followUp.by, caller.askedAt === undefined ? now : Math.max(now, caller.askedAt + onceIn));

  /** Asks whether it was solved, or waits until that may be asked. */
  function ask(by: "text" | "call", free: Instant): ResolutionStep {
    if (caller.notNow) return stay(known, [{ do: "wake", at: now + askLater, why }]);
    if (caller.zones === undefined || (by === "text" && !caller.texts)) return stay(known);
    const at = callableFrom({ queue: known.queue, zones: caller.zones }, routing, free);
    if (at === undefined) return stay(known);
    if (at > now) return stay(known, [{ do: "wake", at, why }]);
    const asks: ResolutionEffect = by === "call" ? { do: "ask-after" } : question(known, routing);
    return { resolution: { ...known, askedAt: now, askedBy: by }, effects: [asks], asked: true };
  }
}

/** Whether the caller was asked by a call alone, and has not been heard of since. */
function hasReachedNobody(known: Resolution): boolean {
  const { askedAt = 0, askedBy, cameBack = 0 } = known;
  return isAsked(known) && askedBy === "call" && cameBack <= askedAt;
}

function question({ number, line, language }: Resolution, routing: Routing): ResolutionEffect {
  return { do: "text", to: number, from: line, body: sentence(routing, language, "follow-up-text").text };
}
