import { expect, test } from "vitest";
import { engine, line } from "./engine.ts";

test("a text message asks the number's URL, and what it answers is sent back", async () => {
  const { caller, exchange, base, pass, of } = await engine({
    "/sms": "<Message>We got it</Message><Message><Body>And this</Body></Message>",
  });
  exchange.setNumber({ phoneNumber: line, smsUrl: `${base}/sms` });
  await caller.text(line, "Where are you?");
  await pass(5);
  expect(of("/sms")[0]).toMatchObject({
    signed: true,
    params: { Body: "Where are you?", From: "+15005550010", To: line },
  });
  expect(caller.texts.map(({ from, body }) => [from, body])).toEqual([
    [line, "We got it"],
    [line, "And this"],
  ]);
});

test("a message by REST is queued, sent and delivered, and its callback told of each", async () => {
  const { caller, client, base, pass, of } = await engine({ "/status": { status: 204 } });
  const body = "x".repeat(161);
  const sent = await client.messages.create({ to: caller.address, from: line, body, statusCallback: `${base}/status` });
  expect([sent.status, sent.numSegments]).toEqual(["queued", "2"]);
  await pass(3);
  expect(of("/status").map(({ params }) => params["MessageStatus"])).toEqual(["sent", "delivered"]);
  expect((await client.messages(sent.sid).fetch()).status).toBe("delivered");
  expect(caller.texts[0]?.body).toBe(body);
});

test("a telephone that cannot be reached leaves a message undelivered", async () => {
  const { caller, client, pass } = await engine({});
  caller.setLine("unreachable");
  const { sid } = await client.messages.create({ to: caller.address, from: line, body: "Hello" });
  await pass(3);
  expect((await client.messages(sid).fetch()).status).toBe("undelivered");
});

test("who texts STOP gets no more messages until START", async () => {
  const { caller, client, pass } = await engine({});
  const send = () => client.messages.create({ to: caller.address, from: line, body: "Hello" });
  await caller.text(line, "Stop");
  await expect(send()).rejects.toMatchObject({ status: 400, code: 21610 });
  await caller.text(line, "START");
  await send();
  await pass(3);
  expect(caller.texts).toHaveLength(1);
});

test("messages come only from the account's numbers", async () => {
  const { caller, client } = await engine({});
  await expect(
    client.messages.create({ to: caller.address, from: "+15005550099", body: "Hello" }),
  ).rejects.toMatchObject({
    code: 21606,
  });
});

test("a failing URL goes to the fallback with ErrorCode and ErrorUrl", async () => {
  const { caller, exchange, base, of } = await engine({ "/sms": { status: 500 }, "/smsfallback": "" });
  exchange.setNumber({ phoneNumber: line, smsUrl: `${base}/sms`, smsFallbackUrl: `${base}/smsfallback` });
  await caller.text(line, "Hello");
  expect(of("/smsfallback")[0]?.params).toMatchObject({ ErrorCode: "11200", ErrorUrl: `${base}/sms` });
});
