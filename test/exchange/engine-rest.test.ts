import { expect, test } from "vitest";
import { engine, heardBy, line } from "./engine.ts";

const pages = { "/voice": "<Say>Hello</Say><Pause length='60'/>", "/status": { status: 204 }, "/amd": { status: 204 } };
const order = (base: string) => ({ to: "+15005550020", from: line, url: `${base}/voice` });

const sids = (calls: readonly { readonly sid: string }[]) => calls.map(({ sid }) => sid);

async function firstSids(seed: number) {
  const { caller } = await engine(pages, { seed });
  return [caller.dial(line).sid, caller.dial(line).sid];
}

test("calls are placed one a second, and what is over that is queued", async () => {
  const { client, base, pass, exchange } = await engine(pages);
  const created = [];
  for (const digit of [1, 2, 3]) created.push(await client.calls.create({ ...order(base), to: `+1500555003${digit}` }));
  expect(created.map(({ status, direction }) => [status, direction])).toEqual(
    Array.from({ length: 3 }, () => ["queued", "outbound-api"]),
  );
  await pass(1.5);
  expect([1, 2, 3].map((digit) => exchange.phone(`+1500555003${digit}`).calls.length)).toEqual([1, 1, 0]);
  await pass(1);
  expect(exchange.phone("+15005550033").calls).toHaveLength(1);
});

test("an outgoing call asks its URL when it is answered, and tells what it was asked to tell", async () => {
  const { client, base, pass, rep, of } = await engine(pages);
  const events = ["initiated", "ringing", "answered", "completed"];
  const { sid } = await client.calls.create({
    ...order(base),
    statusCallback: `${base}/status`,
    statusCallbackEvent: events,
  });
  await pass(3);
  expect(of("/voice")).toEqual([]);
  rep.calls[0]?.answer();
  await pass(2);
  expect(of("/voice")[0]?.params).toMatchObject({
    CallSid: sid,
    Direction: "outbound-api",
    CallStatus: "in-progress",
    From: line,
    To: "+15005550020",
  });
  expect(rep.calls[0]?.hearing?.kind).toBe("pause");
  rep.calls[0]?.hangUp();
  await pass(1);
  expect(of("/status").map(({ params }) => params["CallStatus"])).toEqual([
    "initiated",
    "ringing",
    "in-progress",
    "completed",
  ]);
  expect(of("/status").every(({ signed }) => signed)).toBe(true);
});

test.each([
  ["busy", "busy"],
  ["unreachable", "failed"],
] as const)("a telephone whose line is %s ends an outgoing call as %s", async (state, status) => {
  const { client, base, pass, rep, of } = await engine(pages);
  rep.setLine(state);
  const { sid } = await client.calls.create({ ...order(base), statusCallback: `${base}/status` });
  await pass(1);
  expect((await client.calls(sid).fetch()).status).toBe(status);
  expect(of("/status").map(({ params }) => params["CallStatus"])).toEqual([status]);
});

test("an outgoing call that nobody answers within its timeout is no-answer", async () => {
  const { client, base, pass } = await engine(pages);
  const { sid } = await client.calls.create({ ...order(base), timeout: 15 });
  await pass(14);
  expect((await client.calls(sid).fetch()).status).toBe("ringing");
  await pass(2);
  expect((await client.calls(sid).fetch()).status).toBe("no-answer");
});

test("a call canceled while it is queued is never rung, and nobody is told", async () => {
  const { client, base, pass, rep, of } = await engine(pages);
  const { sid } = await client.calls.create({ ...order(base), statusCallback: `${base}/status` });
  expect((await client.calls(sid).update({ status: "canceled" })).status).toBe("canceled");
  await pass(10);
  expect([rep.calls.length, of("/status").length]).toEqual([0, 0]);
});

test("a call canceled while it rings stops ringing; a finished call can be changed no more", async () => {
  const { client, base, pass, rep } = await engine(pages);
  const { sid } = await client.calls.create(order(base));
  await pass(2);
  await client.calls(sid).update({ status: "canceled" });
  expect(rep.calls[0]?.state).toBe("ended");
  await expect(client.calls(sid).update({ url: `${base}/voice` })).rejects.toMatchObject({ status: 400, code: 21220 });
});

test("a live call may be ended, or given a document in the request itself", async () => {
  const { client, caller, pass } = await engine(pages);
  const call = caller.dial(line);
  await pass(2);
  await client.calls(call.sid).update({ twiml: "<Response><Say>Inline</Say><Pause length='9'/></Response>" });
  await pass(1);
  expect(heardBy(call)).toEqual(["ringing", "Hello", "pause", "Inline", "pause"]);
  await client.calls(call.sid).update({ status: "completed" });
  expect(call.endedBecause).toBe("completed by REST");
});

test("a document in the request needs absolute URLs", async () => {
  const { client, caller, pass, faults } = await engine(pages);
  const call = caller.dial(line);
  await pass(2);
  await client.calls(call.sid).update({ twiml: "<Response><Gather action='/keys'/></Response>" });
  await pass(1);
  expect(faults()).toHaveLength(1);
});

test.each([
  ["human", "Enable", "human"],
  ["machine", "Enable", "machine_start"],
  ["machine", "DetectMessageEnd", "machine_end_beep"],
  ["fax", "Enable", "fax"],
] as const)("a %s that is looked for with %s is told as %s, when that is known", async (who, mode, answeredBy) => {
  const { client, base, pass, rep, of } = await engine(pages);
  rep.setAnsweredBy(who);
  await client.calls.create({ ...order(base), machineDetection: mode });
  await pass(1);
  rep.calls[0]?.answer();
  await pass(1);
  expect(of("/voice")).toEqual([]);
  await pass(10);
  expect(of("/voice")[0]?.params["AnsweredBy"]).toBe(answeredBy);
});

test("asynchronous detection lets the call begin, and tells its callback afterwards", async () => {
  const { client, base, pass, rep, of } = await engine(pages);
  const async = { asyncAmd: "true", asyncAmdStatusCallback: `${base}/amd` };
  await client.calls.create({ ...order(base), machineDetection: "Enable", ...async });
  await pass(1);
  rep.calls[0]?.answer();
  await pass(1);
  expect([of("/voice").length, of("/amd").length]).toEqual([1, 0]);
  await pass(5);
  expect(of("/amd")[0]?.params).toMatchObject({ AnsweredBy: "human", MachineDetectionDuration: "2400" });
});

test("calls are listed newest first, by who, whom and how they stand", async () => {
  const { client, caller, rep, pass } = await engine(pages);
  const first = caller.dial(line);
  await pass(1);
  first.hangUp();
  const second = caller.dial(line);
  const third = rep.dial(line);
  await pass(1);
  expect(sids(await client.calls.list())).toEqual([third.sid, second.sid, first.sid]);
  expect(sids(await client.calls.list({ from: "+15005550010", status: "in-progress" }))).toEqual([second.sid]);
});

test("REST may be down, limited, lose a request before the work was done or its answer after it", async () => {
  const { client, exchange, base, pass, rep } = await engine(pages);
  const up = exchange.faults.restDown();
  await expect(client.calls.create(order(base))).rejects.toMatchObject({ status: 503, code: 20503 });
  up();
  exchange.faults.restLimit(1);
  await expect(client.calls.create(order(base))).rejects.toMatchObject({ status: 429, code: 20429 });
  exchange.faults.restLosesAnswer(1);
  await expect(client.calls.create(order(base))).rejects.toThrow(/socket|ECONNRESET/i);
  await pass(1);
  expect(rep.calls).toHaveLength(1);
  expect(exchange.log.filter(({ kind }) => kind === "rest")).toHaveLength(3);
  exchange.faults.restLosesRequest(1);
  await expect(client.calls.create(order(base))).rejects.toThrow(/socket|ECONNRESET/i);
  await pass(2);
  expect(rep.calls).toHaveLength(1);
});

test("a number's URLs are read and changed by REST", async () => {
  const { client, base, caller, pass, of } = await engine({ "/other": "<Say>Other</Say>" });
  const [number] = await client.incomingPhoneNumbers.list({ phoneNumber: line });
  expect(number).toMatchObject({ phoneNumber: line, voiceUrl: `${base}/voice`, voiceMethod: "POST" });
  await client.incomingPhoneNumbers(number?.sid ?? "").update({ voiceUrl: `${base}/other`, voiceMethod: "GET" });
  caller.dial(line);
  await pass(1);
  expect(of("/other")[0]?.method).toBe("GET");
});

test("the same seed gives the same SIDs, another seed others", async () => {
  const [one, same, other] = [await firstSids(7), await firstSids(7), await firstSids(8)];
  expect([one, one[0]?.length]).toEqual([same, 34]);
  expect(other).not.toEqual(one);
});
