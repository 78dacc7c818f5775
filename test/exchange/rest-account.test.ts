import { afterAll, beforeAll, expect, test } from "vitest";
import { account, line, openDesk, type Desk } from "./rest-desk.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({});
  desk.client.voice.baseUrl = desk.exchange.url;
});
afterAll(() => desk.close());

const refusal = (asked: Promise<unknown>): Promise<unknown> => asked.catch((error: unknown) => error);

test("a trial account says so, and one that is suspended can read that and nothing else", async () => {
  desk.exchange.setStanding({ type: "Trial" });
  const read = () => desk.client.api.v2010.accounts(account).fetch();
  expect(await read()).toMatchObject({ status: "active", type: "Trial" });
  desk.exchange.setStanding({ type: "Full", status: "suspended" });
  expect(await read()).toMatchObject({ status: "suspended" });
  expect(await refusal(desk.client.incomingPhoneNumbers.list())).toMatchObject({ status: 403, code: 20005 });
  desk.exchange.setStanding({ status: "active" });
  expect(await desk.client.incomingPhoneNumbers.list()).toHaveLength(1);
});

test("a country that may not be dialled is one whose low-risk numbers are not enabled", async () => {
  const { countries } = desk.client.voice.v1.dialingPermissions;
  desk.exchange.setStanding({ notDialled: ["ES"] });
  expect(await countries("ES").fetch()).toMatchObject({ isoCode: "ES", lowRiskNumbersEnabled: false });
  expect(await countries("US").fetch()).toMatchObject({ isoCode: "US", lowRiskNumbersEnabled: true });
});

test("a number says what it can do; an application stands before its URLs until it is taken away", async () => {
  const voiceApplicationSid = `AP${"a".repeat(32)}`;
  desk.exchange.setNumber({ phoneNumber: line, voiceApplicationSid, capabilities: { voice: false, sms: true } });
  const [number] = await desk.client.incomingPhoneNumbers.list();
  expect(number).toMatchObject({ voiceApplicationSid, capabilities: { voice: false, sms: true } });
  const { sid = "" } = number ?? {};
  expect(await desk.client.incomingPhoneNumbers(sid).update({ voiceApplicationSid: "" })).toMatchObject({
    voiceApplicationSid: "",
  });
});

test("a client that nobody has open is rung in vain, and whoever asked is told by a signed callback", async () => {
  const { sid } = await desk.client.calls.create({
    to: "client:nobody",
    from: "client:holdfast",
    twiml: "<Response/>",
    timeout: 1,
    statusCallback: desk.at("/told"),
    statusCallbackEvent: ["initiated", "completed"],
  });
  await desk.passes(10);
  expect(await desk.client.calls(sid).fetch()).toMatchObject({ status: "no-answer" });
  expect(desk.asked.filter((path) => path === "/told")).toHaveLength(2);
});
