import * as fc from "fast-check";
import twilio from "twilio";
import { describe, expect, test } from "vitest";
import type { Gather, Heard, Verb } from "../../src/call/verb.ts";
import { readTwiml, type Realm, type Verb as Read } from "../../src/exchange/twiml/read.ts";
import { messageTwiml, twiml } from "../../src/twilio/twiml.ts";
import { urls, verbsOf, waitVerbsOf } from "./verbs.ts";

type Nest = Pick<InstanceType<typeof twilio.twiml.VoiceResponse>, "say" | "play" | "pause">;
const method = "POST";

/** The same verbs by the SDK's own builder. */
function bySdk(verbs: readonly Verb[]): string {
  const response = new twilio.twiml.VoiceResponse();
  for (const verb of verbs) build(response, verb);
  return response.toString();
}

function hear(into: Nest, verb: Heard): void {
  if (verb.verb === "pause") into.pause({ length: verb.seconds });
  else if (verb.verb === "playback") into.play(urls.said(verb.recording) ?? "");
  else if (verb.verb === "play") into.play(urls.track(verb.track, verb.from, verb.to));
  else if (verb.sentence.file !== undefined) into.play(urls.recorded(verb.sentence.file));
  else if (verb.sentence.text.trim() !== "") {
    const { voice, locale: language, text } = verb.sentence;
    into.say(JSON.parse(JSON.stringify({ voice, language })), text);
  }
}

function gatherBySdk(response: InstanceType<typeof twilio.twiml.VoiceResponse>, verb: Gather): void {
  const hints = verb.listensFor?.hints.map((hint) => hint.replace(/[,\s]+/g, " ").trim()).filter((hint) => hint !== "");
  const gather = response.gather({
    input: verb.listensFor ? ["dtmf", "speech"] : ["dtmf"],
    numDigits: verb.keys,
    finishOnKey: "",
    timeout: verb.seconds,
    action: urls.turn(verb.then),
    method,
    actionOnEmptyResult: true,
    ...(verb.listensFor && {
      language: "en-US",
      ...(hints && hints.length > 0 && { hints: hints.join(",") }),
      speechTimeout: "auto",
    }),
  });
  for (const part of verb.prompt) hear(gather, part);
}

function build(response: InstanceType<typeof twilio.twiml.VoiceResponse>, verb: Verb): void {
  switch (verb.verb) {
    case "say":
    case "play":
    case "pause":
    case "playback":
      return hear(response, verb);
    case "gather":
      return gatherBySdk(response, verb);
    case "redirect":
      return void response.redirect({ method }, urls.turn(verb.then));
    case "enqueue": {
      const waitUrl = urls.turn(verb.wait);
      return void response.enqueue(
        { action: urls.turn(verb.then), method, waitUrl, waitUrlMethod: method },
        verb.queue,
      );
    }
    case "leave":
      return void response.leave();
    case "join":
      return void response.dial({ action: urls.turn(verb.then), method, hangupOnStar: verb.star }).conference(
        {
          beep: "false",
          startConferenceOnEnter: true,
          endConferenceOnExit: false,
          participantLabel: verb.label,
          waitUrl: urls.room,
          waitMethod: method,
          maxParticipants: 10,
        },
        verb.room,
      );
    case "dial": {
      const { callerId, seconds: timeout } = verb;
      const dial = response.dial({ action: urls.turn(verb.then), method, callerId, timeout, answerOnBridge: false });
      return void dial.number(verb.number);
    }
    case "record": {
      const action = urls.turn(verb.then);
      const { seconds: maxLength, silence: timeout } = verb;
      const rest = { finishOnKey: "1234567890*#", playBeep: true, trim: "trim-silence" } as const;
      response.record({ action, method, maxLength, timeout, ...rest });
      return void response.redirect({ method }, action);
    }
    case "reject":
      return void response.reject({ reason: verb.reason });
    case "hangup":
      return void response.hangup();
    default:
      return verb satisfies never;
  }
}

/** Text that any XML can hold, short enough for every voice. */
const plain = fc.string({ unit: "grapheme", maxLength: 60 });
/** Everything a string can be, whole or broken. */
const anything = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }).map((units) => String.fromCharCode(...units)),
  fc.constantFrom(
    "\ud800",
    "\udc00\ud800",
    "\u0000",
    "\ufffe\uffff",
    "]]>",
    "<!--",
    "&amp;",
    "\r\n",
    '"',
    "'",
    "<Hangup/>",
  ),
);

const refused = (xml: string, realm: Realm) => {
  const reading = readTwiml(xml, "text/xml", realm);
  return "fault" in reading ? reading.fault : "warnings" in reading ? reading.warnings : reading;
};
const read = (xml: string): readonly Read[] => {
  const reading = readTwiml(xml, "text/xml", "call");
  if (!("verbs" in reading)) throw new Error(JSON.stringify(reading));
  return reading.verbs;
};
const say = (text: string, voice = "Polly.Joanna-Neural"): Verb => {
  return { verb: "say", sentence: { text, locale: "en-US", voice } };
};

/** The text without what XML 1.0 cannot hold, one character after the other. */
const kept = (text: string): string =>
  Array.from(text)
    .filter((character) => /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]$/u.test(character))
    .join("");

/** The hints as Twilio reads them from a document that it takes. */
const hintsOf = (hints: readonly string[]) => {
  const then = { asked: "answer", leg: "caller", turn: 1 } as const;
  const listensFor = { locale: "en-US", hints };
  const xml = twiml([{ verb: "gather", prompt: [], keys: 1, seconds: 5, listensFor, then }], urls);
  expect(refused(xml, "call")).toEqual([]);
  return read(xml)[0]?.attributes["hints"]?.split(",");
};

describe("the verbs as TwiML", () => {
  test("are written byte for byte as the SDK writes them", () => {
    fc.assert(
      fc.property(verbsOf(plain), (verbs) => {
        expect(twiml(verbs, urls)).toBe(bySdk(verbs));
      }),
      { seed: 1, numRuns: 500 },
    );
    expect(twiml([{ verb: "reject", reason: "busy" }], urls)).toBe(bySdk([{ verb: "reject", reason: "busy" }]));
    expect(twiml([{ verb: "leave" }], urls)).toBe(bySdk([{ verb: "leave" }]));
  });

  test("are such as Twilio runs, in a call and in a wait, whatever the texts hold", () => {
    const runs = { seed: 2, numRuns: 500 };
    fc.assert(
      fc.property(verbsOf(anything), (verbs) => {
        expect(refused(twiml(verbs, urls), "call")).toEqual([]);
      }),
      runs,
    );
    fc.assert(
      fc.property(waitVerbsOf(anything), (verbs) => {
        expect(refused(twiml(verbs, urls), "queue-wait")).toEqual([]);
      }),
      runs,
    );
  });

  test("say any text as it is, but for what XML cannot hold", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const said = read(twiml([say(text), { verb: "hangup" }], urls)).filter(({ name }) => name === "Say");
        const expected = kept(text).replace(/\s+/g, " ").trim();
        expect(said.map((verb) => verb.text)).toEqual(expected === "" ? [] : [expected]);
      }),
      { seed: 3, numRuns: 1000 },
    );
  });

  test("leave out what is not to be heard: an empty sentence, no music, no pause", () => {
    const verbs: readonly Verb[] = [
      say(" \n"),
      say("\u0000\ufffe"),
      { verb: "pause", seconds: 0 },
      { verb: "play", track: "harbour", from: 80, to: 80 },
    ];
    expect(read(twiml(verbs, urls))).toEqual([]);
  });

  test.each([["Polly.Joanna-Neural"], ["Google.en-US-Wavenet-C"], ["man"]])(
    "cut a sentence that %s would refuse as too long at the end of a sentence",
    (voice) => {
      const text = "We are open. ".repeat(400).trim();
      const [said] = read(twiml([say(text, voice)], urls));
      expect(said?.text).toMatch(/^We are open\.( We are open\.)+$/);
      expect(said?.text.length).toBeGreaterThan(2900);
      expect(refused(twiml([say(text, voice)], urls), "call")).toEqual([]);
    },
  );

  test.each([
    ["at a word where there is no sentence end", "kettle ".repeat(900), /^kettle( kettle)+$/],
    ["anywhere where there is no word either", "k".repeat(5000), /^k{3000}$/],
    ["by its length as a URL, without halving a character", "🫖".repeat(600), /^(🫖){375}$/u],
  ])("cut a text that is too long %s", (_where, text, expected) => {
    const xml = twiml([say(text)], urls);
    expect(read(xml)[0]?.text).toMatch(expected);
    expect(refused(xml, "call")).toEqual([]);
  });

  test("keep hints within what Twilio takes: no commas in one, 100 characters, 500 of them, 10,000 in all", () => {
    expect(hintsOf(["sales, new kettle", " ", ",", "x".repeat(101)])).toEqual(["sales new kettle", "x".repeat(100)]);
    expect(hintsOf(Array.from({ length: 600 }, (_, n) => `word ${n}`))).toHaveLength(500);
    expect(hintsOf(Array.from({ length: 500 }, () => "水".repeat(100)))).toHaveLength(100);
    expect(hintsOf([])).toBeUndefined();
  });

  test("bring numbers into Twilio's bounds", () => {
    const then = { asked: "parted", leg: "caller", turn: 1 } as const;
    const verbs: readonly Verb[] = [
      { verb: "gather", prompt: [], keys: 0, seconds: 0, then },
      { verb: "dial", number: "+12125550101", callerId: "", seconds: 2, then },
      { verb: "record", seconds: 9999, silence: 0.2, then },
      { verb: "pause", seconds: 0.4 },
    ];
    const xml = twiml(verbs, urls);
    expect(refused(xml, "call")).toEqual([]);
    expect(read(xml)).toMatchObject([
      { name: "Gather", attributes: { timeout: "1" } },
      { name: "Dial", attributes: { timeout: "5" } },
      { name: "Record", attributes: { maxLength: "3600", timeout: "1" } },
      { name: "Redirect" },
      { name: "Pause", attributes: { length: "1" } },
    ]);
  });
});

describe("the answer to a text message", () => {
  test("is a message each, none for an empty text, and none too long", () => {
    const xml = messageTwiml(["Signed in. <3", "", " \u0000 ", "k".repeat(2000)]);
    expect(refused(xml, "sms")).toEqual([]);
    const reading = readTwiml(xml, "text/xml", "sms");
    expect(reading).toMatchObject({
      verbs: [
        { name: "Message", text: "Signed in. <3" },
        { name: "Message", text: "k".repeat(1600) },
      ],
    });
    expect(messageTwiml([])).toBe('<?xml version="1.0" encoding="UTF-8"?><Response/>');
  });

  test("is well-formed whatever the texts hold", () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 4 }), (texts) => {
        expect(refused(messageTwiml(texts), "sms")).toEqual([]);
      }),
      { seed: 4, numRuns: 500 },
    );
  });
});
