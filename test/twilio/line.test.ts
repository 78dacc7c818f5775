import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { phoneLine, type PhoneLine } from "../../src/twilio/line.ts";
import { accountSid, authToken, engine, line as number, start } from "../exchange/engine.ts";

const rep = "+15005550020";
const hangUp = "<Hangup/>";
const waiting = '<Enqueue waitUrl="/wait" action="/left">support</Enqueue>';
const inRoom = "<Dial><Conference>room-1</Conference></Dial>";

/** A line to a fresh exchange, which asks these pages. */
async function office(pages: Record<string, string> = {}) {
  const desk = await engine({
    "/voice": "<Say>Hello.</Say><Pause length='600'/>",
    "/wait": "<Pause length='600'/>",
    ...pages,
  });
  const line = phoneLine({ accountSid, authToken, apiUrl: desk.exchange.url });
  const url = `${desk.base}/next#rc=2&rp=ct,rt,5xx`;
  const ask = {
    to: rep,
    from: number,
    url,
    fallbackUrl: `${desk.base}/fallback`,
    statusCallback: `${desk.base}/ended`,
    seconds: 20,
    timeLimit: 60,
  };
  const dialIn = async () => {
    const call = desk.caller.dial(number);
    await desk.pass(1);
    return call;
  };
  return { ...desk, line, url, ask, dialIn };
}

describe("a line to Twilio", () => {
  test("rings a rep, who hears the document; the end of the ring is told", async () => {
    const { line, ask, pass, rep: telephone, of } = await office({ "/next": hangUp, "/ended": "" });
    const reply = await line.ring(ask);
    await pass(1);
    const [call] = telephone.calls;
    expect(reply).toEqual({ ok: { sid: call?.sid } });
    call?.answer();
    await pass(1);
    expect(of("/next").map(({ method, signed }) => [method, signed])).toEqual([["POST", true]]);
    expect(of("/ended").map(({ params }) => params["CallStatus"])).toEqual(["completed"]);
  });

  test("lets it ring no longer than was asked", async () => {
    const { line, ask, pass, rep: telephone, of } = await office({ "/ended": "" });
    await line.ring({ ...ask, seconds: 20 });
    await pass(40);
    expect(telephone.calls[0]?.state).toBe("ended");
    expect(of("/ended").map(({ params }) => params["CallStatus"])).toEqual(["no-answer"]);
  });

  test("lets a person be spoken to at once, and tells who it was; of a machine, when its greeting is over", async () => {
    const {
      line,
      ask,
      base,
      pass,
      rep: telephone,
      exchange,
      of,
    } = await office({
      "/next": "<Say>Hello.</Say><Pause length='60'/>",
      "/ended": "",
      "/identified": "",
    });
    const phone = exchange.phone(telephone.address);
    const ring = async () => {
      await line.ring({ ...ask, identified: `${base}/identified` });
      await pass(1);
      phone.calls.at(-1)?.answer();
      await pass(0.1);
    };
    await ring();
    expect([of("/next").length, of("/identified").length]).toEqual([1, 0]);
    expect(of("/ended").map(({ params }) => params["CallStatus"])).toEqual(["ringing"]);
    await pass(8);
    phone.setAnsweredBy("machine");
    await ring();
    await pass(20);
    expect(of("/identified").map(({ params }) => params["AnsweredBy"])).toEqual(["human", "machine_end_beep"]);
  });

  test("finds a call that was placed although the answer was lost, and no older one", async () => {
    const { line, ask, exchange, pass } = await office({ "/next": hangUp, "/ended": "" });
    await line.ring(ask);
    await pass(60);
    const since = start + 60_000;
    expect(await line.placed({ to: rep, from: number, since })).toEqual({ ok: [] });
    exchange.faults.restLosesAnswer(1);
    expect(await line.ring(ask)).toMatchObject({ later: expect.any(String) });
    const placed = await line.placed({ to: rep, from: number, since });
    expect(placed).toMatchObject({ ok: [{ sid: expect.stringMatching(/^CA/), createdAt: since }] });
  });

  test("hangs up, and says of a call that has ended that it is gone", async () => {
    const { line, dialIn } = await office();
    const call = await dialIn();
    expect(await line.status(call.sid)).toEqual({ ok: { status: "in-progress" } });
    expect(await line.hangUp(call.sid)).toEqual({ ok: undefined });
    expect(call.state).toBe("ended");
    expect(await line.hangUp(call.sid)).toMatchObject({ gone: expect.any(String) });
    expect(await line.status(call.sid)).toEqual({ ok: { status: "completed", endedAt: call.endedAt } });
    expect(await line.status(`CA${"0".repeat(32)}`)).toMatchObject({ gone: expect.any(String) });
  });

  test("gives up a ring that nobody has answered yet", async () => {
    const { line, ask, pass, rep: telephone } = await office({ "/ended": "" });
    const reply = await line.ring(ask);
    await pass(1);
    if (!("ok" in reply)) throw new Error("the rep was not rung");
    expect(await line.hangUp(reply.ok.sid)).toEqual({ ok: undefined });
    await pass(1);
    expect(telephone.calls[0]?.state).toBe("ended");
  });

  test("redirects a call, and says of one that has ended that it is gone", async () => {
    const { line, dialIn, url, of, pass } = await office({ "/next": hangUp });
    const call = await dialIn();
    expect(await line.redirect(call.sid, url)).toEqual({ ok: undefined });
    await pass(1);
    expect(of("/next")).toHaveLength(1);
    expect(await line.redirect(call.sid, url)).toMatchObject({ gone: expect.any(String) });
  });

  test("takes a caller out of a queue by its name, and says of one who is not in it that he is gone", async () => {
    const { line, dialIn, url, of, pass } = await office({ "/voice": waiting, "/next": hangUp, "/left": "" });
    const call = await dialIn();
    expect(await line.dequeue("sales", call.sid, url)).toMatchObject({ gone: expect.stringContaining("sales") });
    expect(await line.dequeue("support", call.sid, url)).toEqual({ ok: undefined });
    await pass(1);
    expect(of("/next")).toHaveLength(1);
    expect(await line.dequeue("support", call.sid, url)).toMatchObject({ gone: expect.any(String) });
  });

  test("looks a queue up once, and again where it was made anew under its name", async () => {
    const { line, dialIn, url, pass, exchange, client } = await office({ "/voice": waiting, "/next": hangUp });
    const lists = () =>
      exchange.log.filter(
        (entry) => entry.kind === "rest" && entry.method === "GET" && entry.url.includes("Queues.json"),
      );
    const [first, second] = [await dialIn(), await dialIn()];
    expect(await line.dequeue("support", first.sid, url)).toEqual({ ok: undefined });
    expect(await line.dequeue("support", second.sid, url)).toEqual({ ok: undefined });
    await pass(1);
    expect(lists()).toHaveLength(1);
    const [queue] = await client.queues.list();
    await client.queues(queue?.sid ?? "").remove();
    const third = await dialIn();
    expect(await line.dequeue("support", third.sid, url)).toEqual({ ok: undefined });
  });

  test("holds a caller in a room by its name, and takes him back", async () => {
    const { line, dialIn, url, pass, of, client } = await office({ "/voice": inRoom, "/next": "<Pause length='60'/>" });
    expect(await line.hold("room-1", `CA${"0".repeat(32)}`, true, url)).toMatchObject({ gone: expect.any(String) });
    const call = await dialIn();
    await pass(1);
    const isHeld = async () => {
      const [room] = await client.conferences.list();
      const [participant] = await client.conferences(room?.sid ?? "").participants.list();
      return participant?.hold;
    };
    expect(await line.hold("room-1", call.sid, true, url)).toEqual({ ok: undefined });
    await pass(1);
    expect([await isHeld(), of("/next")[0]?.method]).toEqual([true, "POST"]);
    expect(await line.hold("room-1", call.sid, false, url)).toEqual({ ok: undefined });
    expect(await isHeld()).toBe(false);
    call.hangUp();
    await pass(1);
    expect(await line.hold("room-1", call.sid, true, url)).toMatchObject({ gone: expect.any(String) });
  });

  test("sends a text, and is refused where the number has said stop", async () => {
    const { line, caller, pass } = await office();
    const ask = { to: caller.address, from: number, body: "Signed in. <3" };
    expect(await line.text(ask)).toMatchObject({ ok: { sid: expect.stringMatching(/^SM/) } });
    await pass(1);
    expect(caller.texts.map(({ body }) => body)).toEqual(["Signed in. <3"]);
    await caller.text(number, "STOP");
    expect(await line.text(ask)).toMatchObject({ refused: expect.any(String), code: 21610 });
  });

  test("is refused what asking again cannot help", async () => {
    const { line, ask } = await office();
    expect(await line.ring({ ...ask, from: "+15005559999" })).toMatchObject({
      refused: expect.any(String),
      code: 21210,
    });
    expect(await line.ring({ ...ask, to: "" })).toMatchObject({ refused: expect.any(String) });
  });

  test("says later when Twilio is busy or down, and tries nothing by itself", async () => {
    const { line, ask, exchange } = await office();
    const asked = () => exchange.log.filter(({ kind }) => kind === "rest").length;
    exchange.faults.restLimit(1);
    expect(await line.ring(ask)).toMatchObject({ later: "HTTP 429" });
    const restore = exchange.faults.restDown();
    expect(await line.ring(ask)).toMatchObject({ later: "HTTP 503" });
    expect(await line.status("CA1")).toMatchObject({ later: "HTTP 503" });
    restore();
    expect(asked()).toBe(3);
  });
});

/** A line to a server that answers as given. */
async function lineTo(answer: RequestListener, timeoutMs?: number): Promise<PhoneLine> {
  const server = createServer(answer).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return phoneLine({ accountSid, authToken, apiUrl, ...(timeoutMs !== undefined && { timeoutMs }) });
}

describe("a reply that Twilio's documents do not know", () => {
  test("with a time to wait says how long", async () => {
    const line = await lineTo((_request, response) => response.writeHead(429, { "retry-after": "7" }).end());
    expect(await line.status("CA1")).toEqual({ later: "HTTP 429", afterMs: 7000 });
  });

  test.each<[string, RequestListener]>([
    ["is cut off", (request) => void request.socket.destroy()],
    [
      "is no JSON",
      (_request, response) => response.writeHead(200, { "content-type": "application/json" }).end("<html>"),
    ],
    [
      "is a page of a proxy",
      (_request, response) => response.writeHead(502, { "content-type": "text/html" }).end("<html>"),
    ],
    ["redirects", (_request, response) => response.writeHead(302, { location: "/elsewhere" }).end()],
  ])("and %s means later, or refused, but never throws", async (_how, answer) => {
    const line = await lineTo(answer);
    expect(["later", "refused"]).toContain(Object.keys(await line.hangUp("CA1"))[0]);
  });

  test.each([
    [404, "gone"],
    [400, "refused"],
  ])("with %i and no body is %s for a call, and never gone for a ring", async (status, kind) => {
    const line = await lineTo((_request, response) => response.writeHead(status).end());
    const a = "https://a.example";
    const ask = { to: rep, from: number, url: a, fallbackUrl: a, statusCallback: a };
    expect(Object.keys(await line.hangUp("CA1"))).toEqual([kind]);
    expect(Object.keys(await line.ring({ ...ask, seconds: 20, timeLimit: 60 }))).toEqual(["refused"]);
  });

  test("that does not come means later", async () => {
    const line = await lineTo(() => {}, 50);
    expect(await line.hangUp("CA1")).toMatchObject({ later: expect.any(String) });
  });

  test("from nobody means later", async () => {
    const line = phoneLine({ accountSid, authToken, apiUrl: "http://127.0.0.1:1" });
    expect(await line.hangUp("CA1")).toMatchObject({ later: expect.any(String) });
  });
});
