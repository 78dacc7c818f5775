import type { Callback } from "../callback/callback.ts";
import { givenNow } from "../callback/callback.ts";
import { timeFor } from "../callback/tell.ts";
import { spokenNumber } from "../routing/prompts.ts";
import { houseOf } from "./asking.ts";
import { askNumber } from "./offer-number.ts";
import { possible } from "./offer-possible.ts";
import { askTime } from "./offer-time.ts";
import { ask, type Offer, type Talk } from "./offering.ts";
import { promise } from "./promise.ts";
import { say } from "./speech.ts";
import type { Going, Step } from "./step.ts";
import type { Say } from "./verb.ts";

/** What can be had at which number: the place kept, a time, or another number. One to which a call is owed hears of that. */
export function askWhat(talk: Talk, offer: Offer, before: readonly Say[] = []): Step | Going {
  const { call, routing, event } = talk;
  const { to } = offer;
  if (!to) return askNumber(talk, offer, before);
  const { owed } = houseOf(event);
  const known = call.returns?.live ? owed.ofCode(call.returns.callback.code) : owed.ofNumber(to.number);
  if (known) return askKnown(talk, offer, known);
  const { place, booked } = possible({ queue: offer.queue, zones: to.zones }, event, routing, talk.now);
  if (place === undefined && !booked) return talk.back(...before, say(call, routing, "callback-not-now"));
  return ask(talk, { ...offer, asks: "what" }, [
    ...before,
    whichNumber(talk, to),
    say(call, routing, "offer-what", {
      place: place === undefined ? "no" : place === 0 ? "turn" : "within",
      minutes: place ?? 0,
      booked: booked ? "yes" : "no",
    }),
  ]);
}

function whichNumber({ call, routing }: Talk, { number, own }: NonNullable<Offer["to"]>): Say {
  return own
    ? say(call, routing, "offer-to-own", { digits: number.slice(-4).split("").join(" ") })
    : say(call, routing, "offer-to-other", { number: spokenNumber(number, call.language) });
}

/** Nobody is called twice for the same: the caller hears what is noted already, and may move it. */
function askKnown(talk: Talk, offer: Offer, known: Callback): Step {
  const { call, routing, now } = talk;
  const { from, by } = givenNow(known);
  const at = from ?? by;
  const words = say(call, routing, "offer-known", {
    at:
      at === undefined
        ? ""
        : timeFor({ ...known, language: call.language }, at, routing, now, { by: from === undefined }),
    timed: at === undefined ? "no" : "yes",
  });
  return ask(talk, { ...offer, asks: "known", moves: { id: known.id, code: known.code } }, [words]);
}

/** Whether the call that is owed already is moved. */
export function knownKey(talk: Talk, key: string): Step | Going {
  return key === "1" ? askTime(talk, talk.offer) : talk.back();
}

/** What was chosen. */
export function whatKey(talk: Talk, key: string): Step | Going {
  const { offer, event, routing, now } = talk;
  if (key === "3") return askNumber(talk, offer);
  if (!offer.to || (key !== "1" && key !== "2")) return talk.back();
  const { place, booked } = possible({ queue: offer.queue, zones: offer.to.zones }, event, routing, now);
  if (key === "2") return booked ? askTime(talk, offer) : talk.back();
  return place === undefined ? talk.back() : promise(talk, offer.to, { kind: "place", minutes: place });
}
