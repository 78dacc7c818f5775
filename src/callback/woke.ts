import type { Instant, Routing } from "../routing/routing.ts";
import { callableFrom, notCallable } from "./callable.ts";
import { givenNow, isUnderway, type Callback, type Cause } from "./callback.ts";
import type { CallbackEvent } from "./event.ts";
import { expiresAt } from "./schedule.ts";
import { lookAgainLater, stand } from "./stand.ts";
import { hindered, stay, type CallbackStep } from "./step.ts";
import { takesTexts, textCustomer, timeFor } from "./tell.ts";
import { giveUp, toldByText } from "./tried.ts";

/** While somebody is being rung for it when its time comes, it is looked at again so soon, in milliseconds. */
const lookAgain = 30_000;

type Woke = Extract<CallbackEvent, { readonly type: "woke" }>;

/**
 * due n           → due, if the customer may be rung now; otherwise woken when that is so
 * close n         → due no more until the next opening
 * again n, news n → due after a failed try; with `news` Holdfast itself rings again
 * remind n        → the customer is reminded of the booked time
 * ladder n step   → the reps of that step are told
 * time n          → promised: Holdfast rings the customer itself; otherwise the customer hears that it is late
 * expired         → broken, with what stood in its way
 * of an older promise → nothing
 */
export function woke(callback: Callback, { why, hindrance }: Woke, routing: Routing, now: Instant): CallbackStep {
  const [what, number, step] = why.split(" ");
  const { at } = callback.state;
  if (what === "expired") return expired(callback, hindrance, routing, now);
  if (Number(number) !== callback.given.length) return stay(callback);
  switch (what) {
    case "due":
      return at === "promised" ? stand(callback, routing, now) : stay(callback);
    case "close":
      return at === "due" ? stand(callback, routing, now) : stay(callback);
    case "again":
      return at === "missed" ? stand(callback, routing, now) : stay(callback);
    case "news":
      return at === "missed" ? newsAgain(callback, routing, now) : stay(callback);
    case "remind":
      return at === "promised" ? remind(callback, routing, now) : stay(callback);
    case "ladder":
      return ladder(callback, Number(step), routing);
    case "time":
      return itsTime(hindered(callback, hindrance ?? callback.hindrance), why, hindrance, routing, now);
    default:
      return stay(callback);
  }
}

function newsAgain(callback: Callback, routing: Routing, now: Instant): CallbackStep {
  const standing = stand(callback, routing, now);
  if (standing.callback.state.at !== "due") return standing;
  return stay(standing.callback, [
    ...standing.effects,
    { do: "dial-customer", how: "no-news", given: callback.given.length },
  ]);
}

function remind(callback: Callback, routing: Routing, now: Instant): CallbackStep {
  const at = timeFor(callback, givenNow(callback).from ?? now, routing, now, { written: true });
  return stay(callback, textCustomer(callback, "callback-reminder-text", routing, { at }));
}

/** Nobody is reminded of what is being done, nor where the customer has been rung already. */
function ladder(callback: Callback, step: number, routing: Routing): CallbackStep {
  const rung = routing.business.ladder[step];
  if (!rung || isUnderway(callback) || givenNow(callback).rungAt !== undefined) return stay(callback);
  return stay(callback, [{ do: "tell-reps", whom: rung.tell, prompt: "promise-due-text" }]);
}

/** Where a limit or the switch holds it back the customer is told by text; who takes none is rung as soon as may be. */
function itsTime(
  callback: Callback,
  why: string,
  hindrance: Cause | undefined,
  routing: Routing,
  now: Instant,
): CallbackStep {
  const { at } = callback.state;
  if (at === "talking" || at === "live" || givenNow(callback).rungAt !== undefined) return stay(callback);
  if (at === "ringing") return stay(callback, [{ do: "wake", at: now + lookAgain, why }]);
  if (callback.kind !== "promised") return stay(callback, textCustomer(callback, "callback-late-text", routing));
  if (hindrance === "held-back" && takesTexts(callback, routing)) return toldByText(callback, routing, now);
  const not = notCallable(callback, routing, now);
  if (not === undefined) return stay(callback, [{ do: "dial-customer", how: "no-news", given: callback.given.length }]);
  if (takesTexts(callback, routing)) return toldByText(hindered(callback, not), routing, now);
  const opens = callableFrom(callback, routing, now) ?? now + lookAgainLater;
  return stay(hindered(callback, not), [{ do: "wake", at: opens, why }]);
}

/** Nothing leaves the list silently: whoever is being spoken with is served; otherwise the customer is told. */
function expired(callback: Callback, hindrance: Cause | undefined, routing: Routing, now: Instant): CallbackStep {
  const at = expiresAt(callback, routing);
  if (at > now) return stay(callback, [{ do: "wake", at, why: "expired" }]);
  if (isUnderway(callback)) return stay(callback, [{ do: "wake", at: now + lookAgain, why: "expired" }]);
  return giveUp(callback, callback.hindrance ?? hindrance ?? "nobody-free", routing, now);
}
