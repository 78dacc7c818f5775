import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Call } from "../../src/call/call.ts";
import type { Verb } from "../../src/call/verb.ts";
import { business } from "../support/business.ts";
import { untilMet } from "../support/until-met.ts";
import { choices } from "./chances.ts";
import { life, routingOf } from "./life.ts";

const routing = routingOf(business);

test.each([false, true])(
  "nothing is promised to a caller but in the step that makes it, and that can be kept (wild: %s)",
  (wild) => {
    let promised = 0;
    untilMet(
      fc.property(choices, (all) => {
        for (const { event, verbs, effects } of life(routing, all, wild)) {
          if (!spokenIn(verbs).some((text) => /^(Your receipt is|Su comprobante es)/.test(text))) continue;
          promised += 1;
          const told = effects.flatMap((effect) => (effect.do === "tell-callback" ? [effect.event.type] : []));
          expect({ told, durable: "house" in event && event.house.durable }).toEqual({
            told: [expect.stringMatching(/^(made|moved)$/)],
            durable: true,
          });
        }
      }),
      600,
      () => promised > 0,
    );
    expect(promised).toBeGreaterThan(0);
  },
);

test.each([false, true])(
  "a caller who rang in rather than be called back is accounted for, once (wild: %s)",
  (wild) => {
    let lived = 0;
    untilMet(
      fc.property(choices, (all) => {
        const told: string[] = [];
        let last: Call | undefined;
        for (const { call, effects } of life(routing, all, wild)) {
          told.push(...effects.flatMap((effect) => (effect.do === "tell-callback" ? [effect.event.type] : [])));
          last = call;
        }
        if (!last?.returns?.live) return;
        lived += 1;
        const ends = told.filter((type) => type === "talked" || type === "left-live").length;
        const over = last.at === "ended";
        expect({ wentLive: told.includes("went-live"), once: over ? ends === 1 : ends <= 1 }).toEqual({
          wentLive: true,
          once: true,
        });
      }),
      600,
      () => lived > 0,
    );
    expect(lived).toBeGreaterThan(0);
  },
);

/** What a document says, sentence by sentence. */
function spokenIn(verbs: readonly Verb[]): readonly string[] {
  return verbs
    .flatMap((verb): readonly Verb[] => (verb.verb === "gather" ? verb.prompt : [verb]))
    .flatMap((verb) => (verb.verb === "say" ? [verb.sentence.text] : []));
}
