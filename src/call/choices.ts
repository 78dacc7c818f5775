import type { Args } from "../routing/prompts.ts";
import type { QueueId, Routing } from "../routing/routing.ts";
import type { Call } from "./call.ts";
import type { InLine } from "./waiting.ts";
import type { CallEvent } from "./event.ts";
import { mayOffer } from "./offer-possible.ts";

/** Whether this caller, in this line, may hear product announcements. */
export function promotes(call: Call & { readonly line: InLine }, routing: Routing): boolean {
  const here = routing.queues[call.line.queue];
  return here?.kind === "sales" && here.announcements.length > 0 && !call.everSupport;
}

/** Whether asking for reception leads to the line that the caller is in. */
export function leadsHere(here: QueueId, routing: Routing): boolean {
  const { reception } = routing.business;
  return reception.to === "queue" && reception.queue === here;
}

/** Which of the wait's keys do something for this caller, as the prompts that name them want to know it. */
export function choices(call: Call & { readonly line: InLine }, event: CallEvent, routing: Routing): Args {
  const yes = (does: boolean) => (does ? "yes" : "no");
  return {
    callback: yes(mayOffer(call, call.line.queue, event, routing)),
    quiet: yes(call.line.heard.quiet),
    details: yes(promotes(call, routing) && call.from.startsWith("+")),
    reception: yes(!leadsHere(call.line.queue, routing)),
  };
}
