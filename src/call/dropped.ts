import type { Instant, Routing } from "../routing/routing.ts";
import { asks } from "./asking.ts";
import type { Call, Common } from "./call.ts";
import type { AtDropped, KeptPlace } from "./ringing-in.ts";
import { ended } from "./end.ts";
import { joinAgain } from "./enter-queue.ts";
import type { CallEvent } from "./event.ts";
import { opening } from "./opening.ts";
import { askKey, question, say, wordsOf } from "./speech.ts";
import { also, give, go, into, stay, type Going, type StateOf, type Step } from "./step.ts";

/**
 * A caller who was in line a moment ago, and hung up or was cut off, has rung back.
 *
 * at dropped  1                     → queue, at the old place
 *             0                     → reception
 *             another key, silence  → where the line opens, as for any caller
 *             hung up               → end; the place is kept as it was
 */
export const dropped: StateOf<AtDropped> = (call, event, routing, now) => {
  switch (event.type) {
    case "pressed":
      if (event.keys === "0") return go(call, routing.business.reception);
      return event.keys === "1" ? again(call, event, routing, now) : go(call, opening(call.to, routing));
    case "leg-ended":
      return event.leg === "caller" ? ended(call, "abandoned", now) : stay(call);
    case "moved":
    case "failed":
      return askDropped(call, call.place, routing);
    default:
      return asks(event) ? go(call, opening(call.to, routing)) : stay(call);
  }
};

/** The place that a number was dropped from, where it is not too long ago. */
export function placeToGive(place: KeptPlace | undefined, routing: Routing, now: Instant): KeptPlace | undefined {
  const within = routing.business.resumeWithin * 1_000;
  return place && routing.queues[place.queue] && now - place.at < within ? place : undefined;
}

/** Offers the old place. */
export function askDropped(call: Call, place: KeptPlace, routing: Routing): Step {
  const at = into(call, { at: "dropped", place });
  const queue = wordsOf(routing, at.language, routing.queues[place.queue]?.name ?? "");
  return give(at, "caller", (turn) => [
    askKey(
      { asked: "answer", leg: "caller", turn },
      question(at, [say(at, routing, "dropped-ask", { queue })]),
      at.moreTime ? 20 : 5,
    ),
  ]);
}

function again(call: Common & AtDropped, event: CallEvent, routing: Routing, now: Instant): Step | Going {
  const { place } = call;
  const { about, segment } = place;
  const back = {
    ...call,
    ...(about === undefined ? {} : { about }),
    ...(segment === undefined ? {} : { segment }),
  };
  const step = joinAgain(back, place, event, routing, now);
  return also(step, { do: "remember", number: call.from, what: { place: null } });
}
