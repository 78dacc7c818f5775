import { expect, test } from "vitest";
import { readTwiml, type Realm } from "../../src/exchange/twiml/read.ts";

const codeOf = (verbs: string, realm: Realm = "call") => {
  const reading = readTwiml(`<Response>${verbs}</Response>`, "text/xml", realm);
  if ("fault" in reading) return reading.fault.code;
  return "accepted";
};
type Row = readonly [verbs: string, expected: number | "accepted"];
const ok = (...verbs: string[]): Row[] => verbs.map((verb) => [verb, "accepted"]);
const gather = (attributes: string, inside = "") => `<Gather action="/a" ${attributes}>${inside}</Gather>`;
const hints = (count: number, length: number) =>
  gather(`hints="${Array.from({ length: count }, () => "x".repeat(length)).join(",")}"`);

test.each([
  ...ok(gather(`input="dtmf speech"`), gather(`input="speech" speechTimeout="auto"`), gather(`speechTimeout="3"`)),
  ...ok(gather(`finishOnKey=""`), gather(`finishOnKey="*"`), gather(`numDigits="1"`), gather(`timeout="1"`)),
  ...ok(gather(`language="es-MX"`), gather(`speechModel="deepgram_nova-3"`), hints(500, 100)),
  ...ok(gather("", `<Say>a</Say><Play>/a.mp3</Play><Pause/>`), gather(`actionOnEmptyResult="true"`)),
  [gather(`finishOnKey="12"`), 13310],
  [gather(`finishOnKey="A"`), 13310],
  [gather(`method="PUT"`), 13312],
  [gather(`timeout="0"`), 13313],
  [gather(`timeout="2.5"`), 13313],
  [gather(`numDigits="0"`), 13314],
  [gather(`numDigits="one"`), 13314],
  [gather("", "<Hangup/>"), 13320],
  [gather("", "<Redirect>/a</Redirect>"), 13320],
  [gather("", gather("")), 13320],
  [gather("", `<Play digits="1"/>`), 13320],
  [gather("", `<Say voice="nobody">a</Say>`), 13321],
  [gather("", `<Say loop="x">a</Say>`), 13322],
  [gather(`input="voice"`), 13326],
  [gather(`input="speech dtmf"`), 13326],
  [gather(`speechTimeout="0"`), 13327],
  [gather(`speechTimeout="soon"`), 13327],
  [gather(`partialResultCallbackMethod="post"`), 13329],
  [hints(501, 1), 13330],
  [hints(1, 101), 13330],
  [gather(`language="en"`), 13331],
  [gather(`profanityFilter="yes"`), 13333],
  [gather(`speechModel="best"`), 13334],
  [gather(`speechModel="phone_call" speechTimeout="auto"`), 13335],
  [gather(`actionOnEmptyResult="1"`), 13338],
] as Row[])("Gather: %s is %s", (verbs, expected) => {
  expect(codeOf(verbs)).toBe(expected);
});

test("a Gather in a queue's wait takes keys or speech, but not both", () => {
  expect(codeOf(gather(`input="dtmf"`), "queue-wait")).toBe("accepted");
  expect(codeOf(gather(`input="speech"`), "queue-wait")).toBe("accepted");
  expect(codeOf(gather(`input="dtmf speech"`), "queue-wait")).toBe(13326);
});

const say = (attributes: string, text = "Hello") => `<Say ${attributes}>${text}</Say>`;
test.each([
  ...ok(say(`voice="man" language="en-GB"`), say(`voice="alice" language="pt-BR"`), say(`language="sv-SE"`)),
  ...ok(say(`voice="Polly.Joanna-Neural" language="en-US"`), say(`voice="Polly.Aditi" language="hi-IN"`)),
  ...ok(say(`voice="Google.en-GB-Standard-A" language="en-GB"`), say(`voice="Google.es-US-Chirp3-HD-Kore"`)),
  ...ok(say(`loop="0"`), say("", "x".repeat(4096)), say(`voice="Polly.Amy"`, "x".repeat(3000))),
  [say(`loop="-1"`), 13510],
  [say(`loop="forever"`), 13510],
  [say(`voice="Polly.Nobody"`), 13511],
  [say(`voice="polly.joanna"`), 13511],
  [say(`voice="Polly.Arthur"`), 13511],
  [say(`voice="Polly.Joanna" language="es-MX"`), 13511],
  [say(`voice="Google.en-GB-Standard-A" language="en-US"`), 13511],
  [say(`voice="man" language="ja-JP"`), 13511],
  [say(`language="en"`), 13512],
  [say("", ""), 13520],
  [say("", "  \n "), 13520],
  [say("", "<break/>"), 13520],
  [say("", "x".repeat(4097)), 13521],
  [say(`voice="Polly.Amy"`, "x".repeat(3001)), 13521],
  [say("", "é".repeat(751)), 13521],
] as Row[])("Say: %s is %s", (verbs, expected) => {
  expect(codeOf(verbs)).toBe(expected);
});

test("Google counts the tags of a text, Polly does not", () => {
  const text = `<p>${"x".repeat(2999)}</p>`;
  const marks = "<s>a</s>".repeat(700);
  expect(codeOf(say(`voice="Polly.Amy"`, text))).toBe("accepted");
  expect(codeOf(say(`voice="Polly.Amy"`, marks))).toBe("accepted");
  expect(codeOf(say(`voice="Google.en-GB-Standard-A"`, marks))).toBe(13521);
});

const polly = (ssml: string) => say(`voice="Polly.Joanna"`, `a${ssml}`);
test.each([
  ...ok(polly(`<prosody rate="90%" volume="+6dB" pitch="low">a<lang xml:lang="fr-FR">b</lang></prosody>`)),
  ...ok(
    polly(`<break strength="weak"/>`),
    polly(`<phoneme alphabet="ipa" ph="x">a</phoneme>`),
    polly("<p><s>a</s></p>"),
  ),
  [polly("<audio/>"), 12200],
  [polly("<s><p>a</p></s>"), 12200],
  [polly("<sub alias='b'><break/></sub>"), 12200],
  [polly(`<break time="soon"/>`), 13520],
  [polly(`<break strength="long"/>`), 13520],
  [polly(`<prosody rate="brisk">a</prosody>`), 13520],
  [polly(`<say-as interpret-as="song">a</say-as>`), 13520],
] as Row[])("SSML: %s is %s", (verbs, expected) => {
  expect(codeOf(verbs)).toBe(expected);
});

const dial = (inside: string, attributes = "") => `<Dial ${attributes}>${inside}</Dial>`;
const number = (attributes = "", to = "+12125550001") => `<Number ${attributes}>${to}</Number>`;
const room = (attributes = "", name = "room") => `<Conference ${attributes}>${name}</Conference>`;
const queue = (attributes = "", name = "sales") => `<Queue ${attributes}>${name}</Queue>`;
test.each([
  ...ok(dial("+12125550001"), dial(number().repeat(10)), dial(queue(`url="/w"`)), dial("+12125550001", `timeout="5"`)),
  ...ok(dial(number(`statusCallback="/s" statusCallbackEvent="initiated ringing answered completed"`))),
  ...ok(dial(room(`statusCallbackEvent="start end join leave" beep="onEnter" waitUrl="" maxParticipants="250"`))),
  ...ok(dial(number(`machineDetection="Enable" machineDetectionTimeout="3" sendDigits="wW1#"`))),
  ...ok(dial(`<Client>ana</Client><Sip>sip:ben@pbx.example</Sip>${number()}`)),
  [dial("<Client>two words</Client>"), 13223],
  [dial("<Sip>ben@pbx.example</Sip>"), 13243],
  [dial(`<Sip username="${"x".repeat(257)}">sip:ben@pbx.example</Sip>`), 13249],
  [dial(room() + room()), 13000],
  [dial(""), 13223],
  [dial("555-0100"), 13223],
  [dial(number("", "somebody")), 13223],
  [dial(number().repeat(11)), 13215],
  [dial(queue() + number()), 13215],
  [dial(queue() + queue()), 13215],
  [dial(`+12125550001${number()}`), 13215],
  [dial("<Say>a</Say>"), 13215],
  [dial(room() + number()), 13000],
  [dial("+12125550001", `method="DELETE"`), 13210],
  [dial("+12125550001", `timeout="4"`), 13212],
  [dial("+12125550001", `timeout="601"`), 13212],
  [dial("+12125550001", `hangupOnStar="*"`), 13213],
  [dial("+12125550001", `callerId="the office"`), 13214],
  [dial("+12125550001", `timeLimit="0"`), 13216],
  [dial("+12125550001", `record="true"`), 13217],
  [dial("+12125550001", `sequential="1"`), 13218],
  [dial("+12125550001", `answerOnBridge="TRUE"`), 13219],
  [dial("+12125550001", `ringTone="xx"`), 13220],
  [dial("+12125550001", `recordingStatusCallback="ftp://a.example"`), 13256],
  [dial("+12125550001", `recordingStatusCallbackEvent="done"`), 13621],
  [dial(number(`method="get"`)), 13221],
  [dial(number(`sendDigits="x"`)), 13222],
  [dial(number(`statusCallbackEvent="ringing,answered"`)), 12200],
  [dial(number(`machineDetection="enable"`)), 21234],
  [dial(number(`machineDetectionTimeout="61"`)), 21234],
  [dial(queue(`method="x"`)), 14210],
  [dial(queue(`url="file:///w"`)), 14211],
  [dial(queue("", "")), 14212],
  [dial(queue("", "x".repeat(65))), 14213],
  [dial(room(`muted="1"`)), 13230],
  [dial(room(`endConferenceOnExit="on"`)), 13231],
  [dial(room(`startConferenceOnEnter=""`)), 13232],
  [dial(room(`waitUrl="http://"`)), 13233],
  [dial(room(`waitMethod="HEAD"`)), 13234],
  [dial(room(`beep="yes"`)), 13235],
  [dial(room("", "")), 13237],
  [dial(room(`trim="true"`)), 13239],
  [dial(room(`coach="Ana"`)), 13240],
  [dial(room(`maxParticipants="251"`)), 16002],
  [dial(room(`statusCallbackEvent="start finish"`)), 16002],
  [dial(room(`participantLabel="a/b"`)), 16023],
  [dial(room(`participantLabel="${"x".repeat(129)}"`)), 16023],
] as Row[])("Dial: %s is %s", (verbs, expected) => {
  expect(codeOf(verbs)).toBe(expected);
});

const enqueue = (attributes: string, name = "sales") => `<Enqueue ${attributes}>${name}</Enqueue>`;
test.each([
  ...ok(enqueue(`waitUrl="/w" waitUrlMethod="GET" action="/a"`), enqueue(`waitUrl=""`), enqueue("", "x".repeat(64))),
  [enqueue(`method="get"`), 14201],
  [enqueue(`waitUrl="tel:1"`), 14202],
  [enqueue(`action="https://my_host.example/a"`), 14203],
  [enqueue("", ""), 14204],
  [enqueue("", "x".repeat(65)), 14205],
  [enqueue(`waitUrlMethod="FETCH"`), 14206],
  [enqueue(`workflowSid="WW1"`), 14226],
] as Row[])("Enqueue: %s is %s", (verbs, expected) => {
  expect(codeOf(verbs)).toBe(expected);
});

const record = (attributes: string) => `<Record action="/a" ${attributes}/>`;
test.each([
  ...ok(record(`finishOnKey="1234567890*#" maxLength="3600" trim="trim-silence"`), record(`transcribe="true"`)),
  [record(`method="post"`), 13610],
  [record(`timeout="0"`), 13611],
  [record(`maxLength="3601"`), 13612],
  [record(`finishOnKey="a"`), 13613],
  [record(`transcribe="maybe"`), 13614],
  [record(`transcribe="true" maxLength="121"`), 13615],
  [record(`playBeep="0"`), 13616],
  [record(`trim="yes"`), 13699],
  [record(`recordingStatusCallback="//"`), 13256],
  [record(`transcribeCallback="mailto:a@b.example"`), 13257],
  [record(`recordingStatusCallbackEvent="completed completed"`), 13621],
] as Row[])("Record: %s is %s", (verbs, expected) => {
  expect(codeOf(verbs)).toBe(expected);
});

test.each([
  ...ok(
    `<Play loop="0">https://a.example/a.mp3</Play>`,
    `<Play digits="ww12#"/>`,
    `<Pause length="1"/>`,
    "<Redirect/>",
  ),
  ...ok(`<Reject reason="busy"/>`, `<Redirect method="GET">next?a=1</Redirect>`, "<Hangup/>"),
  [`<Play loop="x">/a.mp3</Play>`, 13410],
  [`<Play digits="12x"/>`, 13430],
  ["<Play/>", 11100],
  ["<Play>two words.mp3</Play>", 11100],
  [`<Pause length="0"/>`, 13910],
  [`<Pause length="1s"/>`, 13910],
  [`<Redirect method="get">/a</Redirect>`, 13710],
  ["<Redirect>javascript:alert(1)</Redirect>", 11100],
  [`<Reject reason="closed"/>`, 13810],
  ["<Say>Sorry</Say><Reject/>", 13810],
  ["<Redirect>https://my_host.example/a</Redirect>", 11100],
  ["<Redirect>/a#rc=2&amp;rp=5xx,ct,rt&amp;rt=4000</Redirect>", "accepted"],
  ["<Redirect>/a#rp=never</Redirect>", 11243],
  ["<Redirect>/a#rc=6</Redirect>", 11100],
  ["<Redirect>/a#rt=99</Redirect>", 11100],
] as Row[])("the small verbs: %s is %s", (verbs, expected) => {
  expect(codeOf(verbs)).toBe(expected);
});

const texts = (inside: string) => codeOf(inside, "sms");
test.each([
  ...ok("<Message>Hi</Message>", "<Message><Body>Hi</Body><Media>/a.png</Media></Message>", "<Redirect>/a</Redirect>"),
  ["<Message/>", 14103],
  [`<Message>${"x".repeat(1601)}</Message>`, 21617],
  [`<Message to="Ana">Hi</Message>`, 14101],
  ["<Message>Hi<Say>Hi</Say></Message>", 12200],
] as Row[])("Message: %s is %s", (verbs, expected) => {
  expect(texts(verbs)).toBe(expected);
});
