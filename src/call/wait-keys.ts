import type { Instant, QueueId, Routing } from "../routing/routing.ts";
import type { Common, InLine, InQueue, Ringing, Wants } from "./call.ts";
import type { CallEvent } from "./event.ts";
import { waitDocument } from "./in-line.ts";
import { say } from "./speech.ts";
import { also, give, into, letGo, type Step } from "./step.ts";

type Waiting = Common & (InQueue | Ringing);
type Answer = (changed: Waiting, ...prompts: readonly string[]) => Step;

/** What a key does while the caller waits; the music goes on where it stopped. */
export function waitKey(call: Waiting, event: CallEvent, key: string, routing: Routing, now: Instant): Step {
  const answer: Answer = (changed, ...prompts) =>
    waitDocument(
      changed,
      event,
      routing,
      now,
      false,
      prompts.map((prompt) => say(call, routing, prompt)),
    );
  switch (key) {
    case "0":
      return leadsHere(call.line.queue, routing) ? answer(call, "reception-is-here") : stepOut(call, "reception");
    case "2": {
      const quiet = !call.line.heard.quiet;
      const line: InLine = { ...call.line, heard: { ...call.line.heard, quiet } };
      const step = answer({ ...call, quiet, line }, quiet ? "quiet-on" : "quiet-off");
      return also(step, { do: "remember", number: call.from, what: { quiet } });
    }
    case "3":
      return stepOut(call, "message");
    case "5":
      return textDetails(call, answer, routing);
    case "#":
      return also(answer({ ...call, moreTime: true }, "more-time-on"), {
        do: "remember",
        number: call.from,
        what: { moreTime: true },
      });
    default:
      return answer(call, hasAnnouncements(call, routing) ? "wait-keys-sales" : "wait-keys");
  }
}

function leadsHere(here: QueueId, routing: Routing): boolean {
  const { reception } = routing.business;
  return reception.to === "queue" && reception.queue === here;
}

function hasAnnouncements(call: Waiting, routing: Routing): boolean {
  const here = routing.queues[call.line.queue];
  return here?.kind === "sales" && here.announcements.length > 0 && !call.everSupport;
}

function textDetails(call: Waiting, answer: Answer, routing: Routing): Step {
  const id = call.line.heard.announcements.at(-1);
  const details = id === undefined ? undefined : routing.announcements[id]?.details;
  if (details === undefined) return answer(call, hasAnnouncements(call, routing) ? "wait-keys-sales" : "wait-keys");
  if (!call.from.startsWith("+")) return answer(call, "text-impossible");
  const body = say(call, routing, details).sentence.text;
  return also(answer(call, "text-details-sent"), { do: "text", to: call.from, from: call.to, body });
}

/** Out of Twilio's queue, which then asks what comes instead; a rep who is being rung is let go. */
export function stepOut(call: Waiting, wants: Wants): Step {
  const leaving = into(call, { at: "queue", line: call.line, wants });
  const effects = call.at === "ringing" ? letGo(call, call.leg) : [];
  return give(leaving, "caller", () => [{ verb: "leave" }], effects);
}
