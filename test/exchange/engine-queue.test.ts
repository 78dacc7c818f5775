import { expect, test } from "vitest";
import { engine, heardBy, line } from "./engine.ts";

const pages = (wait: string) => ({
  "/voice": `<Enqueue action="/done" waitUrl="/wait">support</Enqueue>`,
  "/wait": wait,
  "/done": "<Say>Out of the queue</Say>",
  "/moved": "<Say>Somewhere else</Say>",
});

test("the wait document is asked for again when it runs out, each time with the place in the queue", async () => {
  const { caller, rep, pass, of } = await engine(pages("<Say>Please hold the line</Say><Pause length='18'/>"));
  rep.dial(line);
  await pass(10);
  caller.dial(line);
  await pass(20);
  const asked = of("/wait").map(({ params }) => params);
  expect(
    asked.map(({ QueuePosition, QueueTime, CurrentQueueSize }) => [QueuePosition, QueueTime, CurrentQueueSize]),
  ).toEqual([
    ["1", "0", "1"],
    ["2", "0", "2"],
    ["1", "19", "2"],
    ["2", "19", "2"],
  ]);
  expect(asked.at(-1)).toMatchObject({ AvgQueueTime: "24", MaxQueueSize: "1000", CallStatus: "in-progress" });
});

test("Leave ends the wait, and the action is asked at once what comes next", async () => {
  const { caller, pass, of } = await engine(pages("<Say>Hold</Say><Leave/><Say>Never</Say>"));
  const call = caller.dial(line);
  await pass(5);
  expect(of("/done")[0]?.params).toMatchObject({ QueueResult: "leave", QueueTime: "0" });
  expect(heardBy(call)).toEqual(["ringing", "Hold", "Out of the queue"]);
});

test("without an action the verb after Enqueue runs", async () => {
  const { caller, pass } = await engine({
    "/voice": "<Enqueue waitUrl='/wait'>support</Enqueue><Say>Next verb</Say>",
    "/wait": "<Leave/>",
  });
  const call = caller.dial(line);
  await pass(5);
  expect(heardBy(call)).toEqual(["ringing", "Next verb"]);
});

test.each([
  ["fails", { status: 500 }],
  ["holds a Dial, which is not allowed there", "<Dial>+15005550020</Dial>"],
  ["plays a sound that is not there", "<Play>/nothing.wav</Play>"],
])("a wait document that %s throws the caller out with QueueResult=error", async (_, wait) => {
  const { caller, pass, of } = await engine({ ...pages(""), "/wait": wait });
  const call = caller.dial(line);
  await pass(5);
  expect(of("/done")[0]?.params["QueueResult"]).toBe("error");
  expect(heardBy(call).at(-1)).toBe("Out of the queue");
});

test("an empty waitUrl is silence, and none at all is Twilio's music", async () => {
  const { caller, rep, pass } = await engine({
    "/voice": ({ params }) => `<Enqueue ${params["From"] === "+15005550020" ? "waitUrl=''" : ""}>support</Enqueue>`,
  });
  const [call, other] = [caller.dial(line), rep.dial(line)];
  await pass(100);
  expect([call.hearing?.kind, other.hearing?.kind]).toEqual(["default-music", "silence"]);
});

test("a Gather in the wait document hears keys, and its action's document runs before the wait goes on", async () => {
  const { caller, pass, of } = await engine({
    ...pages("<Gather numDigits='1' action='/choice'><Pause length='30'/></Gather>"),
    "/choice": "<Say>Noted</Say>",
  });
  const call = caller.dial(line);
  await pass(3);
  call.press("2");
  await pass(2);
  expect(of("/choice")[0]?.params).toMatchObject({ Digits: "2", QueuePosition: "1", QueueTime: "3" });
  expect(of("/wait")).toHaveLength(2);
});

test("Redirect in the wait document leads elsewhere for once, and back to the waitUrl", async () => {
  const { caller, pass, of } = await engine({
    ...pages("<Redirect>/chapter</Redirect>"),
    "/chapter": "<Pause length='10'/>",
  });
  caller.dial(line);
  await pass(15);
  expect([of("/wait").length, of("/chapter").length]).toEqual([2, 2]);
});

test("a wait document that takes no time is not asked for without end", async () => {
  const { caller, pass, of } = await engine(pages(""));
  caller.dial(line);
  await pass(10);
  expect(of("/wait")).toHaveLength(11);
});

test("hanging up tells the action, with the call completed, and runs nothing of its answer", async () => {
  const { caller, pass, of } = await engine(pages("<Pause length='60'/>"));
  const call = caller.dial(line);
  await pass(12);
  call.hangUp();
  await pass(1);
  expect(of("/done")[0]?.params).toMatchObject({ QueueResult: "hangup", QueueTime: "12", CallStatus: "completed" });
});

test("Hangup in the wait document ends the call, and the action is told", async () => {
  const { caller, pass, of } = await engine(pages("<Say>Closed</Say><Hangup/>"));
  const call = caller.dial(line);
  await pass(3);
  expect([call.state, of("/done")[0]?.params["QueueResult"]]).toEqual(["ended", "hangup"]);
});

test("a full queue refuses at once, without QueueSid", async () => {
  const { caller, rep, pass, of, client, faults } = await engine(pages("<Pause length='60'/>"));
  await client.queues.create({ friendlyName: "support", maxSize: 1 });
  caller.dial(line);
  await pass(0);
  rep.dial(line);
  await pass(0);
  expect(of("/done").map(({ params }) => [params["QueueResult"], "QueueSid" in params])).toEqual([
    ["queue-full", false],
  ]);
  expect(faults()).toEqual([14207]);
});

test("dequeued by REST, the member runs the document it was given; the action is told `redirected` and not obeyed", async () => {
  const { caller, pass, of, client, base } = await engine(pages("<Pause length='60'/>"));
  const call = caller.dial(line);
  await pass(7);
  const [queue] = await client.queues.list();
  expect(queue).toMatchObject({ friendlyName: "support", currentSize: 1, averageWaitTime: 7 });
  const member = await client
    .queues(queue?.sid ?? "")
    .members("Front")
    .update({ url: `${base}/moved` });
  expect(member).toMatchObject({ callSid: call.sid, position: 1, waitTime: 7 });
  await pass(3);
  expect(of("/done")[0]?.params).toMatchObject({
    QueueResult: "redirected",
    QueueTime: "7",
    CallStatus: "in-progress",
  });
  expect(heardBy(call)).toEqual(["ringing", "pause", "Somewhere else"]);
  expect(await client.queues(queue?.sid ?? "").members.list()).toEqual([]);
});

test("redirecting the call by REST takes it out of the queue likewise", async () => {
  const { caller, pass, of, client, base } = await engine(pages("<Pause length='60'/>"));
  const call = caller.dial(line);
  await pass(7);
  await client.calls(call.sid).update({ url: `${base}/moved` });
  await pass(3);
  expect(of("/done")[0]?.params["QueueResult"]).toBe("redirected");
  expect(heardBy(call).at(-1)).toBe("Somewhere else");
});

test("dialling a queue takes its first caller, whispers to it, connects both; its action comes after they part", async () => {
  const { caller, rep, pass, of, exchange, base } = await engine({
    ...pages("<Pause length='60'/>"),
    "/rep": "<Dial action='/repdone'><Queue url='/whisper'>support</Queue></Dial>",
    "/whisper": "<Say>Ana will speak with you</Say>",
    "/repdone": "<Say>Thank you Ana</Say>",
  });
  exchange.setNumber({ phoneNumber: "+15005550007", voiceUrl: `${base}/rep` });
  const call = caller.dial(line);
  await pass(30);
  const repCall = rep.dial("+15005550007");
  await pass(10);
  expect(of("/whisper")[0]?.params).toMatchObject({ QueueTime: "30", DequeingCallSid: repCall.sid, CallSid: call.sid });
  expect(heardBy(call)).toEqual(["ringing", "pause", "Ana will speak with you", "with +15005550020"]);
  expect(of("/done")).toEqual([]);
  repCall.hangUp();
  await pass(5);
  expect(of("/done")[0]?.params).toMatchObject({ QueueResult: "bridged", QueueTime: "30" });
  expect(of("/repdone")[0]?.params).toMatchObject({
    DialCallStatus: "completed",
    QueueResult: "bridged",
    DialCallDuration: "8",
  });
  expect(heardBy(call).at(-1)).toBe("Out of the queue");
});

test("dialling an empty queue waits for a caller until the timeout, and an unknown queue fails", async () => {
  const { caller, rep, pass, of, exchange, base } = await engine({
    ...pages("<Pause length='60'/>"),
    "/rep": "<Dial action='/repdone' timeout='20'><Queue>support</Queue></Dial>",
    "/repdone": "",
  });
  exchange.setNumber({ phoneNumber: "+15005550007", voiceUrl: `${base}/rep` });
  rep.dial("+15005550007");
  await pass(1);
  const first = caller.dial(line);
  await pass(1);
  first.hangUp();
  rep.dial("+15005550007");
  await pass(21);
  expect(of("/repdone").map(({ params }) => params["DialCallStatus"])).toEqual(["failed", "no-answer"]);
  const waiting = rep.dial("+15005550007");
  await pass(5);
  caller.dial(line);
  await pass(1);
  expect(waiting.hearing).toMatchObject({ kind: "person", with: ["+15005550010"] });
});

test("two who dial a queue of two at the same moment get one caller each", async () => {
  const { exchange, pass, base } = await engine({
    ...pages("<Pause length='60'/>"),
    "/rep": "<Dial><Queue>support</Queue></Dial>",
  });
  exchange.setNumber({ phoneNumber: "+15005550007", voiceUrl: `${base}/rep` });
  for (const digit of [1, 2]) exchange.phone(`+1500555010${digit}`).dial(line);
  await pass(1);
  const reps = [1, 2].map((digit) => exchange.phone(`+1500555020${digit}`).dial("+15005550007"));
  await pass(1);
  expect(reps.map((call) => call.hearing?.with)).toEqual([["+15005550101"], ["+15005550102"]]);
});

test("a withheld number is talked to at its own telephone's address", async () => {
  const { caller, rep, exchange, pass, base } = await engine({
    ...pages("<Pause length='60'/>"),
    "/rep": "<Dial><Queue>support</Queue></Dial>",
  });
  exchange.setNumber({ phoneNumber: "+15005550007", voiceUrl: `${base}/rep` });
  caller.dial(line, { from: "anonymous" });
  await pass(1);
  const call = rep.dial("+15005550007");
  await pass(1);
  expect(call.hearing?.with).toEqual([caller.address]);
});

test("a rep who hangs up during the whisper leaves the caller to the action", async () => {
  const { caller, rep, exchange, pass, of, base } = await engine({
    ...pages("<Pause length='60'/>"),
    "/rep": "<Dial><Queue url='/whisper'>support</Queue></Dial>",
    "/whisper": "<Say>One moment please</Say>",
  });
  exchange.setNumber({ phoneNumber: "+15005550007", voiceUrl: `${base}/rep` });
  const call = caller.dial(line);
  await pass(1);
  const repCall = rep.dial("+15005550007");
  await pass(0.5);
  repCall.hangUp();
  await pass(3);
  expect(of("/done")[0]?.params["QueueResult"]).toBe("bridging-in-process");
  expect(heardBy(call).at(-1)).toBe("Out of the queue");
});
