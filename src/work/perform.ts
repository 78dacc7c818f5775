import type { Owed } from "../callback/owed.ts";
import type { Call } from "../call/call.ts";
import type { LegId } from "../call/verb.ts";
import type { Settled, StoredEffect } from "../store/store.ts";
import type { PhoneLine } from "../twilio/line.ts";
import type { CallUrls } from "../twilio/urls.ts";
import { performCallback, type PerformingCallbacks } from "./perform-callback.ts";
import { deleteRecording } from "./delete-recording.ts";
import { learn, noteRep, remember, review } from "./memory.ts";
import type { OneAtATime } from "./one-at-a-time.ts";
import type { Post } from "./post.ts";
import { ring } from "./ring.ts";
import type { Routings } from "./routings.ts";
import { askAfter, tellResolution, wakeResolution } from "./resolutions.ts";
import { sendMail } from "./send-mail.ts";
import { sendText } from "./send-text.ts";
import type { WrongCodes } from "./wrong-codes.ts";
import { done, settledBy, tell } from "./settle.ts";

export type Performing = PerformingCallbacks & {
  readonly line: PhoneLine;
  readonly owed: Owed;
  /** Unset: no mail is sent. */
  readonly post: Post | undefined;
  readonly routings: Routings;
  readonly urls: (call: string) => CallUrls;
  readonly receiptUrl: (code: string) => string;
  readonly oneAtATime: OneAtATime;
  readonly wrongCodes: WrongCodes;
};

/** Performs one effect, and says how it ended. What Twilio says of a leg reaches the call as an event. */
export async function perform(stored: StoredEffect, p: Performing): Promise<Settled> {
  const { effect, of } = stored;
  const call = stored.kind === "call" ? (await p.store.get("call", of))?.call : undefined;
  const routing = call ? p.routings.of(call.routing) : p.routings.inForce;
  const now = p.clock.now();
  switch (effect.do) {
    case "ring":
    case "ring-customer":
      return ring(stored, effect, call, routing, p);
    case "hang-up":
      return settledBy(await p.line.hangUp(effect.sid), stored, now);
    case "redirect": {
      const reply = await p.line.redirect(
        effect.sid,
        p.urls(of).turn({ asked: "next", leg: effect.leg, turn: turnOf(call, effect.leg) }),
      );
      if ("gone" in reply)
        await tell(p, of, { type: "leg-ended", leg: effect.leg, sid: effect.sid, status: "completed" });
      return settledBy(reply, stored, now);
    }
    case "dequeue":
      return dequeue(stored, effect.queue, call, p);
    case "hold": {
      const reply = await p.line.hold(
        effect.room,
        effect.sid,
        effect.on,
        p.urls(of).turn({ asked: "held", leg: "caller", turn: effect.turn }),
      );
      return settledBy(reply, stored, now);
    }
    case "text":
      return sendText(stored, effect, { ...p, routing });
    case "mail":
      return sendMail(stored, effect, p);
    case "remember":
      return remember(p.store, effect, routing, now).then(() => done);
    case "note-rep":
      return noteRep(p.store, effect, p.ledger.ofRep(effect.rep), routing, now).then(() => done);
    case "learn":
      return learn(p.store, effect).then(() => done);
    case "review":
      return review(p.store, stored.id, effect, of, routing, now).then(() => done);
    case "note-wrong-code":
      return p.wrongCodes.note(effect.number).then(() => done);
    case "tell-resolution":
      return tellResolution(effect.id, effect.event, { ...p, routing, now: () => now }).then(() => done);
    case "wake":
      if (stored.kind === "callback") return performCallback(stored, effect, p);
      if (stored.kind === "resolution")
        return wakeResolution(of, effect.why, { ...p, now: () => p.clock.now() }).then(() => done);
      return tell(p, of, { type: "woke", why: effect.why }).then(() => done);
    case "tell-callback":
      throw new Error("what a call tells a callback is decided with the call, and never stored");
    case "delete-recording":
      return deleteRecording(stored, effect.recording, p.line, now);
    case "ask-after":
      return askAfter(of, `AA${stored.id}`, p);
    default:
      return performCallback(stored, effect, p);
  }
}

function turnOf(call: Call | undefined, leg: LegId): number {
  return call?.legs[leg]?.turn ?? 0;
}

/**
 * Fetches a caller who has not come by now out of Twilio's queue; one who is not in it is moved from wherever the leg
 * is.
 */
async function dequeue(stored: StoredEffect, queue: string, call: Call | undefined, p: Performing): Promise<Settled> {
  const sid = call?.legs.caller?.sid;
  if (call?.at !== "talking" || call.joined || sid === undefined) return done;
  const url = p.urls(call.sid).turn({ asked: "next", leg: "caller", turn: turnOf(call, "caller") });
  const first = await p.line.dequeue(queue, sid, url);
  const reply = "gone" in first ? await p.line.redirect(sid, url) : first;
  if ("gone" in reply || "refused" in reply)
    await tell(p, call.sid, { type: "move-failed", leg: "caller", why: "gone" });
  return settledBy(reply, stored, p.clock.now());
}
