import * as fc from "fast-check";
import type { Asked, Gather, Heard, LegId, Then, Verb } from "../../src/call/verb.ts";
import { urlsOf } from "../../src/web/paths.ts";

/** Where the documents of these tests point. */
export const urls = urlsOf(
  "https://phone.example.com",
  "CA0123456789abcdef0123456789abcdef",
  (track) => `hash-${track}`,
  (recording) => `seal-of-${recording}`,
);

const asked: readonly Asked[] = ["answer", "wait", "left", "parted", "recorded", "next", "rung", "held"];
const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/);
const number = fc.stringMatching(/^\+[1-9]\d{7,14}$/);
const seconds = fc.integer({ min: 1, max: 300 });

const then: fc.Arbitrary<Then> = fc.record({
  asked: fc.constantFrom(...asked),
  leg: fc.oneof(
    fc.constant<LegId>("caller"),
    fc.integer({ min: 1, max: 9 }).map((n): LegId => `r${n}`),
  ),
  turn: fc.nat(500),
});

/** What a caller hears, its sentences of these texts. */
function heardOf(text: fc.Arbitrary<string>): fc.Arbitrary<Heard> {
  const spoken = fc.record({
    text,
    locale: fc.constant("en-US"),
    voice: fc.constantFrom("Polly.Joanna-Neural", "man"),
  });
  const recorded = spoken.map((sentence) => ({ ...sentence, file: "welcome.wav" }));
  const cut = fc.record({ track: id, from: fc.nat(100_000), length: fc.integer({ min: 1, max: 500_000 }) });
  return fc.oneof(
    fc.oneof(spoken, recorded).map((sentence): Heard => ({ verb: "say", sentence })),
    cut.map(({ track, from, length }): Heard => ({ verb: "play", track, from, to: from + length })),
    seconds.map((length): Heard => ({ verb: "pause", seconds: length })),
    fc.constant<Heard>({
      verb: "playback",
      recording: `https://api.twilio.com/2010-04-01/Accounts/AC1/Recordings/RE${"0a".repeat(16)}`,
    }),
  );
}

function gatherOf(text: fc.Arbitrary<string>, mayListen: boolean): fc.Arbitrary<Gather> {
  const gather = fc.record({
    verb: fc.constant("gather" as const),
    prompt: fc.array(heardOf(text), { maxLength: 3 }),
    keys: fc.integer({ min: 1, max: 20 }),
    seconds,
    then,
  });
  const hints = fc.array(text, { maxLength: 4 });
  const listening = fc.tuple(gather, hints).map(([one, words]): Gather => {
    return { ...one, listensFor: { locale: "en-US", hints: words } };
  });
  return mayListen ? fc.oneof(gather, listening) : gather;
}

/** Verbs of a call's document, in any order, with these texts in them. */
export function verbsOf(text: fc.Arbitrary<string>): fc.Arbitrary<readonly Verb[]> {
  const verb: fc.Arbitrary<Verb> = fc.oneof(
    heardOf(text),
    gatherOf(text, true),
    then.map((to): Verb => ({ verb: "redirect", then: to })),
    fc.tuple(id, then, then).map(([queue, wait, to]): Verb => ({ verb: "enqueue", queue, wait, then: to })),
    fc.tuple(id, fc.boolean(), then).map(([room, star, to]): Verb => {
      return { verb: "join", room, label: "caller", star, then: to };
    }),
    fc.tuple(number, number, fc.integer({ min: 5, max: 60 }), then).map(([to, callerId, rings, next]): Verb => {
      return { verb: "dial", number: to, callerId, seconds: rings, then: next };
    }),
    fc.tuple(seconds, seconds, then).map(([length, silence, to]): Verb => {
      return { verb: "record", seconds: length, silence, then: to };
    }),
    fc.constant<Verb>({ verb: "hangup" }),
  );
  return fc.array(verb, { maxLength: 6 });
}

/** Verbs of a wait document. */
export function waitVerbsOf(text: fc.Arbitrary<string>): fc.Arbitrary<readonly Verb[]> {
  const verb: fc.Arbitrary<Verb> = fc.oneof(heardOf(text), gatherOf(text, false), fc.constant<Verb>({ verb: "leave" }));
  return fc.array(verb, { maxLength: 6 });
}
