import type { Saying } from "../callback/said-time.ts";
import type { Instant } from "../routing/routing.ts";
import { again, ask, type Next, type Scene } from "./giving.ts";
import { repLanguage, sayToRep } from "./speech.ts";
import type { Step } from "./step.ts";
import type { Giving } from "./word-questions.ts";

/** Reps say times by the business's clock. */
export function saying({ call, queue, routing }: Scene<Giving>): Saying {
  return { zone: routing.business.zone, language: repLanguage(routing, call.rep), queue };
}

/** A time was keyed or said; undefined: it was none that we understood. */
export function time<C extends Giving>(scene: Scene<C>, wished: Instant | undefined): Next<C> {
  const { call, routing } = scene;
  return wished === undefined ? again(scene, sayToRep(routing, call.rep, "not-understood")) : wish(scene, wished);
}

/** The rep wants this time: what for is asked next, or the next free one is offered. */
export function wish<C extends Giving>(scene: Scene<C>, wished: Instant): Step {
  const { call, draft, number, queue, owed } = scene;
  const { by: _, why: __, ...rest } = draft;
  const anew = { ...scene, draft: rest };
  const found = owed.timeFor(call.rep, queue, number.zones, wished);
  if (found.fits) return ask(anew, { asks: draft.note === undefined ? "about" : "keep", by: found.by });
  const { why, by } = found;
  return ask(anew, { asks: "instead", why, ...(by === undefined ? {} : { by }) });
}
