import type { OvertakeCause } from "../acd/line.ts";
import { secondsOf } from "../hold/news.ts";
import { nextProgramme, unheard, type Piece } from "../hold/programme.ts";
import type { Instant, QueueId, RepId, Routing } from "../routing/routing.ts";
import { houseOf, standingOf } from "./asking.ts";
import type { Call } from "./call.ts";
import type { InLine } from "./waiting.ts";
import { choices, promotes } from "./choices.ts";
import type { CallEvent } from "./event.ts";
import type { Effect } from "./effect.ts";
import { announcementsIn, withPlayed } from "./played.ts";
import { offersNow } from "./offer-possible.ts";
import { isAttended, isClosed } from "./refusal.ts";
import { give, type Step } from "./step.ts";
import type { Say, Heard as Spoken } from "./verb.ts";

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

/**
 * A place in a line that begins now. What was announced in this call counts on. Who comes from an `earlier` line keeps
 * the time at which the first was joined, the music where it stopped, and what was said; the reps who were asked
 * already are not asked again at once.
 */
export function newLine(call: Call, queue: QueueId, now: Instant, earlier?: InLine): InLine {
  const fresh = { ...unheard(call.quiet), announcements: announcementsIn(call.played) };
  const begins: InLine = { queue, joinedAt: now, since: now, heard: fresh, triedReps: {}, overflowed: false };
  if (!earlier) return begins;
  const { joinedAt, triedReps } = earlier;
  const { spoken, music } = earlier.heard;
  const heard = { ...fresh, spoken, ...(music ? { music } : {}) };
  return { ...begins, joinedAt, triedReps, overflowed: true, heard, ...(earlier.front ? { front: true } : {}) };
}

/** The line of another queue, for a caller whom this rep sends there: the rep is not asked to take the call at once. */
export function sentOn(call: Call & { readonly line: InLine }, queue: QueueId, by: RepId, now: Instant): InLine {
  const { line } = call;
  return newLine(call, queue, now, { ...line, triedReps: { ...line.triedReps, [by]: now } });
}

/** Seconds of silence at the end of a wait document: Twilio's shortest; and where there is no music, as long as a phrase. */
const shortest = 1;
const whenSilent = 30;

/** The same place after something else than waiting: it is said again, and where the line leads on to was tried. */
export function backInLine(line: InLine): InLine {
  const { place: _, ...heard } = line.heard;
  return { ...unasked(line), overflowed: true, heard: { ...heard, spoken: [] } };
}

/** The same place, with nothing that is being asked. */
export function unasked(line: InLine): InLine {
  const { offer: _, ...rest } = line;
  return rest;
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
  before: readonly Say[] = [],
): Step {
  const { line } = call;
  const queue = routing.queues[line.queue];
  if (!queue) return enqueue(call, line);
  const answered = secondsOf(before.map(({ sentence }) => sentence));
  const { tracks, interludes } = houseOf(event);
  const programme = nextProgramme(
    line.heard,
    {
      now,
      since: line.joinedAt,
      leavesAt: overflowsAt(line, routing),
      answered,
      standing: standingOf(event),
      closed: isClosed(queue, routing, now),
      attended: isAttended(line.queue, event),
      promotes: promotes(call, routing),
      offers: () => offersNow(call, line.queue, event, routing, now),
      choices: () => choices(call, event, routing),
      moreTime: call.moreTime,
      segment: call.segment,
      heardBefore: call.heardBefore,
      finished,
      language: call.language,
      tracks,
      interludes,
    },
    queue,
    routing,
  );
  const next = {
    ...call,
    line: { ...line, heard: programme.heard },
    played: withPlayed(call.played, programme.pieces, now + answered * 1_000),
  };
  const prompt = [...before, ...programme.pieces.map(verbOf)];
  const seconds = programme.pieces.some(({ kind }) => kind === "music") ? shortest : whenSilent;
  return give(next, "caller", (turn) => [
    { verb: "gather", prompt, keys: 1, seconds, then: { asked: "answer", leg: "caller", turn } },
    { verb: "redirect", then: { asked: "answer", leg: "caller", turn } },
  ]);
}

/** When the caller is led out of this line for having waited too long; undefined where that will not happen. */
export function overflowsAt({ queue, since, overflowed }: InLine, routing: Routing): Instant | undefined {
  const after = routing.queues[queue]?.overflow.after;
  return after && !overflowed ? since + after.seconds * 1_000 : undefined;
}

function verbOf(piece: Piece): Spoken {
  if ("sentence" in piece) return { verb: "say", sentence: piece.sentence };
  return { verb: "play", track: piece.track, from: piece.from, to: piece.to };
}

/** The caller was passed over. */
export function overtaken(call: Call, by: string, cause: OvertakeCause, now: Instant): Call {
  return { ...call, overtaken: [...call.overtaken, { at: now, by, cause }] };
}
