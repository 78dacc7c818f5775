import type { Instant, Routing } from "../routing/routing.ts";
import { brokenOff, hushed } from "./broken-off.ts";
import type { Common } from "./call.ts";
import type { InLine, InQueue, Ringing, Wants } from "./waiting.ts";
import type { Effect } from "./effect.ts";
import type { CallEvent } from "./event.ts";
import { choices, leadsHere, promotes } from "./choices.ts";
import { waitDocument } from "./in-line.ts";
import { takesIn } from "./refusal.ts";
import { say } from "./speech.ts";
import { also, give, into, letGo, type Step } from "./step.ts";

type Waiting = Common & (InQueue | Ringing);
type Answer = (changed: Waiting, ...prompts: readonly string[]) => Step;

/** What a key does while the caller waits; the music goes on where it stopped. */
export function waitKey(before: Waiting, event: CallEvent, key: string, routing: Routing, now: Instant): Step {
  const call = brokenOff(before, now);
  const answer: Answer = (changed, ...prompts) =>
    waitDocument(
      changed,
      event,
      routing,
      now,
      false,
      prompts.map((prompt) =>
        say(call, routing, prompt, prompt === "wait-keys" ? choices(changed, event, routing) : {}),
      ),
    );
  switch (key) {
    case "0":
      return toReception(call, event, answer, routing, now);
    case "2": {
      const quiet = !call.line.heard.quiet;
      const line: InLine = { ...call.line, heard: { ...call.line.heard, quiet } };
      const step = answer({ ...call, quiet, line }, quiet ? "quiet-on" : "quiet-off");
      return also(step, { do: "remember", number: call.from, what: { quiet } });
    }
    case "3":
      return stepOut(call, "message", now);
    case "5":
      return textDetails(call, answer, routing);
    case "#":
      return also(answer({ ...call, moreTime: true }, call.line.heard.quiet ? "more-time-on" : "more-time-waiting"), {
        do: "remember",
        number: call.from,
        what: { moreTime: true },
      });
    default:
      return answer(call, "wait-keys");
  }
}

/** Reception, without risking the place: a caller whom nobody there would take stays in line. */
function toReception(call: Waiting, event: CallEvent, answer: Answer, routing: Routing, now: Instant): Step {
  const { reception } = routing.business;
  if (leadsHere(call.line.queue, routing)) return answer(call, "reception-is-here");
  return takesIn(reception, event, routing, now) ? stepOut(call, "reception", now) : answer(call, "reception-not-here");
}

/** The details as a text, once: who presses the key again hears the same, and gets no second one. */
function textDetails(call: Waiting, answer: Answer, routing: Routing): Step {
  const { heard } = call.line;
  const id = promotes(call, routing) ? heard.announcements.at(-1) : undefined;
  const details = id === undefined ? undefined : routing.announcements[id]?.details;
  if (id === undefined || details === undefined) return answer(call, "wait-keys");
  if (!call.from.startsWith("+")) return answer(call, "text-impossible");
  const texted = heard.texted ?? [];
  if (texted.includes(id)) return answer(call, "text-details-sent");
  const body = say(call, routing, details).sentence.text;
  const line: InLine = { ...call.line, heard: { ...heard, texted: [...texted, id] } };
  return also(
    answer({ ...call, line }, "text-details-sent"),
    { do: "text", to: call.from, from: call.to, body },
    // Who has asked for the details need not hear of it again, though the key has cut it.
    { do: "remember", number: call.from, what: { announcement: id } },
  );
}

/** Out of Twilio's queue, which then asks what comes instead; a rep who is being rung is let go. */
export function stepOut(call: Waiting, wants: Wants, now: Instant): Step {
  const silent = hushed(call, now);
  const leaving = into(silent, { at: "queue", line: silent.line, wants });
  const effects: Effect[] =
    call.at === "ringing" ? [...letGo(call, call.leg), { do: "note-rep", rep: call.rep, did: "freed" }] : [];
  return give(leaving, "caller", () => [{ verb: "leave" }], effects);
}
