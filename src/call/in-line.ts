import type { OvertakeCause, Waiting } from "../acd/line.ts";
import type { Heard } from "../hold/heard.ts";
import { nextProgramme, unheard, type Piece } from "../hold/programme.ts";
import { isOpen } from "../routing/hours.ts";
import type { Instant, QueueId, Routing } from "../routing/routing.ts";
import { houseOf, standingOf } from "./asking.ts";
import type { Call, InLine, Played } from "./call.ts";
import type { CallEvent } from "./event.ts";
import type { Effect } from "./effect.ts";
import { give, type Step } from "./step.ts";
import type { Heard as Spoken } from "./verb.ts";

/** What Twilio's queue document is: into the queue of that name, with our wait loop. */
export function enqueue(
  call: Call,
  line: InLine,
  before: readonly Spoken[] = [],
  effects: readonly Effect[] = [],
): Step {
  return give(
    call,
    "caller",
    (turn) => [
      ...before,
      {
        verb: "enqueue",
        queue: line.queue,
        wait: { asked: "wait", leg: "caller", turn },
        then: { asked: "left", leg: "caller", turn },
      },
    ],
    effects,
  );
}

/** A place in a line that begins now. */
export function newLine(call: Call, queue: QueueId, now: Instant, music?: Heard["music"]): InLine {
  return {
    queue,
    joinedAt: now,
    since: now,
    heard: unheard(call.quiet, music),
    triedReps: {},
    overflowed: false,
  };
}

/**
 * The next wait document: `before` is said first, then what the hold programme chooses. `finished`: the last document
 * was heard to its end. A key takes the caller out of it to an answer at once.
 */
export function waitDocument(
  call: Call & { readonly line: InLine },
  event: CallEvent,
  routing: Routing,
  now: Instant,
  finished: boolean,
  before: readonly Spoken[] = [],
): Step {
  const { line } = call;
  const queue = routing.queues[line.queue];
  if (!queue) return enqueue(call, line);
  const standing = standingOf(event);
  const programme = nextProgramme(
    line.heard,
    {
      now,
      since: line.joinedAt,
      standing,
      closed: queue.hours !== undefined && !isOpen(routing.hours[queue.hours], routing.business.zone, now),
      promotes: queue.kind === "sales" && !call.everSupport,
      moreTime: call.moreTime,
      segment: call.segment,
      heardBefore: call.heardBefore,
      finished,
      language: call.language,
      tracks: houseOf(event).tracks,
    },
    queue,
    routing,
  );
  const next = {
    ...call,
    line: { ...line, heard: programme.heard },
    played: [...call.played, ...programme.pieces.map((piece) => playedOf(piece, now))],
  };
  const announced = programme.pieces.flatMap((piece): Effect[] =>
    piece.kind === "announcement" ? [{ do: "remember", number: call.from, what: { announcement: piece.id } }] : [],
  );
  const prompt = [...before, ...programme.pieces.map(verbOf)];
  return give(
    next,
    "caller",
    (turn) => [
      { verb: "gather", prompt, keys: 1, seconds: 1, then: { asked: "answer", leg: "caller", turn } },
      { verb: "redirect", then: { asked: "answer", leg: "caller", turn } },
    ],
    announced,
  );
}

function verbOf(piece: Piece): Spoken {
  if (piece.kind !== "music") return { verb: "say", sentence: piece.sentence };
  return { verb: "play", track: piece.track, from: piece.from, to: piece.to };
}

function playedOf(piece: Piece, at: Instant): Played {
  if (piece.kind === "music") return { at, kind: "music", what: `${piece.track} ${piece.from}-${piece.to}` };
  if (piece.kind === "announcement") return { at, kind: "announcement", what: piece.id };
  return { at, kind: "speech", what: piece.what };
}

/** The caller was passed over. */
export function overtaken(call: Call, by: string, cause: OvertakeCause, now: Instant): Call {
  return { ...call, overtaken: [...call.overtaken, { at: now, by, cause }] };
}

/** The call as the line sees it: undefined when it wants no rep now. */
export function waitingOf(call: Call): Waiting | undefined {
  if (call.at === "queue" && call.wants === undefined) {
    const { queue, joinedAt, triedReps } = call.line;
    const { sid, language, spokeWith, overtaken: passed } = call;
    return { call: sid, queue, joinedAt, language, triedReps, preferred: spokeWith, overtaken: passed.length };
  }
  if (call.at === "transferring" && call.other === undefined) {
    return {
      call: call.sid,
      queue: call.target,
      joinedAt: call.line.joinedAt,
      language: call.language,
      triedReps: call.triedReps,
      overtaken: call.overtaken.length,
      leadsOnly: call.how === "escalate",
      notRep: call.rep,
    };
  }
  return undefined;
}
