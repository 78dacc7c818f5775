import { expect, test } from "vitest";
import { readTwiml } from "../../src/exchange/twiml/read.ts";
import { office } from "../support/office.ts";
import { arrival, webhook } from "../support/webhook.ts";

const voice = "/twilio/voice";
const sid = `CA${"1".repeat(32)}`;

test.each([
  ["unsigned", { headers: { "x-twilio-signature": undefined } }, 403, "unsigned"],
  ["forged", { headers: { "x-twilio-signature": "bm90IHR3aWxpbw==" } }, 403, "forged"],
  ["tampered with", { signed: arrival({ From: "+12125555555" }) }, 403, "forged"],
  ["no form", { headers: { "content-type": "application/json" } }, 415, "content-type"],
  ["a megabyte", { body: `From=${"a".repeat(1_000_000)}` }, 413, "too-large"],
  ["badly escaped", { body: "From=%E0%A4%A" }, 400, "malformed"],
  ["no UTF-8, as a lone surrogate is", { body: "SpeechResult=%ED%A0%80" }, 400, "malformed"],
] as const)("a webhook that is %s is refused, counted, and nothing is done", async (_, differs, status, why) => {
  const { app, calls } = office();
  const { publicUrl } = await app();
  expect(await webhook(publicUrl, voice, arrival(), differs)).toMatchObject({ status });
  expect(await calls()).toEqual([]);
  const metrics = await (await fetch(`${publicUrl}/metrics`)).text();
  expect(metrics).toContain(`holdfast_webhook_refused_total{why="${why}"} 1`);
});

test("control characters in what was said do no harm: the caller is asked again", async () => {
  const { app, calls } = office();
  const { publicUrl } = await app();
  await webhook(publicUrl, voice, arrival());
  const said = arrival({ SpeechResult: "\u0000\u0007\u001b[2J\u200b\ufffe]]>&<Hangup/>" });
  const { status, body } = await webhook(publicUrl, `/twilio/call/${sid}/caller/1/answer`, said);
  expect(status).toBe(200);
  expect(complaints(body)).toEqual([]);
  expect(body).toContain("did not catch that");
  expect(await calls()).toMatchObject([{ at: "menu", misses: 1 }]);
});

test.each([
  ["a call that we do not know", `/twilio/call/CA${"f".repeat(32)}/caller/3/answer`, /<Hangup\/>/],
  ["a leg that a call does not have", `/twilio/call/${sid}/r7/3/answer`, /<Hangup\/>/],
  ["a path that we do not have", "/twilio/nowhere", /Something went wrong.*<Number>\+12125550999/],
  ["a turn that is no turn", `/twilio/call/${sid}/caller/x/answer`, /Something went wrong.*<Number>/],
  ["a question that we do not ask", `/twilio/call/${sid}/caller/1/riddle`, /Something went wrong.*<Number>/],
])("for %s Twilio gets a document that it can run", async (_, path, document) => {
  const { app } = office();
  const { publicUrl } = await app();
  await webhook(publicUrl, voice, arrival());
  const { status, type, body } = await webhook(publicUrl, path, arrival());
  expect({ status, type }).toEqual({ status: 200, type: "text/xml; charset=utf-8" });
  expect(body).toMatch(document);
  expect(complaints(body)).toEqual([]);
});

test.each([
  ["a status callback of a call that we do not know", "/twilio/status", { CallStatus: "completed" }],
  ["a status callback that is none", "/twilio/status", { CallSid: "x", CallStatus: "" }],
  ["a leg's status of a call that we do not know", `/twilio/leg/CA${"f".repeat(32)}/r1`, { CallStatus: "completed" }],
])("%s changes nothing", async (_, path, differs) => {
  const { app, calls } = office();
  const { publicUrl } = await app();
  expect(await webhook(publicUrl, path, arrival(differs))).toMatchObject({ status: 204 });
  expect(await calls()).toEqual([]);
});

test("a call to a number that is no line of ours reaches reception", async () => {
  const { caller, exchange, app, rep } = office({ reps: ["Rosa"] });
  const { voice: voiceUrl, voiceFallback, status } = (await app()).urls;
  (await exchange()).setNumber({
    phoneNumber: "+12125550555",
    voiceUrl,
    voiceFallbackUrl: voiceFallback,
    statusCallback: status,
  });
  await caller.dials("+12125550555").hears(/next in line/);
  await rep("Rosa").rings().answers().presses("1").isTalkingTo(caller.number);
});

test.each(["", "anonymous", "+266696687"])(
  "a caller with the number withheld (%j) is served like any other",
  async (from) => {
    const { caller, line, rep, calls } = office({ reps: ["Ben"] });
    await caller
      .dials(line, { from })
      .hears(/Welcome/)
      .presses("2")
      .hears(/next in line/)
      .presses("2")
      .hears(/only music/);
    await rep("Ben").rings().answers().presses("1");
    await caller.isTalkingTo("Ben").hangsUp();
    await rep("Ben")
      .hears(/How did/)
      .presses("1")
      .isHungUpOn();
    expect(await calls()).toMatchObject([{ outcome: "answered" }]);
  },
);

test("what one caller with the number withheld has chosen is not chosen for the next one", async () => {
  const { caller, another, line, rep } = office({ reps: ["Ben"], talking: ["Ben"] });
  const withheld = { from: "+266696687" };
  await caller
    .dials(line, withheld)
    .hears(/Welcome/)
    .presses("2")
    .hears(/next in line/)
    .presses("2")
    .hears(/only music/);
  await caller.hangsUp();
  await another()
    .dials(line, withheld)
    .hears(/Welcome/)
    .presses("2")
    .hears(/For a quiet wait, press 2/);
  await rep("Ben").hangsUp();
  await rep("Ben")
    .rings()
    .answers()
    .hears(/A call for support/)
    .hears(/Press 1/)
    .hasNotHeard(/spoken with .* lately/);
});

/** What Twilio would say of a document, at the beginning of a call. */
function complaints(body: string): readonly unknown[] {
  const reading = readTwiml(body, "text/xml", "call");
  return "verbs" in reading ? reading.warnings : [reading];
}
