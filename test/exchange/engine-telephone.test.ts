import { expect, test } from "vitest";
import { engine, line } from "./engine.ts";

const number = encodeURIComponent("+15005550010");

/** Reads server-sent events of a telephone until there are so many. */
async function events(url: string, count: number) {
  const response = await fetch(`${url}/telephones/${number}/events`);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  const read = async () => {
    while ((text.match(/\n\n/g) ?? []).length < count) {
      const { value, done } = (await reader?.read()) ?? { value: "", done: true };
      if (done) break;
      text += value;
    }
    await reader?.cancel();
    return text
      .split("\n\n")
      .filter(Boolean)
      .map((one) => ({
        event: /^event: (.*)$/m.exec(one)?.[1],
        data: JSON.parse(/^data: (.*)$/m.exec(one)?.[1] ?? "{}") as Record<string, unknown>,
      }));
  };
  return { type: response.headers.get("content-type"), read };
}

const act = (url: string, action: string, body: object = {}) =>
  fetch(`${url}/telephones/${number}/${action}`, { method: "POST", body: JSON.stringify(body) });

test("a telephone in a page dials, presses and hangs up over HTTP, and is told what it hears", async () => {
  const { exchange, pass } = await engine({
    "/voice": "<Gather numDigits='1' action='/keys'><Say>Press one</Say></Gather>",
    "/keys": "<Say>Thank you</Say><Pause length='60'/>",
  });
  const stream = await events(exchange.url, 8);
  const dialled = (await (await act(exchange.url, "dial", { to: line })).json()) as { sid: string; state: string };
  expect(dialled.state).toBe("ringing");
  await pass(1);
  await act(exchange.url, "press", { keys: "1" });
  await pass(2);
  const ended = await act(exchange.url, "hangup");
  expect(await ended.json()).toMatchObject({ sid: dialled.sid, state: "ended" });
  const told = await stream.read();
  expect(stream.type).toBe("text/event-stream");
  expect(told.map(({ event, data }) => [event, data["text"] ?? data["kind"] ?? data["state"]])).toEqual([
    ["state", undefined],
    ["dialled", "ringing"],
    ["answered", "in-progress"],
    ["heard", "Press one"],
    ["heard", "silence"],
    ["heard", "Thank you"],
    ["heard", "pause"],
    ["ended", "ended"],
  ]);
});

test("a telephone that is rung is answered or declined over HTTP, and gets text messages", async () => {
  const { exchange, client, base, pass } = await engine({ "/voice": "<Pause length='60'/>" });
  const stream = await events(exchange.url, 5);
  await client.calls.create({ to: "+15005550010", from: line, url: `${base}/voice` });
  await pass(1);
  expect(await (await act(exchange.url, "answer")).json()).toMatchObject({
    direction: "outbound",
    state: "in-progress",
  });
  await pass(1);
  await client.messages.create({ to: "+15005550010", from: line, body: "Hello" });
  await pass(3);
  const told = await stream.read();
  expect(told.map(({ event }) => event)).toEqual(["state", "ringing", "answered", "heard", "text"]);
});

test("a telephone that rings in the middle of a call is declined as the one that rings, and hung up as the one that talks", async () => {
  const { exchange, client, base, pass, caller } = await engine({
    "/voice": "<Pause length='1'/><Say>Hello</Say><Pause length='60'/>",
  });
  caller.dial(line);
  expect((await act(exchange.url, "press", { keys: "1" })).status).toBe(409);
  await pass(3);
  await client.calls.create({ to: "+15005550010", from: line, url: `${base}/voice` });
  await pass(1);
  expect(await (await act(exchange.url, "hangup")).json()).toMatchObject({ direction: "inbound", state: "ended" });
  expect((await act(exchange.url, "press", { keys: "1" })).status).toBe(409);
  expect(await (await act(exchange.url, "decline")).json()).toMatchObject({ direction: "outbound", state: "ended" });
});

test("a number that nobody has is told to be over as it is dialled", async () => {
  const { exchange } = await engine({});
  const stream = await events(exchange.url, 3);
  await act(exchange.url, "dial", { to: "+15005550099" });
  const told = await stream.read();
  expect(told.map(({ event, data }) => [event, data["endedBecause"]])).toEqual([
    ["state", undefined],
    ["dialled", "not a number of this account"],
    ["ended", "not a number of this account"],
  ]);
});

test("what a telephone cannot do is refused: no call, no such action, no JSON", async () => {
  const { exchange } = await engine({});
  expect((await act(exchange.url, "hangup")).status).toBe(409);
  expect((await act(exchange.url, "fly")).status).toBe(404);
  const bad = await fetch(`${exchange.url}/telephones/${number}/dial`, { method: "POST", body: "{" });
  expect(bad.status).toBe(400);
});

test("the exchange listens on this machine alone", async () => {
  const { exchange } = await engine({});
  expect(exchange.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});
