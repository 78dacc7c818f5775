import { afterAll, beforeAll, expect, test } from "vitest";
import twilio from "twilio";
import { openApiFaults } from "./openapi.ts";
import { account, line, openDesk, token, type Desk } from "./rest-desk.ts";

const rep = "+12125550001";
const caller = "+12125550002";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({
    "/voice": `<Enqueue waitUrl="/wait">sales</Enqueue>`,
    "/wait": "<Pause length='60'/>",
    "/hello": "<Say>Hello</Say><Pause length='600'/>",
    "/next": "<Say>You are next</Say><Pause length='600'/>",
    "/leave-a-message": `<Record action="/thanks" maxLength="60"/>`,
    "/thanks": "<Hangup/>",
    "/new": "<Say>New</Say>",
  });
});
afterAll(() => desk.close());

/** What the SDK throws; undefined when it was not refused. */
const refusal = (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => undefined,
    (error: unknown) => error,
  );

test("a call is queued, rings, talks, and is hung up on by an update", async () => {
  const created = await desk.client.calls.create({
    to: rep,
    from: line,
    url: desk.at("/hello"),
    statusCallback: desk.at("/status"),
    statusCallbackEvent: ["initiated", "ringing", "answered", "completed"],
  });
  expect(created).toMatchObject({ status: "queued", direction: "outbound-api", to: rep, from: line, duration: null });
  expect(created.sid).toMatch(/^CA[0-9a-f]{32}$/);
  await desk.passes(3);
  desk.exchange.phone(rep).calls.at(-1)?.answer();
  await desk.passes(2);
  expect(await desk.client.calls(created.sid).fetch()).toMatchObject({ status: "in-progress" });
  expect(await refusal(desk.client.calls(created.sid).remove())).toMatchObject({ status: 409 });
  await desk.client.calls(created.sid).update({ status: "completed" });
  await desk.passes(1);
  const ended = await desk.client.calls(created.sid).fetch();
  expect(ended.status).toBe("completed");
  expect(ended.endTime).toBeInstanceOf(Date);
  expect(await refusal(desk.client.calls(created.sid).update({ twiml: "<Response/>" }))).toMatchObject({ code: 21220 });
  expect(await desk.client.calls(created.sid).remove()).toBe(true);
  expect(await refusal(desk.client.calls(created.sid).fetch())).toMatchObject({ status: 404, code: 20404 });
});

test("calls are listed newest first, in pages that keep their place when a call is added", async () => {
  const sids: string[] = [];
  for (const to of ["+12125550011", "+12125550012", "+12125550013"])
    sids.unshift((await desk.client.calls.create({ to, from: line, twiml: "<Response/>" })).sid);
  const page = await desk.client.calls.page({ from: line, pageSize: 2 });
  expect(page.instances.map(({ sid }) => sid)).toEqual(sids.slice(0, 2));
  expect((await page.nextPage())?.instances.map(({ sid }) => sid)).toEqual(sids.slice(2));
  const all = await desk.client.calls.list({ from: line, startTimeAfter: new Date("2026-03-01"), pageSize: 1 });
  expect(all.map(({ sid }) => sid)).toEqual(sids);
  expect(await desk.client.calls.list({ to: "+12125550012" })).toHaveLength(1);
  expect(await desk.client.calls.list({ status: "busy" })).toEqual([]);
  expect(await desk.client.calls.list({ startTimeBefore: new Date("2026-03-01") })).toEqual([]);
  const { sid: later } = await desk.client.calls.create({ to: rep, from: line, twiml: "<Response/>" });
  const second = await page.nextPage();
  expect(second?.instances.map(({ sid }) => sid)).toEqual(sids.slice(2));
  expect((await second?.previousPage())?.instances.map(({ sid }) => sid)).toEqual(sids.slice(0, 2));
  await desk.client.calls(later).update({ status: "completed" });
  for (const sid of sids) await desk.client.calls(sid).update({ status: "canceled" });
  expect(await desk.client.calls.list({ status: "canceled" })).toHaveLength(4);
});

test("a queue is made, renamed, filled, and let go", async () => {
  const { queues } = desk.client;
  const made = await queues.create({ friendlyName: "sales", maxSize: 10 });
  expect(made).toMatchObject({ friendlyName: "sales", maxSize: 10, currentSize: 0 });
  expect(await refusal(queues.create({ friendlyName: "sales" }))).toMatchObject({ status: 400, code: 22003 });
  expect(await queues(made.sid).update({ maxSize: 20 })).toMatchObject({ maxSize: 20 });
  desk.exchange.phone(caller).dial(line);
  await desk.passes(5);
  const [member] = await queues(made.sid).members.list();
  expect(member).toMatchObject({ position: 1, queueSid: made.sid });
  expect(await queues(made.sid).fetch()).toMatchObject({ currentSize: 1 });
  expect(await queues.list()).toHaveLength(1);
  expect(await refusal(queues(made.sid).remove())).toMatchObject({ code: 22002 });
  const front = await queues(made.sid).members("Front").fetch();
  expect(front.callSid).toBe(member?.callSid);
  const dequeued = await queues(made.sid)
    .members("Front")
    .update({ url: desk.at("/next"), method: "POST" });
  expect(dequeued.callSid).toBe(front.callSid);
  await desk.passes(2);
  expect(desk.asked).toContain("/next");
  expect(await refusal(queues(made.sid).members("Front").fetch())).toMatchObject({ code: 20404 });
  expect(await queues(made.sid).remove()).toBe(true);
  desk.exchange.phone(caller).calls.at(-1)?.hangUp();
});

test("a conference is joined by ringing somebody, found by name, and ended", async () => {
  const { conferences } = desk.client;
  const invited = await conferences("room 1").participants.create({
    to: rep,
    from: line,
    label: "rep",
    timeout: 30,
    beep: "false",
    waitUrl: "",
    endConferenceOnExit: false,
    statusCallback: desk.at("/status"),
    statusCallbackEvent: ["answered", "completed"],
    conferenceStatusCallback: desk.at("/conference"),
    conferenceStatusCallbackEvent: ["start", "end", "join", "leave"],
  });
  expect(invited).toMatchObject({ label: "rep", muted: false, hold: false, endConferenceOnExit: false });
  await desk.passes(4);
  desk.exchange.phone(rep).calls.at(-1)?.answer();
  const other = await conferences(invited.conferenceSid).participants.create({ to: caller, from: line });
  await desk.passes(4);
  desk.exchange.phone(caller).calls.at(-1)?.answer();
  await desk.passes(2);
  const [found] = await conferences.list({ friendlyName: "room 1", status: "in-progress" });
  const conference = conferences(found?.sid ?? "");
  expect(found?.sid).toBe(invited.conferenceSid);
  expect(await conference.participants("rep").fetch()).toMatchObject({ callSid: invited.callSid, status: "connected" });
  const held = { hold: true, holdUrl: desk.at("/hello") };
  expect(await conference.participants(invited.callSid).update(held)).toMatchObject({ hold: true });
  expect(await conference.participants.list({ hold: true })).toHaveLength(1);
  expect(await conference.participants.list({ muted: true })).toEqual([]);
  const again = { to: caller, from: line, label: "rep" };
  expect(await refusal(conference.participants.create(again))).toMatchObject({ code: 16025 });
  expect(await conference.participants("rep").remove()).toBe(true);
  expect(await conference.participants(other.callSid).remove()).toBe(true);
  await desk.passes(1);
  expect(await conference.fetch()).toMatchObject({
    status: "completed",
    reasonConferenceEnded: "last-participant-kicked",
  });
});

test("a conference is ended for all by an update", async () => {
  await desk.client.conferences("room 2").participants.create({ to: rep, from: line });
  await desk.passes(4);
  desk.exchange.phone(rep).calls.at(-1)?.answer();
  await desk.passes(1);
  const [found] = await desk.client.conferences.list({ friendlyName: "room 2" });
  await desk.client.conferences(found?.sid ?? "").update({ status: "completed" });
  await desk.passes(1);
  const ended = await desk.client.conferences(found?.sid ?? "").fetch();
  expect(ended).toMatchObject({ status: "completed", reasonConferenceEnded: "conference-ended-via-api" });
});

test("a text is sent, fetched and listed", async () => {
  const sent = await desk.client.messages.create({ to: caller, from: line, body: "We will call you by three." });
  expect(sent).toMatchObject({ to: caller, from: line, direction: "outbound-api", numSegments: "1" });
  await desk.passes(5);
  expect(await desk.client.messages(sent.sid).fetch()).toMatchObject({ sid: sent.sid, status: "delivered" });
  expect(await desk.client.messages.list({ to: caller, from: line })).toHaveLength(1);
  expect(desk.exchange.phone(caller).texts.map(({ body }) => body)).toEqual(["We will call you by three."]);
});

test("a number is found by its digits and pointed somewhere else", async () => {
  const [number] = await desk.client.incomingPhoneNumbers.list({ phoneNumber: line });
  expect(number).toMatchObject({ phoneNumber: line, voiceUrl: desk.at("/voice"), voiceMethod: "POST" });
  const one = desk.client.incomingPhoneNumbers(number?.sid ?? "");
  await one.update({ voiceUrl: desk.at("/new"), voiceMethod: "GET", voiceFallbackUrl: desk.at("/fallback") });
  expect(await one.fetch()).toMatchObject({ voiceUrl: desk.at("/new"), voiceMethod: "GET" });
  desk.exchange.phone(caller).dial(line);
  await desk.passes(3);
  expect(desk.asked).toContain("/new");
  expect(await refusal(one.update({ voiceUrl: "", voiceFallbackUrl: desk.at("/fallback") }))).toMatchObject({
    code: 21405,
  });
  await one.update({ voiceUrl: desk.at("/voice"), voiceMethod: "POST", voiceFallbackUrl: "" });
});

test("a recording is listed by its call, heard as a WAV file, and deleted", async () => {
  const call = await desk.client.calls.create({ to: caller, from: line, url: desk.at("/leave-a-message") });
  await desk.passes(4);
  desk.exchange.phone(caller).calls.at(-1)?.answer();
  await desk.passes(3);
  desk.exchange.phone(caller).calls.at(-1)?.say("Please call me back");
  await desk.passes(30);
  const [recording] = await desk.client.recordings.list({ callSid: call.sid });
  const sid = recording?.sid ?? "";
  expect(recording).toMatchObject({ callSid: call.sid, status: "completed", source: "RecordVerb" });
  expect(await desk.client.calls(call.sid).recordings.list()).toHaveLength(1);
  expect(await desk.client.recordings(sid).fetch()).toMatchObject({ sid });
  const headers = { authorization: `Basic ${Buffer.from(`${account}:${token}`).toString("base64")}` };
  const media = await fetch(`${desk.exchange.url}/2010-04-01/Accounts/${account}/Recordings/${sid}.wav`, { headers });
  expect(media.headers.get("content-type")).toMatch(/^audio\/.*wav/);
  expect(
    Buffer.from(await media.arrayBuffer())
      .subarray(0, 4)
      .toString(),
  ).toBe("RIFF");
  expect(await desk.client.recordings(sid).remove()).toBe(true);
  expect(await refusal(desk.client.recordings(sid).fetch())).toMatchObject({ code: 20404 });
  expect(await refusal(desk.client.recordings(sid).remove())).toMatchObject({ status: 404, code: 20404 });
  expect((await fetch(media.url, { headers })).status).toBe(404);
  expect(await desk.client.recordings.list({ callSid: call.sid })).toEqual([]);
});

test("of a deleted recording it is known for forty days that there was one, by who asks for deleted ones", async () => {
  const call = await desk.client.calls.create({ to: caller, from: line, url: desk.at("/leave-a-message") });
  await desk.passes(4);
  desk.exchange.phone(caller).calls.at(-1)?.answer();
  await desk.passes(3);
  desk.exchange.phone(caller).calls.at(-1)?.say("Please call me back");
  await desk.passes(30);
  const [recording] = await desk.client.recordings.list({ callSid: call.sid });
  const sid = recording?.sid ?? "";
  await desk.client.recordings(sid).remove();
  expect(await desk.client.recordings(sid).fetch({ includeSoftDeleted: true })).toMatchObject({ status: "deleted" });
  expect(await desk.client.recordings.list({ callSid: call.sid, includeSoftDeleted: true })).toHaveLength(1);
  await desk.passes(40 * 86_400);
  expect(await refusal(desk.client.recordings(sid).fetch({ includeSoftDeleted: true }))).toMatchObject({ code: 20404 });
});

test("deleting a recording takes nothing beside its name, and nobody deletes what is none", async () => {
  const of = (name: string, query = "") =>
    fetch(`${desk.exchange.url}/2010-04-01/Accounts/${account}/Recordings/${name}.json${query}`, {
      method: "DELETE",
      headers: { authorization: `Basic ${Buffer.from(`${account}:${token}`).toString("base64")}` },
    });
  const strange = `RE${"0".repeat(32)}`;
  expect((await of(strange)).status).toBe(404);
  expect((await of("every")).status).toBe(404);
  expect((await of(strange, "?Force=true")).status).toBe(400);
});

test("the account is active, and shows its SID", async () => {
  expect(await desk.client.api.v2010.accounts(account).fetch()).toMatchObject({ sid: account, status: "active" });
});

test("a wrong token is refused, and so is another account", async () => {
  const wrong = twilio(account, "wrong");
  wrong.api.baseUrl = desk.exchange.url;
  expect(await refusal(wrong.calls.list())).toMatchObject({ status: 401, code: 20003 });
  const stranger = twilio(`AC${"2".repeat(32)}`, token);
  stranger.api.baseUrl = desk.exchange.url;
  expect(await refusal(stranger.calls.list())).toMatchObject({ status: 401, code: 20003 });
});

test("an exchange that asks for patience is told apart from one that refuses", async () => {
  desk.exchange.faults.restLimit(1);
  expect(await refusal(desk.client.queues.list())).toMatchObject({ status: 429, code: 20429 });
  expect(await desk.client.queues.list()).toEqual([]);
});

test("every request and every answer so far conforms to Twilio's OpenAPI document", () => {
  expect(desk.exchanges().length).toBeGreaterThan(60);
  expect(openApiFaults(desk.exchanges())).toEqual([]);
});
