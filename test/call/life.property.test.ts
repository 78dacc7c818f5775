import * as fc from "fast-check";
import { expect, test } from "vitest";
import { asks } from "../../src/call/asking.ts";
import type { Call } from "../../src/call/call.ts";
import type { Verb } from "../../src/call/verb.ts";
import { readTwiml } from "../../src/exchange/twiml/read.ts";
import { readRouting } from "../../src/routing/check.ts";
import { twiml } from "../../src/twilio/twiml.ts";
import { urlsOf } from "../../src/web/paths.ts";
import { business } from "../support/business.ts";
import { untilMet } from "../support/until-met.ts";
import { choices, sounds } from "./chances.ts";
import { life, routingOf } from "./life.ts";

const routing = routingOf(business);
const salesSounds = new Set<string>(sounds.map(({ id }) => id));
const advertised = new Set(
  Object.values(business.prompts).flatMap((prompts) => [
    prompts["ad-glass"],
    prompts["ad-whisper"],
    prompts["ad-descaler"],
  ]),
);

test.each([false, true])("every state answers every event, and whoever asks gets a document (wild: %s)", (wild) => {
  const states = new Set<string>();
  untilMet(
    fc.property(choices, (all) => {
      for (const { before, event, call, verbs } of life(routing, all, wild)) {
        states.add(call.at);
        expect({ at: before?.at, event: event.type, answered: !asks(event) || verbs.length > 0 }).toMatchObject({
          answered: true,
        });
      }
    }),
    600,
    () => states.size === everyState.length,
  );
  expect([...states].toSorted()).toEqual(everyState);
});

const everyState = [
  "agreeing",
  "cut-off",
  "desk",
  "dialling",
  "dropped",
  "ended",
  "fetching",
  "greeting",
  "informing",
  "leaving",
  "menu",
  "message",
  "notice",
  "offer",
  "out",
  "owed",
  "parting",
  "queue",
  "receipt",
  "ringing",
  "snoozing",
  "talking",
  "transferring",
  "voicemail",
  "wrap-up",
];

test.each([false, true])(
  "no call that was ever with support hears an announcement or what frames one, nor anybody on hold (wild: %s)",
  (wild) => {
    let [announced, framed] = [0, 0];
    untilMet(
      fc.property(choices, (all) => {
        let supported = false;
        for (const { before, call, verbs } of life(routing, all, wild)) {
          supported ||= isWithSupport(before) || isWithSupport(call);
          const heard = adverts(verbs);
          announced += heard.length;
          framed += heard.filter((one) => salesSounds.has(one)).length;
          const onHold = call.at === "talking" || call.at === "transferring";
          expect(supported || onHold ? heard : []).toEqual([]);
        }
      }),
      600,
      () => framed > 0 && announced > framed,
    );
    expect(framed).toBeGreaterThan(0);
    expect(announced - framed).toBeGreaterThan(0);
  },
);

const words = fc
  .string({ unit: "binary", minLength: 1, maxLength: 400 })
  .map((text) => text.replaceAll(/['{}#]/g, "'$&'").replaceAll("'''", "''"));
const routings = fc
  .record({
    said: fc.array(words, { minLength: 6, maxLength: 6 }),
    hints: fc.array(fc.string({ unit: "binary", minLength: 1, maxLength: 100 }), { minLength: 1, maxLength: 50 }),
    voice: fc.constantFrom("Polly.Joanna-Neural", "Polly.Joanna", "Google.en-US-Standard-C"),
    overflow: fc.constantFrom(
      {},
      { after: { seconds: 30, to: { to: "voicemail" } } },
      { after: { seconds: 60, to: { to: "number", number: "+12125550777" } } },
    ),
    listening: fc.integer({ min: 2, max: 30 }),
  })
  .map(({ said, hints, voice, overflow, listening }): unknown => {
    const [menu = "", address = "", glass = "", support = "", about = "", text = ""] = said;
    const source = structuredClone(business);
    const { languages } = source.business;
    Object.assign(languages.en, { voice });
    Object.assign(source.prompts.en, {
      "main-menu": menu,
      address,
      "ad-glass": glass,
      "queue-support": support,
      "about-repair": about,
      "text-on-its-way": text,
    });
    const [first, ...rest] = source.menus.main.options;
    const main = {
      ...source.menus.main,
      answerWithin: listening,
      options: [{ ...first, says: { en: hints } }, ...rest],
    };
    const sales = { ...source.queues.sales, overflow };
    return { ...source, menus: { main }, queues: { ...source.queues, sales } };
  });

test("whatever a business has us say, Twilio runs every document of every call", () => {
  const urls = urlsOf(
    "https://phone.example.com",
    `CA${"a".repeat(32)}`,
    () => "921a69165160b113",
    () => "5ea1",
  );
  let read = 0;
  fc.assert(
    fc.property(routings, choices, (source, all) => {
      const found = readRouting(source, "v1");
      if ("faults" in found) return;
      read += 1;
      for (const { before, event, verbs, realm } of life(found.routing, all, false)) {
        if (!asks(event)) continue;
        const document = twiml(verbs, urls);
        expect({
          realm,
          event: event.type,
          at: before?.at,
          document,
          ...complaint(document, realm),
        }).not.toHaveProperty("complaint");
      }
    }),
    { numRuns: 300 },
  );
  expect(read).toBeGreaterThan(150);
});

function complaint(document: string, realm: "call" | "queue-wait" | "conference-wait") {
  const reading = readTwiml(document, "text/xml", realm);
  if ("verbs" in reading && reading.warnings.length === 0 && reading.verbs.length > 0) return {};
  return { complaint: reading };
}

function isWithSupport(call: Call | undefined): boolean {
  return call !== undefined && "line" in call && routing.queues[call.line.queue]?.kind === "support";
}

/** The announcements that a document says, by their words, and the sounds that frame them. */
function adverts(verbs: readonly Verb[]): readonly string[] {
  return verbs
    .flatMap((verb): readonly Verb[] => (verb.verb === "gather" ? verb.prompt : [verb]))
    .flatMap((verb) => {
      const heard = verb.verb === "say" ? verb.sentence.text : verb.verb === "play" ? verb.track : "";
      return advertised.has(heard) || salesSounds.has(heard) ? [heard] : [];
    });
}
