import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readTwiml, type Realm } from "../../src/exchange/twiml/read.ts";

const xml = "text/xml";
const read = (body: string, type: string | undefined = xml, realm: Realm = "call") => {
  const reading = readTwiml(body, type, realm);
  if ("audio" in reading) return "audio";
  return "fault" in reading ? reading.fault.code : reading.verbs.map((verb) => verb.name);
};
const hello = "<Response><Say>Hello</Say></Response>";

test.each([
  ["text/xml is TwiML", "text/xml", ["Say"]],
  ["application/xml is TwiML", "application/xml; charset=utf-8", ["Say"]],
  ["text/html is TwiML", "TEXT/HTML", ["Say"]],
  ["plain text that is TwiML is run", "text/plain", ["Say"]],
  ["sound is played", "audio/mpeg", "audio"],
  ["JSON is refused", "application/json", 12300],
  ["an empty content type is refused", "", 12300],
])("a document by content type: %s", (_rule, type, expected) => {
  expect(read(hello, type)).toEqual(expected);
});

test("a document without a content type is refused", () => {
  expect(readTwiml(hello, undefined, "call")).toMatchObject({ fault: { code: 12300 } });
});

test("plain text that is no markup is read aloud, and the caller is hung up on", () => {
  expect(readTwiml("Sorry, error 500", "text/plain", "call")).toMatchObject({
    verbs: [{ name: "Say", text: "Sorry, error 500" }, { name: "Hangup" }],
  });
});

test.each([
  ["an empty body has nothing to do", "", []],
  ["an empty Response has nothing to do", "<Response/>", []],
  ["comments and a declaration are no verbs", `<?xml version="1.0"?><!-- hi --><Response><!-- ho --></Response>`, []],
  ["a document ends where it is cut off: no", "<Response><Say>Hel", 12100],
  ["a bare ampersand is no XML", "<Response><Say>Tom & Ana</Say></Response>", 12100],
  ["a control character in an attribute is no XML", `<Response><Gather hints="a\u0007"/></Response>`, 12100],
  ["a control character in text is no XML", "<Response><Say>a\u0000b</Say></Response>", 12100],
  ["an attribute stands once", `<Response><Pause length="1" length="2"/></Response>`, 12100],
  ["two roots are no XML", "<Response/><Response/>", 12100],
  ["TwiML is XML 1.0", `<?xml version="2.0"?><Response/>`, 12101],
  ["the root is Response", "<Say>Hello</Say>", 12102],
  ["names are case-sensitive: response is no Response", "<response/>", 12102],
  ["names are case-sensitive: say is no Say", "<Response><say>Hi</say></Response>", 12200],
  ["an unknown verb is refused", "<Response><Sing>Hi</Sing></Response>", 12200],
  ["a noun is no verb", "<Response><Number>+12125550001</Number></Response>", 12200],
  ["SSML stands in Say alone", "<Response><break/></Response>", 12200],
])("a document: %s", (_rule, body, expected) => {
  expect(read(body)).toEqual(expected);
});

const padded = (bytes: number) => `<Response><!--${"x".repeat(bytes - 28)}--></Response>`;
test.each([
  ["64 kB is read", padded(64 * 1024), []],
  ["one byte more is refused", padded(64 * 1024 + 1), 11750],
  ["bytes count, not characters", `<Response><!--${"é".repeat(40_000)}--></Response>`, 11750],
])("the size of a document: %s", (_rule, body, expected) => {
  expect(read(body)).toEqual(expected);
});

const inline = (body: string) => {
  const reading = readTwiml(body, undefined, "call", true);
  return "fault" in reading ? reading.fault.code : "accepted";
};
test.each([
  ["4000 characters are read", padded(4000), "accepted"],
  ["4001 are refused", padded(4001), 32018],
  ["a relative action is refused", `<Response><Gather action="/next"/></Response>`, 15004],
  ["a relative wait is refused", `<Response><Enqueue waitUrl="wait">a</Enqueue></Response>`, 15004],
  ["silence for a wait is no relative URL", `<Response><Enqueue waitUrl="">a</Enqueue></Response>`, "accepted"],
  ["a relative whisper is refused", `<Response><Dial><Queue url="/w">a</Queue></Dial></Response>`, 15004],
  ["an absolute action is read", `<Response><Gather action="https://a.example/next"/></Response>`, "accepted"],
  ["Record has an action", "<Response><Record/></Response>", 11100],
  ["Gather has an action", "<Response><Gather/></Response>", 11100],
  ["Redirect is absolute", "<Response><Redirect>/next</Redirect></Response>", 11100],
  ["Redirect has a text", "<Response><Redirect/></Response>", 11100],
  ["Play is absolute", "<Response><Play>/a.mp3</Play></Response>", 11100],
])("a document handed in with a REST request: %s", (_rule, body, expected) => {
  expect(inline(body)).toBe(expected);
});

const warnings = (body: string) => {
  const reading = readTwiml(body, xml, "call");
  return "warnings" in reading ? reading.warnings.map((warning) => warning.code) : reading;
};
test.each([
  ["an unknown attribute", `<Response><Say tone="kind">Hi</Say></Response>`, [12200]],
  ["an attribute in another case", `<Response><Pause Length="2"/></Response>`, [12200]],
  ["stray text between verbs", "<Response>Hello<Hangup/></Response>", [12200]],
  ["stray text in Gather", `<Response><Gather action="/a">Hello</Gather></Response>`, [12200]],
  ["a Gather without an action, which may loop", "<Response><Gather/></Response>", [0]],
  ["a Record without an action, which may loop", "<Response><Record/></Response>", [0]],
  ["SSML for a basic voice", `<Response><Say voice="man">a<break/></Say></Response>`, [0]],
  ["nothing, where nothing is odd", `<Response><Gather action="/a"><Say>Hi</Say></Gather></Response>`, []],
])("a document is run, with a warning of %s", (_rule, body, expected) => {
  expect(warnings(body)).toEqual(expected);
});

const verbs = {
  Say: "<Say>a</Say>",
  Play: "<Play>/a.mp3</Play>",
  Pause: "<Pause/>",
  Hangup: "<Hangup/>",
  Redirect: "<Redirect>/a</Redirect>",
  Reject: "<Reject/>",
  Leave: "<Leave/>",
  Gather: `<Gather action="/a"/>`,
  Record: `<Record action="/a"/>`,
  Enqueue: "<Enqueue>a</Enqueue>",
  Dial: "<Dial>+12125550001</Dial>",
  Sms: "<Sms>a</Sms>",
  Pay: "<Pay/>",
  Message: "<Message>a</Message>",
} as const;
const accepted = (realm: Realm) =>
  Object.entries(verbs)
    .filter(([, verb]) => Array.isArray(read(`<Response>${verb}</Response>`, xml, realm)))
    .map(([name]) => name);
const refused = (verb: keyof typeof verbs, realm: Realm) => read(`<Response>${verbs[verb]}</Response>`, xml, realm);

test.each([
  ["call", "Say Play Pause Hangup Redirect Reject Gather Record Enqueue Dial"],
  ["queue-wait", "Say Play Pause Hangup Redirect Leave Gather"],
  ["number-whisper", "Say Play Hangup Gather"],
  ["queue-whisper", "Say Play Pause Redirect"],
  ["conference-wait", "Say Play Pause Redirect"],
  ["sms", "Redirect Message"],
] as const)("a %s document holds %s", (realm, names) => {
  expect(accepted(realm)).toEqual(names.split(" "));
});

test.each([
  ["Dial", "number-whisper", 13201],
  ["Dial", "conference-wait", 13238],
  ["Gather", "conference-wait", 13238],
  ["Hangup", "conference-wait", 13238],
  ["Record", "conference-wait", 13238],
  ["Record", "queue-wait", 12200],
  ["Enqueue", "queue-wait", 12200],
  ["Sms", "queue-wait", 13803],
  ["Sms", "call", 13803],
  ["Pay", "call", 13750],
  ["Leave", "call", 12200],
  ["Say", "sms", 14110],
] as const)("<%s> in a %s document is refused with %i", (verb, realm, code) => {
  expect(refused(verb, realm)).toBe(code);
});

test("the text of Say leaves SSML marks out and says what a substitution stands for", () => {
  const reading = readTwiml(
    `<Response><Say voice="Polly.Joanna">You are\n  number <say-as interpret-as="cardinal">4</say-as><break time="1s"/> at the <sub alias="World Wide Web">WWW</sub>.</Say></Response>`,
    xml,
    "call",
  );
  expect(reading).toMatchObject({ verbs: [{ text: "You are number 4 at the World Wide Web." }], warnings: [] });
});

const realms: readonly Realm[] = [
  ...(["call", "queue-wait", "number-whisper"] as const),
  ...(["queue-whisper", "conference-wait", "sms"] as const),
];
const names = fc.constantFrom(...Object.keys(verbs), "Number", "Queue", "Conference", "break", "Body", "toString");
const attributes = fc.dictionary(
  fc.constantFrom("action", "input", "timeout", "loop", "url", "waitUrl", "record", "constructor", "toString"),
  fc.oneof(fc.string(), fc.webUrl({ withFragments: true }), fc.nat().map(String)),
);
const escape = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const { document } = fc.letrec<{ document: string }>((tie) => ({
  document: fc
    .tuple(names, attributes, fc.oneof({ maxDepth: 3 }, fc.string().map(escape), fc.array(tie("document"))))
    .map(([name, named, inside]) => {
      const written = Object.entries(named).map(([key, value]) => ` ${key}="${escape(value)}"`);
      return `<${name}${written.join("")}>${[inside].flat().join("")}</${name}>`;
    }),
}));

test("whatever is sent is read, or refused with one of Twilio's codes", () => {
  const sent = fc.oneof(
    fc.string(),
    document.map((verb) => `<Response>${verb}</Response>`),
  );
  fc.assert(
    fc.property(sent, fc.constantFrom(...realms), fc.boolean(), (body, realm, inline) => {
      const reading = readTwiml(body, xml, realm, inline);
      expect("verbs" in reading || ("fault" in reading && reading.fault.code > 11_000)).toBe(true);
    }),
    { seed: 7, numRuns: 2000 },
  );
});
