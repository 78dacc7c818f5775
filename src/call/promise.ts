import type { CallbackKind } from "../callback/callback.ts";
import type { NewCallback, NewGiven } from "../callback/event.ts";
import type { Slot } from "../callback/owed.ts";
import type { Routing } from "../routing/routing.ts";
import { houseOf } from "./asking.ts";
import type { Call } from "./call.ts";
import type { Effect } from "./effect.ts";
import type { Callee, Talk } from "./offering.ts";
import { endWith, say } from "./speech.ts";
import { into, letGo, type Going, type Step } from "./step.ts";
import type { Say } from "./verb.ts";

/** What is promised: a kept place, within so many minutes (0: no time is said), or a booked window, as it is said. */
export type Promising =
  | { readonly kind: "place"; readonly minutes: number }
  | { readonly kind: "booked"; readonly slot: Slot; readonly at: string };

/**
 * Promises a return call, or moves the one that is owed, and says what happens next. It is on the disk with this step,
 * before it is heard; where that cannot be, nothing is promised, and all is as if never asked.
 */
export function promise(talk: Talk, to: Callee, promising: Promising): Step | Going {
  const { call, offer, event, routing } = talk;
  const { durable, owed } = houseOf(event);
  if (!durable) return talk.back(say(call, routing, "callback-not-noted"));
  const given = givenBy(talk, promising);
  const { id, code } = offer.moves ?? owed.receipt();
  const told: Effect = {
    do: "tell-callback",
    id,
    event: offer.moves
      ? { type: "moved", to: given, by: { who: "caller", via: "phone" } }
      : { type: "made", callback: { id, code, ...wanted(talk, to, promising.kind), given } },
  };
  const leaving = into(call, { at: "leaving", outcome: "callback" });
  const words = [happens(talk, promising), receipt(call, routing, code), ...howToChange(talk, to)];
  return endWith(
    leaving,
    "caller",
    [...words, say(call, routing, "goodbye")],
    [told, ...repsLetGo(call), ...(offer.moves ? [] : [placeGone(call)])],
  );
}

function givenBy({ now }: Talk, promising: Promising): NewGiven {
  if (promising.kind === "booked") return promising.slot;
  return promising.minutes === 0 ? {} : { by: now + promising.minutes * 60_000 };
}

/** The call that is wanted, with all that the caller would otherwise have to tell again. */
function wanted(talk: Talk, to: Callee, kind: CallbackKind): Omit<NewCallback, "id" | "code" | "given"> {
  const { call, offer, joinedAt, since, routing, now } = talk;
  const { number, zones, texts, own } = to;
  const { about, segment, spokeWith: owner } = call;
  return {
    kind,
    to: number,
    from: routing.lines.some((one) => one.number === call.to) ? call.to : routing.business.callerId,
    language: call.language,
    queue: offer.queue,
    joinedAt: joinedAt ?? since ?? now,
    madeBy: { who: "caller", via: "phone" },
    origin: call.sid,
    confirm: !own,
    zones,
    texts: texts && own,
    everSupport: call.everSupport || routing.queues[offer.queue]?.kind === "support",
    ...(joinedAt === undefined ? {} : { waitedSeconds: Math.round((now - joinedAt) / 1_000) }),
    ...(about === undefined ? {} : { about }),
    ...(segment === undefined ? {} : { segment }),
    ...(owner === undefined ? {} : { owner }),
  };
}

function happens({ call, routing }: Talk, promising: Promising): Say {
  if (promising.kind === "place") return say(call, routing, "callback-made-place", { minutes: promising.minutes });
  const { slot, at } = promising;
  return say(call, routing, "callback-made-booked", { at, minutes: Math.round((slot.by - slot.from) / 60_000) });
}

/** The receipt, digit by digit with a breath in the middle; the prompt says it twice. */
function receipt(call: Call, routing: Routing, code: string): Say {
  const digits = code.split("");
  return say(call, routing, "callback-receipt", {
    code: `${digits.slice(0, 3).join(" ")}, ${digits.slice(3).join(" ")}`,
  });
}

/** How the call is changed later; and that all this is on its way as a text, where it is. */
function howToChange({ call, offer, routing }: Talk, { texts, own }: Callee): readonly Say[] {
  const texted = offer.moves === undefined && own && texts && routing.queues[offer.queue]?.callbacks.texts;
  return [...(texted ? [say(call, routing, "callback-texted")] : []), say(call, routing, "callback-change")];
}

/** The place is the return call's now: whoever rings in again has that, and no other. */
function placeGone({ from }: Call): Effect {
  return { do: "remember", number: from, what: { place: null } };
}

/** A rep who is being rung for this caller is not needed now. */
function repsLetGo(call: Call): readonly Effect[] {
  return call.at === "ringing" ? [...letGo(call, call.leg), { do: "note-rep", rep: call.rep, did: "freed" }] : [];
}
