import * as fc from "fast-check";
import { expect, test } from "vitest";
import { isUnderway, type Callback } from "../../src/callback/callback.ts";
import { callbackAfter } from "../../src/callback/transition.ts";
import { readRouting } from "../../src/routing/check.ts";
import { business } from "../support/business.ts";
import { choices } from "./chances.ts";
import { life } from "./life.ts";

const read = readRouting(structuredClone(business), "v1");
if ("faults" in read) throw new Error(JSON.stringify(read.faults));
const { routing } = read;

test.each([false, true])(
  "whatever happens in a call, its return call is never left waiting for it, nor reached twice in it (wild: %s)",
  (wild) => {
    const endings = new Set<string>();
    fc.assert(
      fc.property(choices, (all) => {
        let callback: Callback | undefined;
        for (const { event, call, told, now } of life(routing, all, wild)) {
          if (event.type === "calling-back") callback = event.callback;
          // Whoever calls it off has told the callback before.
          if (callback && event.type === "called-off")
            callback = callbackAfter(callback, { type: "cancelled", by: { who: "admin" } }, routing, now).callback;
          for (const { id, event: happened } of told)
            if (callback && id === callback.id)
              callback = callbackAfter(callback, { call: call.sid, ...happened }, routing, now).callback;
          if (!callback || call.returns?.callback.id !== callback.id) continue;
          if (call.at === "ended") endings.add(callback.state.at);
          expect(call.at === "ended" && isUnderway(callback) ? callback.state : "none").toBe("none");
          const reached = callback.tries.filter((one) => one.call === call.sid && one.came === "reached");
          expect(reached.length).toBeLessThan(2);
        }
      }),
      { numRuns: 1_000 },
    );
    expect([...endings].toSorted()).toEqual(expect.arrayContaining(["closed", "due", "missed", "promised"]));
  },
);
