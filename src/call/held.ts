import { nextStretch } from "../hold/music.ts";
import type { Instant, Routing } from "../routing/routing.ts";
import { houseOf } from "./asking.ts";
import type { Call } from "./call.ts";
import type { CallEvent } from "./event.ts";
import { withPlayed } from "./played.ts";
import { give, type Step } from "./step.ts";

/**
 * What a held caller hears: instrumental music from where it stopped, whatever the queue sells, and nothing else. It is so
 * whatever the call is doing by now: Twilio runs nothing else on hold, and fetches the caller when it is told to.
 */
export function heldDocument(call: Call, event: CallEvent, routing: Routing, now: Instant): Step {
  if (!("line" in call)) return silence(call);
  const { line } = call;
  const playlist = routing.queues[line.queue]?.music ?? [];
  const stretch = nextStretch(playlist, houseOf(event).tracks, line.heard.music, true, 60, now);
  if (!stretch) return silence(call);
  const music = { ...stretch, sentAt: now, leadSeconds: 0 };
  const next = {
    ...call,
    line: { ...line, heard: { ...line.heard, music } },
    played: withPlayed(call.played, [{ kind: "music", ...stretch }], now),
  };
  return give(next, "caller", (turn) => [{ verb: "play", ...stretch }, again(turn)]);
}

function silence(call: Call): Step {
  return give(call, "caller", (turn) => [{ verb: "pause", seconds: 30 }, again(turn)]);
}

function again(turn: number) {
  return { verb: "redirect", then: { asked: "held", leg: "caller", turn } } as const;
}
