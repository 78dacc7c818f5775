import { setTimeout as pass } from "node:timers/promises";
import { publicUrl } from "./account.ts";
import { lines, repNumber } from "./business.ts";
import { callForm } from "./form.ts";
import { pathIn, type Post } from "./post.ts";
import type { Asked } from "./twilio.ts";

const action = /action="([^"]+)"/;
const pathOf = (url: string) => url.slice(publicUrl.length).split("#")[0] ?? "";

export type Reps = {
  readonly asked: Asked;
  /** So many reps sign in, each by a text. */
  readonly signIn: (count: number) => Promise<void>;
  /** Conversations that have begun. */
  readonly taken: () => number;
  readonly stop: () => void;
};

/**
 * The reps' telephones: each answers after a second, takes the call, talks for `talkMs`, and says that it was resolved. `left`
 * is told who is fetched out of the line.
 */
export function openReps(post: () => Post, talkMs: number, left: (caller: string) => void): Reps {
  /** Legs of reps by SID, with the way to end the conversation. */
  const legs = new Map<string, { readonly to: string; readonly status: string }>();
  const conversations = new Map<string, string>();
  const stopping = new AbortController();
  let rings = 0;
  const wait = (ms: number) => pass(ms, undefined, { signal: stopping.signal });
  const ofRep = (sid: string, to: string) => ({
    ...callForm(sid, lines.sales, to, "in-progress"),
    Direction: "outbound-api",
  });

  async function answers(sid: string, to: string, url: string): Promise<void> {
    await wait(1_000);
    const whisper = await post()(pathOf(url), ofRep(sid, to));
    const taking = pathIn(whisper.body, action);
    if (taking === undefined) return hangsUp(sid);
    await post()(taking, { ...ofRep(sid, to), Digits: "1" });
  }

  /** The rep's leg, moved out of the room: the question how it ended, and an answer. */
  async function wrapsUp(sid: string, to: string, url: string): Promise<void> {
    const question = await post()(pathOf(url), ofRep(sid, to));
    const answer = pathIn(question.body, action);
    if (answer !== undefined) await post()(answer, { ...ofRep(sid, to), Digits: "1" });
    await hangsUp(sid);
  }

  async function hangsUp(sid: string): Promise<void> {
    const leg = legs.get(sid);
    if (!leg || !legs.delete(sid)) return;
    await post()(pathOf(leg.status), { ...ofRep(sid, leg.to), CallStatus: "completed" });
  }

  /** The caller, fetched out of the line: joins the room, and hangs up when all is said. */
  async function talks(caller: string, url: string): Promise<void> {
    left(caller);
    const form = callForm(caller, "+15550000000", lines.sales, "in-progress");
    await post()(pathOf(url), form);
    conversations.set(caller, url);
    if (!Number.isFinite(talkMs)) return;
    await wait(talkMs);
    await post()("/twilio/status", { ...form, CallStatus: "completed" });
  }

  const unlessStopped = (work: Promise<void>) =>
    void work.catch((error: unknown) => {
      if (!stopping.signal.aborted) throw error;
    });

  return {
    asked: {
      ring({ to, url, statusCallback }) {
        const sid = `CA${"f".repeat(24)}${String(++rings).padStart(8, "0")}`;
        legs.set(sid, { to, status: statusCallback });
        unlessStopped(answers(sid, to, url));
        return sid;
      },
      move(sid, url) {
        const leg = legs.get(sid);
        unlessStopped(leg ? wrapsUp(sid, leg.to, url) : talks(sid, url));
      },
      end: (sid) => unlessStopped(hangsUp(sid)),
    },
    async signIn(count) {
      for (let at = 0; at < count; at++)
        await post()("/twilio/sms", {
          MessageSid: `SM${String(at).padStart(32, "0")}`,
          From: repNumber(at),
          To: lines.sales,
          Body: "in",
        });
    },
    taken: () => conversations.size,
    stop: () => stopping.abort(),
  };
}
