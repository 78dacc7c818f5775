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
  expect(caller.texts.map(({ body }) => body)).toEqual([expect.stringMatching(/unsubscribed/), "Hello"]);
});

test.each(["CANCEL", "end", " Quit ", "REVOKE", "OPTOUT"])(
  "%j alone is an opt-out, and the URL is asked all the same",
  async (word) => {
    const { caller, client, exchange, base, of } = await engine({ "/sms": "" });
    exchange.setNumber({ phoneNumber: line, smsUrl: `${base}/sms` });
    await caller.text(line, word);
    expect(of("/sms")).toHaveLength(1);
    await expect(client.messages.create({ to: caller.address, from: line, body: "Hello" })).rejects.toMatchObject({
      code: 21610,
    });
  },
);

test.each(["CANCEL 123456", "please stop"])("%j is no opt-out", async (words) => {
  const { caller, client } = await engine({});
  await caller.text(line, words);
  await client.messages.create({ to: caller.address, from: line, body: "Hello" });
});

test("at WhatsApp who has written may be answered for a day, and after that the message is not delivered", async () => {
  const { exchange, client, base, pass, of } = await engine({ "/sms": "<Message>We got it</Message>" });
  exchange.setNumber({ phoneNumber: line, smsUrl: `${base}/sms` });
  const caller = exchange.phone("whatsapp:+15005550010");
  await caller.text(`whatsapp:${line}`, "Where are you?");
  await pass(5);
  expect(of("/sms")[0]?.params).toMatchObject({ From: "whatsapp:+15005550010", To: `whatsapp:${line}` });
  const send = () => client.messages.create({ to: caller.address, from: `whatsapp:${line}`, body: "Hello" });
  await send();
  await pass(24 * 3_600 - 10);
  const { sid } = await send();
  await pass(20);
  expect((await client.messages(sid).fetch()).status).toBe("delivered");
  const late = await send();
  await pass(5);
  expect((await client.messages(late.sid).fetch()).status).toBe("undelivered");
  expect(caller.texts.map(({ body }) => body)).toEqual(["We got it", "Hello", "Hello"]);
});

test("a message from one channel to another is refused", async () => {
  const { client } = await engine({});
  await expect(
    client.messages.create({ to: "whatsapp:+15005550010", from: line, body: "Hello" }),
  ).rejects.toMatchObject({ code: 21910 });
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
