import type { Instant, Routing } from "../routing/routing.ts";
import { callableFrom, notCallable } from "./callable.ts";
import { givenNow, isUnderway, type Callback } from "./callback.ts";
import type { CallbackEvent } from "./event.ts";
import { rulesOf } from "./schedule.ts";
import { close, hindered, into, stay, type CallbackStep } from "./step.ts";
import { textCustomer, timeFor } from "./tell.ts";
import { toldByText } from "./tried.ts";

/** While somebody is being rung for it when its time comes, it is looked at again so soon, in milliseconds. */
const lookAgain = 30_000;

type Woke = Extract<CallbackEvent, { readonly type: "woke" }>;

/**
 * due n, again n    → due, if the customer may be rung now; otherwise woken when that is so
 * remind n          → the customer is reminded of the booked time
 * ladder n step     → the reps of that step are told
 * time n            → promised: Holdfast rings the customer itself; otherwise the customer hears that it is late
 * expired           → broken, with what stood in its way
 * of an older promise → nothing
 */
export function woke(callback: Callback, { why, hindrance }: Woke, routing: Routing, now: Instant): CallbackStep {
  const [what, number, step] = why.split(" ");
  if (what === "expired") return expired(callback, hindrance, routing, now);
  if (Number(number) !== callback.given.length) return stay(callback);
  switch (what) {
    case "due":
      return callback.state.at === "promised" ? due(callback, why, routing, now) : stay(callback);
    case "again":
      return callback.state.at === "missed" ? due(callback, why, routing, now) : stay(callback);
    case "remind":
      return stay(
        callback,
        textCustomer(callback, "callback-reminder-text", routing, {
          at: timeFor(callback, givenNow(callback).from ?? now, routing, now, { written: true }),
        }),
      );
    case "ladder":
      return ladder(callback, Number(step), routing);
    case "time":
      return itsTime(callback, why, hindrance, routing, now);
    default:
      return stay(callback);
  }
}

function due(callback: Callback, why: string, routing: Routing, now: Instant): CallbackStep {
  const not = notCallable(callback, routing, now);
  if (not === undefined) {
    const standing = into(callback, { at: "due", since: now });
    return rulesOf(callback, routing).first === "customer" && callback.kind !== "promised"
      ? stay(standing, [{ do: "dial-customer", how: "first" }])
      : stay(standing);
  }
  const at = callableFrom(callback, routing, now);
  const waiting = hindered(callback, not);
  return at === undefined ? stay(waiting) : stay(waiting, [{ do: "wake", at, why }]);
}

function ladder(callback: Callback, step: number, routing: Routing): CallbackStep {
  const rung = routing.business.ladder[step];
  if (!rung || isUnderway(callback)) return stay(callback);
  return stay(callback, [{ do: "tell-reps", whom: rung.tell, prompt: "promise-due-text" }]);
}

function itsTime(
  callback: Callback,
  why: string,
  hindrance: Woke["hindrance"],
  routing: Routing,
  now: Instant,
): CallbackStep {
  const known = hindered(callback, hindrance ?? callback.hindrance);
  const { rungAt } = givenNow(callback);
  if (callback.state.at === "talking" || callback.state.at === "live" || rungAt !== undefined) return stay(known);
  if (callback.state.at === "ringing") return stay(known, [{ do: "wake", at: now + lookAgain, why }]);
  if (callback.kind !== "promised") return stay(known, textCustomer(known, "callback-late-text", routing));
  if (notCallable(callback, routing, now) === undefined) return stay(known, [{ do: "dial-customer", how: "no-news" }]);
  return callback.texts ? toldByText(known, routing, now) : stay(known);
}

/** Nothing leaves the list silently: whoever is being spoken with is served; otherwise the customer is told. */
function expired(callback: Callback, hindrance: Woke["hindrance"], routing: Routing, now: Instant): CallbackStep {
  const { givenAt } = givenNow(callback);
  const at = givenAt + rulesOf(callback, routing).expireAfter * 1_000;
  if (at > now) return stay(callback, [{ do: "wake", at, why: "expired" }]);
  if (isUnderway(callback)) return stay(callback, [{ do: "wake", at: now + lookAgain, why: "expired" }]);
  const cause = callback.hindrance ?? hindrance ?? "nobody-free";
  return close(callback, { how: "broken", cause }, now, textCustomer(callback, "callback-gave-up-text", routing));
}
