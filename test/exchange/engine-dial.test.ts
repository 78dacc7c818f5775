import { expect, test } from "vitest";
import { engine, heardBy, line } from "./engine.ts";

const to = "<Number>+15005550020</Number>";
const dial = (attributes = "", nouns = to) => `<Dial action="/done" ${attributes}>${nouns}</Dial><Say>Next verb</Say>`;
const pages = (attributes?: string, nouns?: string) => ({
  "/voice": dial(attributes, nouns),
  "/done": "<Say>After the talk</Say>",
});

test("the called telephone rings with the caller's number, and both are connected when it is picked up", async () => {
  const { caller, rep, pass, of } = await engine(pages());
  rep.onRing((ringing) => expect(ringing.state).toBe("ringing"));
  const call = caller.dial(line);
  await pass(3);
  const [ringing] = rep.calls;
  expect(ringing).toMatchObject({ direction: "outbound", from: "+15005550010", to: "+15005550020" });
  expect(call.hearing?.kind).toBe("ringing");
  ringing?.answer();
  await pass(42);
  expect([call.hearing?.with, ringing?.hearing?.with]).toEqual([["+15005550020"], ["+15005550010"]]);
  ringing?.hangUp();
  await pass(2);
  expect(of("/done")[0]?.params).toMatchObject({
    DialCallStatus: "completed",
    DialCallSid: ringing?.sid,
    DialCallDuration: "42",
    DialBridged: "true",
    CallStatus: "in-progress",
  });
  expect(heardBy(call)).toEqual(["ringing", "ringing", "with +15005550020", "After the talk"]);
});

test.each([
  ["busy", "busy"],
  ["unreachable", "failed"],
] as const)("a telephone whose line is %s gives the status %s", async (state, status) => {
  const { caller, rep, pass, of } = await engine(pages());
  rep.setLine(state);
  caller.dial(line);
  await pass(1);
  expect(of("/done")[0]?.params).toMatchObject({ DialCallStatus: status, DialBridged: "false" });
});

test("nobody picking up within the timeout is no-answer, declining is busy", async () => {
  const { caller, rep, pass, of } = await engine(pages("timeout='12'"));
  caller.dial(line);
  await pass(13);
  expect(of("/done")[0]?.params["DialCallStatus"]).toBe("no-answer");
  expect(rep.calls[0]).toMatchObject({ state: "ended", endedBecause: "no-answer" });
  caller.dial(line);
  await pass(1);
  rep.calls[1]?.decline();
  await pass(1);
  expect(of("/done")[1]?.params["DialCallStatus"]).toBe("busy");
});

test("without an action the verb after Dial runs", async () => {
  const { caller, rep, pass } = await engine({ "/voice": `<Dial>${to}</Dial><Say>Next verb</Say>` });
  rep.setLine("busy");
  const call = caller.dial(line);
  await pass(1);
  expect(heardBy(call).at(-1)).toBe("Next verb");
});

test("of several telephones the first to pick up is connected and the others stop ringing", async () => {
  const { caller, rep, exchange, pass } = await engine(
    pages("", `${to}<Client>bo</Client><Sip>sip:cy@example.com</Sip>`),
  );
  const [bo, cy] = [exchange.phone("client:bo"), exchange.phone("sip:cy@example.com")];
  const call = caller.dial(line);
  await pass(1);
  bo.calls[0]?.answer();
  await pass(1);
  expect(call.hearing?.with).toEqual(["client:bo"]);
  expect([rep.calls[0]?.state, cy.calls[0]?.state]).toEqual(["ended", "ended"]);
});

test("a caller who hangs up while it rings stops the ringing, and the action is told", async () => {
  const { caller, rep, pass, of, client } = await engine(pages());
  const call = caller.dial(line);
  await pass(5);
  call.hangUp();
  await pass(1);
  expect((await client.calls(rep.calls[0]?.sid ?? "").fetch()).status).toBe("canceled");
  expect(of("/done")[0]?.params).toMatchObject({ CallStatus: "completed", DialCallStatus: "no-answer" });
});

test("a caller who hangs up while talking ends the other call, and the action is told how long they talked", async () => {
  const { caller, rep, pass, of } = await engine(pages());
  const call = caller.dial(line);
  await pass(5);
  rep.calls[0]?.answer();
  await pass(30);
  call.hangUp();
  await pass(1);
  expect(rep.calls[0]?.state).toBe("ended");
  expect(of("/done")[0]?.params).toMatchObject({
    CallStatus: "completed",
    DialCallStatus: "completed",
    DialCallDuration: "30",
  });
});

test("with hangupOnStar the star key of the one who dialled ends the other call", async () => {
  const { caller, rep, pass } = await engine(pages("hangupOnStar='true'"));
  const call = caller.dial(line);
  await pass(5);
  rep.calls[0]?.answer();
  await pass(5);
  rep.calls[0]?.press("*");
  await pass(1);
  expect(rep.calls[0]?.state).toBe("in-progress");
  call.press("*");
  await pass(1);
  expect(rep.calls[0]?.state).toBe("ended");
  expect(heardBy(call).at(-1)).toBe("After the talk");
});

test("the whisper is heard by the called party alone, before both are connected", async () => {
  const { caller, rep, pass, of } = await engine({
    ...pages("", `<Number url="/whisper">+15005550020</Number>`),
    "/whisper": "<Gather numDigits='1' action='/accept'><Say>A call for sales</Say></Gather><Hangup/>",
    "/accept": "<Say>Here you go</Say>",
  });
  const call = caller.dial(line);
  await pass(5);
  rep.calls[0]?.answer();
  await pass(1);
  expect([call.hearing?.kind, rep.calls[0]?.hearing?.text]).toEqual(["ringing", "A call for sales"]);
  rep.calls[0]?.press("1");
  await pass(3);
  expect(of("/whisper")[0]?.params).toMatchObject({
    CallSid: rep.calls[0]?.sid,
    ParentCallSid: call.sid,
    Direction: "outbound-dial",
    CallStatus: "in-progress",
  });
  expect(call.hearing?.with).toEqual(["+15005550020"]);
});

test("a call declined at the whisper is completed and was not bridged", async () => {
  const { caller, rep, pass, of } = await engine({
    ...pages("", `<Number url="/whisper">+15005550020</Number>`),
    "/whisper": "<Gather numDigits='1'><Say>A call for sales</Say></Gather><Hangup/>",
  });
  caller.dial(line);
  await pass(5);
  rep.calls[0]?.answer();
  await pass(10);
  expect(rep.calls[0]?.state).toBe("ended");
  expect(of("/done")[0]?.params).toMatchObject({ DialCallStatus: "completed", DialBridged: "false" });
});

test("a Dial in a whisper is refused, and the parties are not connected", async () => {
  const { caller, rep, pass, of, faults } = await engine({
    ...pages("", `<Number url="/whisper">+15005550020</Number>`),
    "/whisper": "<Dial>+15005550030</Dial>",
  });
  caller.dial(line);
  await pass(5);
  rep.calls[0]?.answer();
  await pass(1);
  expect([of("/done")[0]?.params["DialBridged"], faults()]).toEqual(["false", [13201]]);
});

test("answerOnBridge lets the caller ring until the talk begins", async () => {
  const { caller, rep, pass } = await engine(pages("answerOnBridge='true'"));
  const call = caller.dial(line);
  await pass(5);
  expect(call.state).toBe("ringing");
  rep.calls[0]?.answer();
  await pass(1);
  expect([call.state, call.hearing?.kind]).toEqual(["in-progress", "person"]);
});

test("a time limit ends the talk", async () => {
  const { caller, rep, pass, of } = await engine(pages("timeLimit='60'"));
  caller.dial(line);
  await pass(1);
  rep.calls[0]?.answer();
  await pass(61);
  expect(of("/done")[0]?.params["DialCallDuration"]).toBe("60");
});

test("redirecting the called party takes it out of the talk, and the caller goes on without a duration", async () => {
  const { caller, rep, pass, of, client, base } = await engine({
    ...pages(),
    "/moved": "<Say>Survey</Say><Pause length='9'/>",
  });
  caller.dial(line);
  await pass(1);
  const [called] = rep.calls;
  called?.answer();
  await pass(10);
  await client.calls(called?.sid ?? "").update({ url: `${base}/moved` });
  await pass(1);
  expect([called?.state, called?.hearing?.kind]).toEqual(["in-progress", "pause"]);
  expect(of("/done")[0]?.params["DialCallStatus"]).toBe("completed");
  expect("DialCallDuration" in (of("/done")[0]?.params ?? {})).toBe(false);
});

test("a dialled number's status callback is told of what it asked for, in order", async () => {
  const noun = `<Number statusCallback="/progress" statusCallbackEvent="initiated ringing answered completed">+15005550020</Number>`;
  const { caller, rep, pass, of } = await engine({ ...pages("", noun), "/progress": { status: 204 } });
  const call = caller.dial(line);
  await pass(4);
  rep.calls[0]?.answer();
  await pass(6);
  call.hangUp();
  await pass(1);
  expect(
    of("/progress").map(({ params }) => [params["CallStatus"], params["SequenceNumber"], params["CallDuration"]]),
  ).toEqual([
    ["initiated", "0", undefined],
    ["ringing", "1", undefined],
    ["in-progress", "2", undefined],
    ["completed", "3", "6"],
  ]);
  expect(of("/progress")[0]?.params["ParentCallSid"]).toBe(call.sid);
});

test("a recorded talk has its recording in the action and tells its callback when it can be had", async () => {
  const { caller, rep, pass, of } = await engine({
    ...pages("record='record-from-answer-dual' recordingStatusCallback='/recorded'"),
    "/recorded": { status: 204 },
  });
  caller.dial(line);
  await pass(4);
  rep.calls[0]?.answer();
  await pass(6);
  rep.calls[0]?.hangUp();
  await pass(3);
  const { RecordingUrl } = of("/done")[0]?.params ?? {};
  expect(of("/recorded")[0]?.params).toMatchObject({
    RecordingUrl,
    RecordingDuration: "6",
    RecordingChannels: "2",
    RecordingSource: "DialVerb",
  });
});

test.each([
  [line, "+15005550010", "completed"],
  ["+15005550010", "+15005550010", "completed"],
  ["+15005550099", "+15005550010", "failed"],
  [line, "client:bo", "completed"],
  ["+15005550099", "client:bo", "failed"],
  ["", "client:bo", "failed"],
])("with the callerId %j a call from %s to a number is %s", async (callerId, from, status) => {
  const { exchange, rep, pass, of, faults } = await engine(pages(callerId && `callerId="${callerId}"`));
  exchange.phone(from).dial(line);
  await pass(1);
  rep.calls[0]?.answer();
  await pass(1);
  rep.calls[0]?.hangUp();
  await pass(1);
  expect(of("/done")[0]?.params["DialCallStatus"]).toBe(status);
  expect(faults()).toEqual(status === "failed" ? [13214] : []);
});
