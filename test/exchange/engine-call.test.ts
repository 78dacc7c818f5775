import { expect, test } from "vitest";
import { realClock } from "../../src/exchange/clock.ts";
import { engine, heardBy, line } from "./engine.ts";

const apology = "We are sorry, an application error has occurred. Goodbye.";

test("a call rings until its first document comes, is then answered, and ends where the document does", async () => {
  const { caller, pass, of } = await engine({
    "/voice": "<Say>Welcome to our company</Say><Pause length='2'/><Say>Goodbye</Say>",
  });
  const call = caller.dial(line);
  expect(call.state).toBe("ringing");
  await pass(0);
  expect(call.state).toBe("in-progress");
  expect(of("/voice").map(({ method, signed, params }) => [method, signed, params["CallStatus"]])).toEqual([
    ["POST", true, "ringing"],
  ]);
  await pass(10);
  expect(call.state).toBe("ended");
  expect(heardBy(call)).toEqual(["ringing", "Welcome to our company", "pause", "Goodbye"]);
  expect((call.endedAt ?? 0) - call.startedAt).toBe(1600 + 2000 + 400);
});

test("an empty document answers the call and ends it", async () => {
  const { caller, pass } = await engine({ "/voice": "" });
  const call = caller.dial(line);
  await pass(0);
  expect([call.state, call.endedBecause]).toEqual(["ended", "the document ended"]);
});

test.each([
  ["busy", "busy"],
  ["rejected", "no-answer"],
])("a Reject that comes first with the reason %s never answers, and the call is %s", async (reason, status) => {
  const { caller, pass, client } = await engine({ "/voice": `<Reject reason="${reason}"/>` });
  const call = caller.dial(line);
  await pass(0);
  expect(heardBy(call)).toEqual(["ringing"]);
  const record = await client.calls(call.sid).fetch();
  expect([record.status, record.duration]).toEqual([status, "0"]);
});

test("a Pause that comes first delays the answer", async () => {
  const { caller, pass } = await engine({ "/voice": "<Pause length='3'/><Say>Hello</Say>" });
  const call = caller.dial(line);
  await pass(2.9);
  expect(call.state).toBe("ringing");
  await pass(0.2);
  expect(call.state).toBe("in-progress");
});

test("a Redirect goes on with the other document, relative to its own, and later requests say in-progress", async () => {
  const { caller, pass, of } = await engine({
    "/voice": "<Redirect>ivr/menu?step=2</Redirect><Say>Never</Say>",
    "/ivr/menu": "<Say>Menu</Say>",
  });
  const call = caller.dial(line);
  await pass(5);
  expect(heardBy(call)).toEqual(["ringing", "Menu"]);
  expect(of("/ivr/menu")[0]?.params).toMatchObject({ step: "2", CallStatus: "in-progress", Direction: "inbound" });
});

test("documents that redirect to each other without time passing are stopped", async () => {
  const { caller, pass, faults } = await engine({ "/voice": "<Redirect/>" });
  const call = caller.dial(line);
  await pass(60);
  expect(heardBy(call)).toEqual(["ringing", apology]);
  expect(faults()).toEqual([12400]);
});

test("what is said takes two and a half words a second and is said as often as loop says", async () => {
  const { caller, pass } = await engine({ "/voice": "<Say loop='2' language='es-ES'>uno dos tres cuatro cinco</Say>" });
  const call = caller.dial(line);
  await pass(60);
  expect(call.heard.slice(1).map(({ at, until = 0, language }) => [until - at, language])).toEqual([
    [2000, "es-ES"],
    [2000, "es-ES"],
  ]);
});

test("hanging up cuts what is heard and ends the call", async () => {
  const { caller, pass, client } = await engine({ "/voice": "<Say>One two three four five six seven eight</Say>" });
  const call = caller.dial(line);
  await pass(1);
  call.hangUp();
  expect(call.state).toBe("ended");
  expect(call.heard.at(-1)).toMatchObject({ cut: true });
  expect((await client.calls(call.sid).fetch()).status).toBe("completed");
});

test.each([
  ["answers 500", { status: 500 }, "11200"],
  ["answers 404", { status: 404 }, "11200"],
  ["is no XML", { body: "<Response><Say>" }, "12100"],
  ["is of another type", { body: "{}", type: "application/json" }, "12300"],
])("a document that %s goes to the fallback URL with ErrorCode and ErrorUrl", async (_, page, code) => {
  const { caller, pass, of, exchange, base } = await engine({ "/voice": page, "/fallback": "<Say>One moment</Say>" });
  exchange.setNumber({ phoneNumber: line, voiceFallbackUrl: `${base}/fallback` });
  const call = caller.dial(line);
  await pass(5);
  expect(heardBy(call)).toEqual(["ringing", "One moment"]);
  expect(of("/fallback")[0]?.params).toMatchObject({ ErrorCode: code, ErrorUrl: `${base}/voice` });
});

test("without a fallback URL the caller hears that an application error has occurred, and is cut off", async () => {
  const { caller, pass } = await engine({ "/voice": { status: 500 } });
  const call = caller.dial(line);
  await pass(10);
  expect(heardBy(call)).toEqual(["ringing", apology]);
  expect(call.state).toBe("ended");
});

test("a fallback that fails as well ends in the apology", async () => {
  const { caller, pass, exchange, base, faults } = await engine({ "/voice": { status: 500 }, "/fallback": "<Sing/>" });
  exchange.setNumber({ phoneNumber: line, voiceFallbackUrl: `${base}/missing` });
  const call = caller.dial(line);
  await pass(10);
  expect(heardBy(call)).toEqual(["ringing", apology]);
  expect(faults()).toEqual([11200, 11200]);
});

test("each failure later in the call goes to the fallback URL again", async () => {
  const { caller, pass, exchange, base, of } = await engine({
    "/voice": { status: 500 },
    "/fallback": "<Pause length='5'/><Redirect>/broken</Redirect>",
    "/broken": { status: 500 },
  });
  exchange.setNumber({ phoneNumber: line, voiceFallbackUrl: `${base}/fallback` });
  caller.dial(line);
  await pass(11);
  expect(of("/fallback").map(({ params }) => params["ErrorUrl"])).toEqual([
    `${base}/voice`,
    `${base}/broken`,
    `${base}/broken`,
  ]);
});

test("with the machine's own clock a call goes on by itself", async () => {
  const { caller } = await engine({ "/voice": "<Say>Hello</Say>" }, { clock: realClock() });
  const call = caller.dial(line);
  await new Promise<void>((resolve) => call.onChange(() => call.state === "ended" && resolve()));
  expect(heardBy(call)).toEqual(["ringing", "Hello"]);
});

test("the network gives up ringing after ringsForSeconds, whatever the timeout", async () => {
  const { caller, rep, pass, of } = await engine(
    { "/voice": "<Dial timeout='60' action='/done'>+15005550020</Dial>", "/done": "" },
    { ringsForSeconds: 20 },
  );
  caller.dial(line);
  await pass(19);
  expect(rep.calls[0]?.state).toBe("ringing");
  await pass(2);
  expect(of("/done")[0]?.params["DialCallStatus"]).toBe("no-answer");
});

test("a number's status callback is told of the end, with seconds and begun minutes", async () => {
  const { caller, pass, of, exchange, base } = await engine({
    "/voice": "<Pause length='1'/><Say>Hello</Say><Pause length='70'/>",
    "/status": { status: 204 },
  });
  exchange.setNumber({ phoneNumber: line, statusCallback: `${base}/status` });
  caller.dial(line);
  await pass(100);
  expect(of("/status").map(({ params }) => params)).toMatchObject([
    {
      CallStatus: "completed",
      CallDuration: "70",
      Duration: "2",
      SequenceNumber: "0",
      CallbackSource: "call-progress-events",
    },
  ]);
  expect(of("/status")[0]?.params["Timestamp"]).toBe("Mon, 05 Jan 2026 09:01:11 +0000");
});

test("a status callback that fails changes nothing", async () => {
  const { caller, pass, exchange, base, faults } = await engine({
    "/voice": "<Say>Hi</Say>",
    "/status": { status: 500 },
  });
  exchange.setNumber({ phoneNumber: line, statusCallback: `${base}/status` });
  const call = caller.dial(line);
  await pass(5);
  expect([call.endedBecause, faults()]).toEqual(["the document ended", []]);
});

test.each(["", "anonymous", "+266696687"])("a call may come from %j, and its webhook says so", async (from) => {
  const { caller, pass, of } = await engine({ "/voice": "<Say>Hi</Say>" });
  caller.dial(line, { from, callerName: "ANA" });
  await pass(5);
  expect(of("/voice")[0]?.params).toMatchObject({ From: from, Caller: from, CallerName: "ANA" });
});

test("a number that is not the account's is out of service", async () => {
  const { caller } = await engine({});
  expect(caller.dial("+15005559999").endedBecause).toBe("not a number of this account");
});

test("sounds are fetched once while they are fresh, and last as long as their WAV header says", async () => {
  const wav = Buffer.alloc(44 + 16_000);
  wav.write("RIFF", 0);
  wav.write("WAVEfmt ", 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt32LE(8000, 28);
  wav.write("data", 36);
  wav.writeUInt32LE(16_000, 40);
  const { caller, pass, of } = await engine({
    "/voice": "<Play>music/a.wav</Play><Play>music/a.wav</Play><Play loop='2'>music/b.wav</Play>",
    "/music/a.wav": { type: "audio/wav", body: wav, headers: { "cache-control": "public, max-age=60, immutable" } },
    "/music/b.wav": ({ headers }) =>
      headers["if-none-match"] === '"b"'
        ? { status: 304 }
        : { type: "audio/x-wav", body: wav, headers: { etag: '"b"' } },
  });
  const call = caller.dial(line);
  await pass(20);
  expect(call.heard.slice(1).map(({ kind, at, until = 0 }) => [kind, until - at])).toEqual(
    Array.from({ length: 4 }, () => ["play", 2000]),
  );
  expect(of("/music/a.wav")).toHaveLength(1);
  expect(of("/music/a.wav")[0]).toMatchObject({ method: "GET", params: {} });
  caller.dial(line);
  await pass(20);
  expect([of("/music/a.wav").length, of("/music/b.wav").length]).toEqual([1, 2]);
});

test.each([
  ["text/html", 13420],
  ["audio/ogg", 13420],
])("a sound of the type %s is refused with %i", async (type, code) => {
  const { caller, pass, faults } = await engine({ "/voice": "<Play>/sound</Play>", "/sound": { type, body: "x" } });
  caller.dial(line);
  await pass(10);
  expect(faults()).toEqual([code]);
});

test("a document may itself be a sound, which is played before the call ends", async () => {
  const { caller, pass } = await engine({ "/voice": { type: "audio/mpeg", body: Buffer.alloc(32_000) } });
  const call = caller.dial(line);
  await pass(10);
  expect(call.heard.map(({ kind, at, until = 0 }) => [kind, until - at])).toEqual([
    ["ringing", 0],
    ["play", 2000],
  ]);
});

test("the tones of Play digits are heard", async () => {
  const { caller, pass } = await engine({ "/voice": "<Play digits='12w3'/>" });
  const call = caller.dial(line);
  await pass(10);
  expect(call.heard.at(-1)).toMatchObject({ kind: "tones", text: "123" });
});
