import type { Presence } from "../acd/rep.ts";
import type { RepId, Routing } from "../routing/routing.ts";
import { asks } from "./asking.ts";
import type { AtDesk, Call } from "./call.ts";
import type { RepDid } from "./effect.ts";
import { ended } from "./end.ts";
import { opening } from "./opening.ts";
import { askKey, endWith, sayToRep } from "./speech.ts";
import { give, go, into, stay, type StateOf, type Step } from "./step.ts";
import type { Say } from "./verb.ts";

const keys: Readonly<Record<string, { readonly did: RepDid; readonly state: Presence["state"] }>> = {
  "1": { did: "signed-in", state: "in" },
  "2": { did: "on-break", state: "break" },
  "3": { did: "signed-out", state: "out" },
};

/**
 * A rep has called the line from the rep's own phone.
 *
 * at desk  1 in, 2 break, 3 out  → said back, leaving
 *          0                     → the line's opening, as for any caller
 *          another key, silence  → asked again, then leaving, unchanged
 */
export const desk: StateOf<AtDesk> = (call, event, routing, now) => {
  switch (event.type) {
    case "pressed": {
      if (event.keys === "0") return go(call, opening(call.to, routing));
      const choice = keys[event.keys];
      if (!choice) return again(call, routing);
      const { did, state } = choice;
      return endWith(
        into(call, { at: "leaving", outcome: "desk" }),
        "caller",
        [sayToRep(routing, call.rep, "desk-state", { state })],
        [{ do: "note-rep", rep: call.rep, did }],
      );
    }
    case "leg-ended":
      return event.leg === "caller" ? ended(call, "desk", now) : stay(call);
    default:
      return asks(event) ? again(call, routing) : stay(call);
  }
};

function again(call: AtDesk & Call, routing: Routing): Step {
  const words = sayToRep(routing, call.rep, "desk-keys");
  if (call.misses >= 2) return endWith(into(call, { at: "leaving", outcome: "desk" }), "caller", []);
  return ask({ ...call, misses: call.misses + 1 }, [words]);
}

function ask(call: Call, words: readonly Say[]): Step {
  return give(call, "caller", (turn) => [askKey({ asked: "answer", leg: "caller", turn }, words, 8)]);
}

/** Tells a rep the present state, and asks for another. */
export function enterDesk(call: Call, rep: RepId, state: Presence["state"], routing: Routing): Step {
  return ask(into(call, { at: "desk", rep, misses: 0 }), [sayToRep(routing, rep, "desk-menu", { state })]);
}
