import { expect, test } from "vitest";
import { accountSid, authToken, engine, heardBy, line } from "./engine.ts";

const pages = (attributes = "") => ({
  "/voice": `<Record action="/recorded" recordingStatusCallback="/ready" ${attributes}/>`,
  "/recorded": "<Say>Thank you</Say>",
  "/ready": { status: 204 },
});

test("what is said after the beep is recorded until a key ends it, and the action has the recording", async () => {
  const { caller, pass, of, exchange, client } = await engine(pages());
  const call = caller.dial(line);
  await pass(1);
  call.say("please call me back about the invoice");
  await pass(4);
  call.press("#");
  await pass(0.5);
  const early = await fetch(`${of("/recorded")[0]?.params["RecordingUrl"]}.wav`, {
    headers: { authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}` },
  });
  expect([early.status, of("/ready")]).toEqual([404, []]);
  await pass(0.5);
  expect(heardBy(call).slice(0, 4)).toEqual(["ringing", "beep", "silence", "Thank you"]);
  const { params } = of("/recorded")[0] ?? {};
  expect(params).toMatchObject({ Digits: "#", RecordingDuration: "4" });
  const [recording] = await client.recordings.list();
  expect(recording).toMatchObject({ sid: params?.["RecordingSid"], duration: "4", callSid: call.sid });
  expect(exchange.recordings[0]?.words).toBe("please call me back about the invoice");
  const media = await fetch(`${params?.["RecordingUrl"]}.wav`, {
    headers: { authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}` },
  });
  expect(Buffer.from(await media.arrayBuffer()).toString("latin1", 0, 4)).toBe("RIFF");
  expect(media.headers.get("content-type")).toMatch(/^audio\/(x-)?wav/);
});

test("a silence ends it, and the silence at the end is trimmed", async () => {
  const { caller, pass, of } = await engine(pages("timeout='3'"));
  const call = caller.dial(line);
  await pass(1);
  call.say("hello there");
  await pass(3.7);
  expect(of("/recorded")).toEqual([]);
  await pass(0.2);
  expect(of("/recorded")[0]?.params).toMatchObject({ RecordingDuration: "2", Digits: "" });
});

test("the most that may be recorded ends it", async () => {
  const { caller, pass, of } = await engine(pages("timeout='60' maxLength='30' playBeep='false'"));
  caller.dial(line);
  await pass(29.9);
  expect(of("/recorded")).toEqual([]);
  await pass(0.2);
  expect(of("/recorded")[0]?.params["RecordingDuration"]).toBe("30");
});

test("only the finishing keys end it", async () => {
  const { caller, pass, of } = await engine(pages("finishOnKey='*'"));
  const call = caller.dial(line);
  await pass(1);
  call.press("12*");
  await pass(0.5);
  expect(of("/recorded")[0]?.params["Digits"]).toBe("*");
});

test("hanging up ends it: the action is told with Digits=hangup, and the callback when it can be had", async () => {
  const { caller, pass, of } = await engine(pages());
  const call = caller.dial(line);
  await pass(1);
  call.say("please call me back");
  await pass(3);
  call.hangUp();
  await pass(5);
  expect(of("/recorded")[0]?.params).toMatchObject({ Digits: "hangup", CallStatus: "completed" });
  expect(of("/ready")[0]?.params).toMatchObject({
    RecordingStatus: "completed",
    RecordingSource: "RecordVerb",
    RecordingChannels: "1",
  });
});
