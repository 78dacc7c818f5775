import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openApiFaults } from "./openapi.ts";
import { account, line, openDesk, token, type Desk } from "./rest-desk.ts";

let desk: Desk;
let numberSid = "";
let queueSid = "";
beforeAll(async () => {
  desk = await openDesk({});
  numberSid = (await desk.client.incomingPhoneNumbers.list())[0]?.sid ?? "";
  await desk.client.incomingPhoneNumbers(numberSid).update({ voiceUrl: "" });
  queueSid = (await desk.client.queues.create({ friendlyName: "sales" })).sid;
});
afterAll(() => desk.close());

type Form = Readonly<Record<string, string | readonly string[]>>;
function encoded(form: Form): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(form)) for (const one of [value].flat()) parameters.append(name, one);
  return parameters.toString();
}

/** Asks as any HTTP client may, with nothing in the way that would put a request right. */
async function ask(method: string, path: string, form: Form = {}, authorization?: string) {
  const basic = `Basic ${Buffer.from(`${account}:${token}`).toString("base64")}`;
  const response = await fetch(`${desk.exchange.url}/2010-04-01/Accounts/${path}`, {
    method,
    headers: { authorization: authorization ?? basic, "content-type": "application/x-www-form-urlencoded" },
    ...(method === "POST" && { body: encoded(form) }),
  });
  const answer = (await response.json()) as { readonly code?: number };
  return { status: response.status, code: answer.code };
}
const refusedWith = async (path: string, form: Form) => {
  const { status, code } = await ask("POST", `${account}/${path}`, form);
  return status === 400 ? code : status;
};

const rep = "+12125550001";
const to = { To: rep, From: line };
const call = { ...to, Url: "https://app.example/voice" };
test.each<[string, Form, number]>([
  ["To is required", { From: line, Url: call.Url }, 21201],
  ["To is a number in E.164", { ...call, To: "(555) 010-0001" }, 21211],
  ["From is required", { To: rep, Url: call.Url }, 21213],
  ["From is a number in E.164", { ...call, From: "office" }, 21212],
  ["a phone is not rung from a client", { ...call, From: "client:ana" }, 21212],
  ["From is a number of the account", { ...call, From: "+15559999999" }, 21210],
  ["it has a Url or Twiml", to, 21205],
  ["a Url is absolute", { ...to, Url: "/voice" }, 21205],
  ["a Url is http or https", { ...to, Url: "ftp://app.example/voice" }, 21205],
  ["a Url's host has no underscore", { ...to, Url: "https://my_app.example/voice" }, 21205],
  ["a Url is sent once", { ...to, Url: ["https://a.example", "https://b.example"] }, 20001],
  ["Twiml has at most 4000 characters", { ...to, Twiml: "x".repeat(4001) }, 32018],
  ["Method is GET or POST", { ...call, Method: "PUT" }, 21209],
  ["Timeout is at least 1", { ...call, Timeout: "0" }, 21208],
  ["Timeout is at most 600", { ...call, Timeout: "601" }, 21208],
  ["SendDigits are keys", { ...call, SendDigits: "press one" }, 21206],
  ["SendDigits are at most 32", { ...call, SendDigits: "1".repeat(33) }, 21206],
  ["MachineDetection is spelled as documented", { ...call, MachineDetection: "enable" }, 21234],
  ["MachineDetectionTimeout is at most 60", { ...call, MachineDetectionTimeout: "61" }, 21234],
  ["a speech threshold is at least 1000 ms", { ...call, MachineDetectionSpeechThreshold: "999" }, 21234],
  ["AsyncAmd is true or false", { ...call, AsyncAmd: "yes" }, 21234],
  ["StatusCallback is absolute", { ...call, StatusCallback: "/status" }, 21609],
  ["StatusCallbackEvent is known", { ...call, StatusCallbackEvent: ["ringing", "done"] }, 21626],
  ["a call's events are sent one a parameter", { ...call, StatusCallbackEvent: "ringing answered" }, 21626],
  ["an unknown parameter is no slip of the pen", { ...call, Tone: "kind" }, 20001],
  ["names are case-sensitive", { ...call, url: "https://app.example" }, 20001],
])("a call: %s", async (_rule, form, code) => {
  expect(await refusedWith("Calls.json", form)).toBe(code);
});

test.each<[string, Form, number]>([
  ["it changes to a Url or to Twiml, not to both", { Url: call.Url, Twiml: "<Response/>" }, 20001],
  ["Status is canceled or completed", { Status: "busy" }, 20001],
  ["it exists", { Status: "completed" }, 404],
])("a change of a call: %s", async (_rule, form, code) => {
  expect(await refusedWith(`Calls/CA${"0".repeat(32)}.json`, form)).toBe(code);
});

test.each<[string, Form, number]>([
  ["it has a name", {}, 20002],
  ["its name is not empty", { FriendlyName: "" }, 20002],
  ["its name has at most 64 characters", { FriendlyName: "x".repeat(65) }, 20002],
  ["it holds at least one", { FriendlyName: "a", MaxSize: "0" }, 20001],
  ["it holds at most 5000", { FriendlyName: "a", MaxSize: "5001" }, 20001],
  ["its name is its own", { FriendlyName: "sales" }, 22003],
])("a queue: %s", async (_rule, form, code) => {
  expect(await refusedWith("Queues.json", form)).toBe(code);
});

test("who is taken out of a queue is told where to go on", async () => {
  expect(await refusedWith(`Queues/${queueSid}/Members/Front.json`, {})).toBe(21205);
  expect(await refusedWith(`Queues/${queueSid}/Members/Front.json`, { Url: call.Url })).toBe(404);
});

test.each<[string, Form, number]>([
  ["To is required", { From: line }, 21201],
  ["Timeout is at least 5", { ...to, Timeout: "4" }, 21208],
  ["a label has no slash", { ...to, Label: "a/b" }, 16024],
  ["a label is no call's SID", { ...to, Label: `CA${"0".repeat(32)}` }, 16024],
  ["a label has at most 128 characters", { ...to, Label: "x".repeat(129) }, 16024],
  ["Beep is one of four", { ...to, Beep: "loud" }, 13235],
  ["Muted is true or false", { ...to, Muted: "1" }, 13230],
  ["a WaitUrl is absolute", { ...to, WaitUrl: "wait" }, 13233],
  ["a coach says whom", { ...to, Coaching: "true" }, 13240],
  ["at least two take part", { ...to, MaxParticipants: "1" }, 20001],
  ["AsyncAmd is a call's alone", { ...to, AsyncAmd: "true" }, 21263],
  ["conference events are known", { ...to, ConferenceStatusCallbackEvent: "start stop" }, 21626],
])("a participant: %s", async (_rule, form, code) => {
  expect(await refusedWith("Conferences/room/Participants.json", form)).toBe(code);
});

const message = { ...to, Body: "Hello" };
test.each<[string, Form, number]>([
  ["To is required", { From: line, Body: "Hello" }, 21604],
  ["To is a number in E.164", { ...message, To: "555-0100" }, 21211],
  ["From is required", { To: rep, Body: "Hello" }, 21603],
  ["From is a number of the account", { ...message, From: "+15559999999" }, 21606],
  ["it says something", to, 21602],
  ["it says at most 1600 characters", { ...to, Body: "x".repeat(1601) }, 21617],
  ["StatusCallback is a URL", { ...message, StatusCallback: "status" }, 21609],
])("a text message: %s", async (_rule, form, code) => {
  expect(await refusedWith("Messages.json", form)).toBe(code);
});

test.each<[string, Form, number]>([
  ["VoiceUrl is absolute", { VoiceUrl: "/voice" }, 21402],
  ["VoiceMethod is GET or POST", { VoiceMethod: "post" }, 21403],
  ["VoiceFallbackUrl needs a VoiceUrl", { VoiceFallbackUrl: "https://app.example/fallback" }, 21405],
  ["SmsFallbackUrl needs an SmsUrl", { SmsFallbackUrl: "https://app.example/fallback" }, 21406],
  ["its name has at most 64 characters", { FriendlyName: "x".repeat(65) }, 20002],
])("a number: %s", async (_rule, form, code) => {
  expect(await refusedWith(`IncomingPhoneNumbers/${numberSid}.json`, form)).toBe(code);
});

test.each<[string, string, number, number]>([
  ["a page has at most 1000", "Calls.json?PageSize=1001", 400, 20007],
  ["a page has at least one", "Queues.json?PageSize=0", 400, 20007],
  ["a filter is known", "Calls.json?Mood=good", 400, 20001],
  ["a status is known", "Calls.json?Status=merry", 400, 20001],
  ["a time is ISO 8601", "Calls.json?StartTime%3E=yesterday", 400, 20001],
  ["a SID has its shape", "Calls/CA1.json", 404, 20404],
  ["a SID has its prefix", `Calls/QU${"0".repeat(32)}.json`, 404, 20404],
  ["a participant's conference is named by its SID", "Conferences/room/Participants.json", 404, 20404],
  ["what was never made is not there", `Queues/QU${"0".repeat(32)}.json`, 404, 20404],
  ["a path is known", "Tunes.json", 404, 20404],
  ["a path ends in .json", "Calls", 404, 20404],
  ["a path is well escaped", "Conferences/%zz/Participants.json", 404, 20404],
])("a read: %s", async (_rule, path, status, code) => {
  expect(await ask("GET", `${account}/${path}`)).toEqual({ status, code });
});

test("what can be read cannot be deleted where Twilio has no such method", async () => {
  expect(await ask("DELETE", `${account}/Calls.json`)).toEqual({ status: 405, code: 20004 });
});

test.each([
  ["no credentials", ""],
  ["credentials of another kind", "Bearer secret"],
  ["the token alone", `Basic ${Buffer.from(token).toString("base64")}`],
])("%s are refused", async (_what, authorization) => {
  expect(await ask("GET", `${account}/Calls.json`, {}, authorization)).toEqual({ status: 401, code: 20003 });
});

test("another account's resources are not there", async () => {
  expect(await ask("GET", `AC${"9".repeat(32)}/Calls.json`)).toEqual({ status: 404, code: 20404 });
});

const names = [
  "To",
  "From",
  "Url",
  "Method",
  "Body",
  "FriendlyName",
  "MaxSize",
  "Status",
  "Label",
  "Twiml",
  "toString",
];
const values = fc.oneof(
  fc.string(),
  fc.constantFrom(rep, line, "true", "7", "completed", "https://app.example/a#rp=x"),
);

test("no form makes the REST API fail: it is done, or refused", async () => {
  const paths = ["Calls", "Queues", "Conferences/a/Participants", "Messages", `Queues/${queueSid}`, "Nothing"];
  const form = fc.dictionary(fc.constantFrom(...names), fc.oneof(values, fc.array(values, { maxLength: 3 })));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...paths), form, async (path, sent) => {
      expect((await ask("POST", `${account}/${path}.json`, sent)).status).toBeLessThan(500);
    }),
    { seed: 11, numRuns: 400 },
  );
});

test("every refusal has Twilio's error body", () => {
  expect(desk.exchanges().filter(({ status }) => status >= 400).length).toBeGreaterThan(70);
  expect(openApiFaults(desk.exchanges())).toEqual([]);
});
