import { expect, test } from "vitest";
import { engine, heardBy, line } from "./engine.ts";

const room = (attributes = "", around = "") =>
  `<Dial action="/done" ${around}><Conference waitUrl="/wait" ${attributes}>room</Conference></Dial>`;
const events = `statusCallback="/events" statusCallbackEvent="start end join leave mute hold modify"`;
const talk = (caller = "", rep = caller, around = "") => ({
  "/voice": ({ params }: { params: Readonly<Record<string, string>> }) =>
    params["From"] === "+15005550020" ? room(rep, around) : room(caller),
  "/wait": "<Say>Please wait</Say>",
  "/hold": "<Play>/hold.wav</Play>",
  "/hold.wav": { type: "audio/wav", body: Buffer.alloc(80_000) },
  "/done": "<Say>After the conference</Say>",
  "/events": { status: 204 },
});

test("one alone hears the wait document once and then silence; the second starts the conference", async () => {
  const { caller, rep, pass, client } = await engine(talk());
  const call = caller.dial(line);
  await pass(10);
  expect(heardBy(call)).toEqual(["ringing", "Please wait", "silence"]);
  expect((await client.conferences.list())[0]).toMatchObject({ friendlyName: "room", status: "init" });
  const other = rep.dial(line);
  await pass(1);
  expect([call.hearing?.with, other.hearing?.with]).toEqual([["+15005550020"], ["+15005550010"]]);
  expect((await client.conferences.list({ status: "in-progress" })).length).toBe(1);
});

test("two who may not start it wait until one comes who may", async () => {
  const { caller, rep, exchange, pass } = await engine({
    ...talk(),
    "/voice": ({ params }) => room(`startConferenceOnEnter="${params["From"] === "+15005550030"}"`),
  });
  const [call, other] = [caller.dial(line), rep.dial(line)];
  await pass(10);
  expect([call.hearing?.kind, other.hearing?.kind]).toEqual(["silence", "silence"]);
  exchange.phone("+15005550030").dial(line);
  await pass(1);
  expect(call.hearing?.with).toEqual(["+15005550020", "+15005550030"]);
});

test("who comes and goes is announced with a beep to the others, unless switched off", async () => {
  const { caller, rep, exchange, pass } = await engine({
    ...talk(),
    "/voice": ({ params }) => room(params["From"] === "+15005550030" ? "" : "beep='false'"),
  });
  const call = caller.dial(line);
  await pass(1);
  rep.dial(line);
  await pass(1);
  const third = exchange.phone("+15005550030").dial(line);
  await pass(1);
  third.hangUp();
  await pass(1);
  expect(call.heard.filter(({ kind }) => kind === "beep")).toHaveLength(2);
  expect(call.hearing?.with).toEqual(["+15005550020"]);
});

test("when one leaves who ends the conference on exit, the others' actions come with DialCallStatus=answered", async () => {
  const { caller, rep, pass, of, client } = await engine(
    talk(events, "endConferenceOnExit='true' participantLabel='ana'"),
  );
  const call = caller.dial(line);
  await pass(5);
  const other = rep.dial(line);
  await pass(20);
  other.hangUp();
  await pass(2);
  expect(
    of("/done").map(({ params }) => [params["CallSid"], params["DialCallStatus"], "DialCallSid" in params]),
  ).toEqual([
    [other.sid, "answered", false],
    [call.sid, "answered", false],
  ]);
  expect(heardBy(call).at(-1)).toBe("After the conference");
  expect(of("/events").map(({ params }) => params["StatusCallbackEvent"])).toEqual([
    "participant-join",
    "participant-join",
    "conference-start",
    "participant-leave",
    "participant-leave",
    "conference-end",
  ]);
  expect(of("/events").at(-1)?.params).toMatchObject({
    ReasonConferenceEnded: "participant-with-end-conference-on-exit-left",
    CallSidEndingConference: other.sid,
    ParticipantLabelEndingConference: "ana",
  });
  expect((await client.conferences.list({ status: "completed" }))[0]?.friendlyName).toBe("room");
});

test("the first participant's status callback stays the conference's, whatever later ones ask for", async () => {
  const { caller, rep, pass, of } = await engine({
    ...talk(events, `statusCallback="/other" statusCallbackEvent="join"`),
    "/other": { status: 204 },
  });
  caller.dial(line);
  await pass(1);
  rep.dial(line);
  await pass(1);
  expect([of("/events").length, of("/other").length]).toEqual([3, 0]);
});

test("the star key takes the one who dialled with hangupOnStar out of it, and only that one", async () => {
  const { caller, rep, pass, of } = await engine(talk("", "", "hangupOnStar='true'"));
  const call = caller.dial(line);
  await pass(1);
  const other = rep.dial(line);
  await pass(1);
  call.press("*");
  await pass(1);
  expect(of("/done")).toEqual([]);
  other.press("*");
  await pass(1);
  expect(of("/done")[0]?.params).toMatchObject({
    CallSid: other.sid,
    DialCallStatus: "answered",
    CallStatus: "in-progress",
  });
  expect([call.state, call.hearing?.with]).toEqual(["in-progress", []]);
});

test("a held participant hears the hold document, the others do not hear it, and it comes back", async () => {
  const { caller, rep, pass, of, client, base } = await engine(talk(events));
  const call = caller.dial(line);
  await pass(1);
  const other = rep.dial(line);
  await pass(1);
  const [conference] = await client.conferences.list();
  const participant = client.conferences(conference?.sid ?? "").participants(call.sid);
  expect(await participant.update({ hold: true, holdUrl: `${base}/hold` })).toMatchObject({ hold: true });
  await pass(2);
  expect([call.hearing?.kind, other.hearing?.with]).toEqual(["play", []]);
  expect(of("/hold")[0]).toMatchObject({ method: "GET" });
  await participant.update({ hold: false });
  await pass(1);
  expect(call.hearing?.with).toEqual(["+15005550020"]);
  expect(
    of("/events")
      .slice(-2)
      .map(({ params }) => [params["StatusCallbackEvent"], params["Hold"]]),
  ).toEqual([
    ["participant-hold", "true"],
    ["participant-unhold", "false"],
  ]);
});

test("a muted participant hears and is not heard", async () => {
  const { caller, rep, pass, client } = await engine(talk());
  const call = caller.dial(line);
  await pass(1);
  const other = rep.dial(line);
  await pass(1);
  const [conference] = await client.conferences.list();
  await client
    .conferences(conference?.sid ?? "")
    .participants(call.sid)
    .update({ muted: true });
  expect([call.hearing?.with, other.hearing?.with]).toEqual([["+15005550020"], []]);
});

test("a participant invited by REST rings and joins on answering", async () => {
  const { caller, rep, pass, client } = await engine(talk());
  const call = caller.dial(line);
  await pass(1);
  const [conference] = await client.conferences.list();
  const { participants } = client.conferences(conference?.sid ?? "");
  const invited = await participants.create({
    from: line,
    to: "+15005550020",
    label: "ana",
    endConferenceOnExit: true,
  });
  expect(invited).toMatchObject({ status: "queued", label: "ana", endConferenceOnExit: true });
  await pass(1);
  rep.calls[0]?.answer();
  await pass(1);
  expect([call.hearing?.with, rep.calls[0]?.hearing?.with]).toEqual([["+15005550020"], ["+15005550010"]]);
  expect((await participants("ana").fetch()).status).toBe("connected");
  rep.calls[0]?.hangUp();
  await pass(1);
  expect(heardBy(call).at(-1)).toBe("After the conference");
});

test("an invited participant who does not answer leaves as participant_add_failed", async () => {
  const { caller, rep, pass, of, client } = await engine(talk(events));
  const call = caller.dial(line);
  await pass(1);
  rep.setLine("busy");
  await client.conferences("room").participants.create({ from: line, to: "+15005550020" });
  await pass(2);
  expect(of("/events").at(-1)?.params).toMatchObject({
    StatusCallbackEvent: "participant-leave",
    ReasonParticipantLeft: "participant_add_failed",
    ParticipantCallStatus: "busy",
  });
  expect(call.state).toBe("in-progress");
});

test("a participant who is taken out goes on to the action; the API ends a conference for all", async () => {
  const { caller, rep, pass, of, client } = await engine(talk(events));
  const call = caller.dial(line);
  await pass(1);
  const other = rep.dial(line);
  await pass(1);
  const [conference] = await client.conferences.list();
  const { participants } = client.conferences(conference?.sid ?? "");
  await participants(call.sid).remove();
  await pass(1);
  expect(of("/done").map(({ params }) => params["CallSid"])).toEqual([call.sid]);
  await client.conferences(conference?.sid ?? "").update({ status: "completed" });
  await pass(1);
  expect(of("/done").map(({ params }) => params["CallSid"])).toEqual([call.sid, other.sid]);
  expect(of("/events").at(-1)?.params["ReasonConferenceEnded"]).toBe("conference-ended-via-api");
});

test("redirecting a call takes it out of the conference", async () => {
  const { caller, rep, pass, of, client, base } = await engine({ ...talk(events), "/moved": "<Say>Elsewhere</Say>" });
  const call = caller.dial(line);
  await pass(1);
  const other = rep.dial(line);
  await pass(1);
  await client.calls(call.sid).update({ url: `${base}/moved` });
  await pass(1);
  expect([heardBy(call).at(-1), other.hearing?.with]).toEqual(["Elsewhere", []]);
  expect(of("/events").at(-1)?.params["ReasonParticipantLeft"]).toBe("participant_updated_via_api");
});

test("a wait document that fails leaves the caller out of the conference, and the action decides", async () => {
  const { caller, pass, of } = await engine({ ...talk(), "/wait": { status: 500 } });
  const call = caller.dial(line);
  await pass(2);
  expect(of("/done")[0]?.params["DialCallStatus"]).toBe("failed");
  expect(heardBy(call).at(-1)).toBe("After the conference");
});

test("a label that is taken is error 16025, and the call goes on with the next verb", async () => {
  const { caller, rep, pass, faults } = await engine({
    ...talk(),
    "/voice": "<Dial><Conference participantLabel='me'>room</Conference></Dial><Say>Next verb</Say>",
  });
  caller.dial(line);
  await pass(1);
  const other = rep.dial(line);
  await pass(1);
  expect([heardBy(other).at(-1), faults()]).toEqual(["Next verb", [16025]]);
});

test("an announcement is heard over the talk, which goes on when it is over", async () => {
  const { caller, rep, pass, client, base, of } = await engine({
    ...talk(`statusCallback="/events" statusCallbackEvent="announcement"`),
    "/announcement": "<Say>Five minutes left</Say>",
  });
  const call = caller.dial(line);
  await pass(1);
  const other = rep.dial(line);
  await pass(1);
  const [conference] = await client.conferences.list();
  await client.conferences(conference?.sid ?? "").update({ announceUrl: `${base}/announcement` });
  await pass(0.1);
  expect([call.hearing?.text, other.hearing?.text]).toEqual(["Five minutes left", "Five minutes left"]);
  await pass(3);
  expect([call.hearing?.with, other.hearing?.with]).toEqual([["+15005550020"], ["+15005550010"]]);
  expect(of("/events").map(({ params }) => params["StatusCallbackEvent"])).toEqual([
    "announcement-end",
    "announcement-end",
  ]);
});

test.each([
  ["star", "", "participant-with-end-conference-on-exit-left"],
  ["kick", "", "participant-with-end-conference-on-exit-kicked"],
  ["star", "beep='false'", "last-participant-left"],
  ["kick", "beep='false'", "last-participant-kicked"],
])("a conference that ends by a %s says why it ended", async (how, quiet, reason) => {
  const ends = `${events} ${quiet || "endConferenceOnExit='true'"}`;
  const { rep, pass, of, client } = await engine(talk("", ends, "hangupOnStar='true'"));
  const call = rep.dial(line);
  await pass(1);
  const [conference] = await client.conferences.list();
  if (how === "star") call.press("*");
  else
    await client
      .conferences(conference?.sid ?? "")
      .participants(call.sid)
      .remove();
  await pass(1);
  expect(of("/events").at(-1)?.params["ReasonConferenceEnded"]).toBe(reason);
});

test("one who was taken out by the star key may dial the same conference again", async () => {
  const { caller, rep, pass, pages } = await engine(talk("", "", "hangupOnStar='true'"));
  const call = caller.dial(line);
  await pass(1);
  const other = rep.dial(line);
  await pass(1);
  pages["/done"] = room("", "hangupOnStar='true'");
  other.press("*");
  await pass(1);
  expect([call.hearing?.with, other.hearing?.with]).toEqual([["+15005550020"], ["+15005550010"]]);
  expect(call.heard.some((one) => one.with?.length === 0)).toBe(true);
});
