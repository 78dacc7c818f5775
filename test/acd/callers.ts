import { tie, urgency, type Waiting } from "../../src/acd/line.ts";
import type { Routing } from "../../src/routing/routing.ts";
import { modelRouting } from "../routing/model.ts";

/** The model: Ana sells, Ben supports, Chloé does both in English, Diego too and leads, Eve is at reception. */
export const routing = modelRouting();
export const now = Date.UTC(2026, 10, 23, 15);

/** An English support caller who joined so many seconds ago, and how that differs. */
export function waiting(call: string, seconds: number, differs: Partial<Waiting> = {}): Waiting {
  return {
    call,
    queue: "support",
    joinedAt: now - seconds * 1_000,
    language: "en",
    triedReps: {},
    overtaken: 0,
    ...differs,
  };
}

/** Reps who are free, the longest idle first. */
export const free = (...reps: readonly string[]) => reps.map((rep, at) => ({ rep, idleSince: now - 10_000 + at }));
export const everybody: ReadonlySet<string> = new Set(Object.keys(routing.reps));

/** The order in which callers are served, were there a rep for each. */
export function inOrder(line: readonly Waiting[], by: Routing, at: number): readonly Waiting[] {
  return line.toSorted((a, b) => urgency(b, by, at) - urgency(a, by, at) || tie(a, b));
}
