import { expect, test } from "vitest";
import type { Exchange } from "../../src/exchange/exchange.ts";
import { engine, heardBy, line } from "./engine.ts";

const tries = (exchange: Exchange) =>
  exchange.log.flatMap((entry) => (entry.kind === "webhook" ? [[entry.attempt, entry.status ?? entry.code]] : []));

test("a lost connection is tried once more, with the same idempotency token", async () => {
  const { caller, pass, exchange, of } = await engine({ "/voice": "<Say>Hello</Say>" });
  exchange.faults.loseWebhook(() => true, 1, "connection");
  const call = caller.dial(line);
  await pass(5);
  expect(heardBy(call).at(-1)).toBe("Hello");
  expect(tries(exchange)).toEqual([
    [1, 11205],
    [2, 200],
  ]);
  expect(of("/voice")[0]?.headers["i-twilio-idempotency-token"]).toMatch(/^[\da-f]{8}-([\da-f]{4}-){3}[\da-f]{12}$/);
});

test.each([
  ["", 500, 1],
  ["#rc=2&rp=5xx", 500, 3],
  ["#rc=5&rp=4xx", 500, 1],
  ["#rp=4xx,ct", 404, 2],
  ["#rc=3&rp=all", 404, 4],
  ["#rc=0&rp=all", 500, 1],
])("with the connection overrides %j an answer of %i makes %i tries", async (fragment, status, count) => {
  const { caller, pass, exchange, of, base } = await engine({ "/voice": { status } });
  exchange.setNumber({ phoneNumber: line, voiceUrl: `${base}/voice${fragment}` });
  caller.dial(line);
  await pass(5);
  expect(of("/voice")).toHaveLength(count);
  expect(new Set(of("/voice").map(({ headers }) => headers["i-twilio-idempotency-token"])).size).toBe(1);
  expect(of("/voice").every(({ signed }) => signed)).toBe(true);
});

test("each request has its own idempotency token", async () => {
  const { caller, pass, of } = await engine({
    "/voice": ({ params }) => (params["n"] ? "" : "<Redirect>/voice?n=1</Redirect>"),
  });
  caller.dial(line);
  await pass(1);
  expect(new Set(of("/voice").map(({ headers }) => headers["i-twilio-idempotency-token"])).size).toBe(2);
});

test("an invalid retry policy is error 11243, and nothing is asked", async () => {
  const { caller, pass, exchange, faults, of, base } = await engine({ "/voice": "<Say>Hello</Say>" });
  exchange.setNumber({ phoneNumber: line, voiceUrl: `${base}/voice#rp=6xx` });
  caller.dial(line);
  await pass(10);
  expect([faults(), of("/voice")]).toEqual([[11243], []]);
});

test("an answer that does not come within the read timeout is error 11205, tried again only where asked for", async () => {
  const { caller, pass, exchange, faults, of, base } = await engine({ "/voice": "<Say>Hello</Say>" });
  exchange.faults.loseWebhook(() => true, 1, "timeout");
  caller.dial(line);
  await pass(14);
  expect(faults()).toEqual([]);
  await pass(2);
  expect([faults(), of("/voice").length]).toEqual([[11205], 1]);

  exchange.setNumber({ phoneNumber: line, voiceUrl: `${base}/voice#rp=rt&rt=3000` });
  exchange.faults.loseWebhook(() => true, 1, "timeout");
  const call = caller.dial(line);
  await pass(4);
  expect([heardBy(call).at(-1), of("/voice").length]).toEqual(["Hello", 3]);
});

test("a server that is really slow runs into the real read timeout", async () => {
  const { caller, exchange, clock, faults, base } = await engine({ "/voice": "" });
  const { createServer } = await import("node:http");
  const slow = createServer(() => {});
  await new Promise<void>((resolve) => slow.listen(0, "127.0.0.1", resolve));
  const address = slow.address();
  const port = typeof address === "object" ? address?.port : 0;
  exchange.setNumber({
    phoneNumber: line,
    voiceUrl: `http://127.0.0.1:${port}/#rt=150`,
    voiceFallbackUrl: `${base}/voice`,
  });
  const call = caller.dial(line);
  await clock.advance(0, () => exchange.idle());
  expect([faults(), call.state]).toEqual([[11205], "ended"]);
  slow.closeAllConnections();
  slow.close();
});

test("a server that is not there is error 11202", async () => {
  const { caller, pass, exchange, faults } = await engine({});
  exchange.setNumber({ phoneNumber: line, voiceUrl: "http://127.0.0.1:1/voice" });
  caller.dial(line);
  await pass(5);
  expect(faults()).toEqual([11202]);
  expect(tries(exchange)).toHaveLength(2);
});

test("ten redirects over HTTP are followed, an eleventh is error 11215", async () => {
  const { caller, pass, faults, of } = await engine({
    "/voice": { status: 302, headers: { location: "/hop?n=1" } },
    "/hop": ({ params }) =>
      Number(params["n"]) < Number(params["end"] ?? 10)
        ? { status: 302, headers: { location: `/hop?n=${Number(params["n"]) + 1}` } }
        : "<Say>Arrived</Say>",
  });
  const call = caller.dial(line);
  await pass(5);
  expect([heardBy(call).at(-1), of("/hop").length]).toEqual(["Arrived", 10]);
  const other = await engine({ "/voice": { status: 302, headers: { location: "/voice" } } });
  other.caller.dial(line);
  await other.pass(10);
  expect([other.faults(), other.of("/voice").length, faults()]).toEqual([[11215], 11, []]);
});

test("a GET has its parameters in the query, and is signed with them", async () => {
  const { caller, pass, exchange, of, base } = await engine({ "/voice": "<Say>Hello</Say>" });
  exchange.setNumber({ phoneNumber: line, voiceUrl: `${base}/voice?office=1`, voiceMethod: "GET" });
  caller.dial(line);
  await pass(5);
  expect(of("/voice")[0]).toMatchObject({ method: "GET", signed: true, params: { office: "1", From: "+15005550010" } });
});

test("a name and password of a URL are sent as credentials, and are not signed", async () => {
  const { caller, pass, exchange, of, base } = await engine({ "/voice": "<Say>Hello</Say>" });
  exchange.setNumber({ phoneNumber: line, voiceUrl: `${base.replace("http://", "http://me:secret@")}/voice#rc=2` });
  caller.dial(line);
  await pass(5);
  expect(of("/voice")[0]).toMatchObject({ signed: true, headers: { authorization: `Basic ${btoa("me:secret")}` } });
});

test("duplicated webhooks come as often as asked for, and the answer to the first is used", async () => {
  let count = 0;
  const { caller, pass, exchange, of } = await engine({ "/voice": () => `<Say>${++count}</Say>` });
  const stop = exchange.faults.duplicateWebhooks(3);
  const call = caller.dial(line);
  await pass(5);
  expect([of("/voice").length, heardBy(call)]).toEqual([3, ["ringing", "1"]]);
  expect(new Set(of("/voice").map(({ headers }) => headers["i-twilio-idempotency-token"])).size).toBe(1);
  stop();
  caller.dial(line);
  await pass(5);
  expect(of("/voice")).toHaveLength(4);
});

test("a share of the webhooks comes a second time or late, on the clock, by the seed alone", async () => {
  const run = async (seed: number) => {
    const { caller, pass, exchange, asked } = await engine({ "/voice": "<Say>Hello</Say>" }, { seed });
    const stop = exchange.faults.disturbWebhooks(0.5, 3_000);
    for (let calls = 0; calls < 40; calls++) caller.dial(line);
    await pass(5);
    stop();
    caller.dial(line);
    await pass(5);
    const tokens = asked.map(({ at, headers }) => [at - (asked[0]?.at ?? 0), headers["i-twilio-idempotency-token"]]);
    return { tokens, heard: caller.calls.map((call) => heardBy(call).at(-1)) };
  };
  const once = await run(1);
  const different = new Set(once.tokens.map(([, token]) => token));
  const repeats = once.tokens.length - different.size;
  expect([different.size, repeats > 4, repeats < 20]).toEqual([41, true, true]);
  expect(once.tokens.filter(([at]) => Number(at) > 0).length).toBeGreaterThan(10);
  expect(once.heard.every((words) => words === "Hello")).toBe(true);
  expect(await run(1)).toEqual(once);
});

test("status callbacks may be delayed and shuffled on purpose, without holding up the call", async () => {
  const pages = { "/voice": "<Say>Hello</Say>", "/status": { status: 204 } };
  const { rep, pass, exchange, of, client, base } = await engine(pages);
  const order = async () => {
    const before = of("/status").length;
    await client.calls.create({
      to: rep.address,
      from: line,
      url: `${base}/voice`,
      statusCallback: `${base}/status`,
      statusCallbackEvent: ["initiated", "ringing", "answered", "completed"],
    });
    await pass(1);
    rep.calls.at(-1)?.answer();
    await pass(10);
    return of("/status")
      .slice(before)
      .map(({ params }) => params["SequenceNumber"]);
  };
  expect(await order()).toEqual(["0", "1", "2", "3"]);
  const [stopDelay, stopShuffle] = [
    exchange.faults.delayStatusCallbacks(2000),
    exchange.faults.shuffleStatusCallbacks(),
  ];
  const shuffled = await order();
  expect(new Set(shuffled)).toEqual(new Set(["0", "1", "2", "3"]));
  stopDelay();
  stopShuffle();
  expect(await order()).toEqual(["0", "1", "2", "3"]);
});

test("the debugger keeps what was asked and answered, and forgets the oldest", async () => {
  const { caller, pass, exchange } = await engine({ "/voice": "<Say>Hello</Say>" }, { keepLog: 4 });
  for (let calls = 0; calls < 9; calls++) {
    caller.dial(line);
    await pass(2);
  }
  expect(exchange.log.length).toBeLessThanOrEqual(5);
  expect(exchange.log.at(-1)).toMatchObject({
    kind: "webhook",
    purpose: "voice",
    status: 200,
    body: "<Response><Say>Hello</Say></Response>",
    attempt: 1,
  });
});
