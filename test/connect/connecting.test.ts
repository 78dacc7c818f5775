import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { line } from "../support/business.ts";
import { openDesk, real } from "./desk.ts";

test("an account is kept once Twilio has let us in by it: for nobody else to read, and never shown or logged", async () => {
  const desk = await openDesk();
  expect((await desk.ask("get")).body).toMatchObject({ from: "nowhere", running: false });
  const connected = await desk.connect();
  expect(connected.body).toMatchObject({ from: "page", accountSid: real.sid, running: false });
  const file = join(desk.dataDir, "twilio.json");
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(JSON.parse(await readFile(file, "utf8"))).toMatchObject({ account: { authToken: real.token } });
  const audit = JSON.stringify(await Array.fromAsync(desk.app().store.archive("audit", "2026-11")));
  expect(audit).toContain("connectTwilio");
  const shown = [connected.text, (await desk.ask("get")).text, (await desk.ask("get", "/numbers")).text, audit];
  expect([...shown, ...desk.logged].join()).not.toContain(real.token);
});

test("an account whose token is wrong is not kept, and the field says so", async () => {
  const desk = await openDesk();
  const answer = await desk.ask("put", "", { accountSid: real.sid, authToken: "wrong" });
  expect([answer.status, answer.body.errors]).toEqual([
    422,
    [{ path: "authToken", sentence: expect.stringContaining("Copy both from the console") }],
  ]);
  expect((await desk.ask("get")).body).toMatchObject({ from: "nowhere" });
  expect((await desk.ask("post", "/check")).status).toBe(409);
});

test.each([[{ accountSid: "AC1" }], [{ authToken: "" }], [{ authToken: "a b" }], [{ more: 1 }]])(
  "%j is no account",
  async (differs) => {
    const desk = await openDesk();
    const answer = await desk.ask("put", "", { accountSid: real.sid, authToken: real.token, ...differs });
    expect(answer.status).toBe(400);
  },
);

test("after a restart the server works by what was connected; what the environment names wins, and is not changed here", async () => {
  const desk = await openDesk();
  await desk.connect();
  const account = { sid: real.sid, authTokens: [real.token] as const, apiUrl: desk.twilio.url };
  await desk.restart({ demo: false, account, accountFrom: "page" });
  expect((await desk.ask("get")).body).toMatchObject({ from: "page", running: true });
  await desk.restart({ demo: false, account });
  expect((await desk.ask("get")).body).toMatchObject({ from: "environment", running: true });
  expect((await desk.connect()).status).toBe(409);
  expect((await desk.ask("delete")).status).toBe(409);
});

test("a file that is none of ours stops the start, untouched", async () => {
  const desk = await openDesk();
  await writeFile(join(desk.dataDir, "twilio.json"), "{}");
  await expect(desk.restart()).rejects.toThrow(/twilio.json is not how Holdfast keeps a Twilio account/);
  await writeFile(join(desk.dataDir, "twilio.json"), `{"before":{}}`);
  await desk.restart();
});

test("a number is led here, and back where it led before", async () => {
  const desk = await openDesk();
  await desk.connect();
  const [number] = (await desk.ask("get", "/numbers")).body.numbers;
  expect(number).toMatchObject({ number: line, here: false, leads: "https://before.example/voice" });
  const here = await desk.ask("post", `/numbers/${number.id}/here`);
  expect(here.body).toMatchObject({ here: true, before: "https://before.example/voice" });
  await desk.ask("post", `/numbers/${number.id}/here`);
  await desk.restart();
  const back = await desk.ask("post", `/numbers/${number.id}/back`);
  expect(back.body).toMatchObject({ here: false, leads: "https://before.example/voice" });
  expect((await desk.ask("post", `/numbers/${number.id}/back`)).status).toBe(404);
  expect((await desk.ask("post", "/numbers/PN1/here")).status).toBe(404);
});

test("a connection in good order is found to be: Twilio signs something, sends it here, and nobody's telephone rings", async () => {
  const desk = await openDesk();
  await desk.connect();
  expect(await desk.amiss()).toEqual([]);
});

test.each<[string, (desk: Awaited<ReturnType<typeof openDesk>>) => void, RegExp]>([
  ["Twilio has suspended it", ({ twilio }) => twilio.setStanding({ status: "suspended" }), /has suspended/],
  ["it may not dial", ({ twilio }) => twilio.setStanding({ notDialled: ["US"] }), /may not dial US/],
  ["it is a trial", ({ twilio }) => twilio.setStanding({ type: "Trial" }), /a trial account/],
  [
    "its number only texts",
    ({ twilio }) => twilio.setNumber({ phoneNumber: line, capabilities: { voice: false, sms: true } }),
    /None of the account's numbers takes calls/,
  ],
  [
    "a proxy rewrites the address",
    ({ proxy }) => void (proxy.manner = ({ path }) => ({ path: `/app${path}` })),
    /rewrites the address. Twilio most probably signed http:\/\/127.0.0.1/,
  ],
  [
    "a proxy takes the signature away",
    ({ proxy }) => void (proxy.manner = ({ headers }) => ({ headers: { ...headers, "x-twilio-signature": "" } })),
    /takes the header X-Twilio-Signature away/,
  ],
  [
    "the address leads to something else",
    ({ proxy }) => void (proxy.manner = () => ({ answer: { status: 404 } })),
    /never came here/,
  ],
])("where %s, that is said", async (_what, breaks, words) => {
  const desk = await openDesk();
  await desk.connect();
  breaks(desk);
  expect((await desk.amiss()).map(({ sentence }) => sentence)).toContainEqual(expect.stringMatching(words));
});

test("where the address sends on to another, that is said, and to which", async () => {
  const desk = await openDesk();
  await desk.connect();
  const there = `http://localhost:${new URL(desk.proxy.url).port}`;
  desk.proxy.manner = ({ path, headers }) =>
    headers.host?.startsWith("127.") ? { answer: { status: 308, headers: { Location: there + path } } } : {};
  const said = (await desk.amiss()).map(({ sentence }) => sentence).join(" ");
  expect(said).toContain(`sends on to ${there}`);
});

test("an address at which nobody knows what is awaited tells nothing of itself", async () => {
  const desk = await openDesk();
  const answer = await fetch(`${desk.proxy.url}/twilio/proof/${"a".repeat(43)}`, { method: "POST" });
  expect(answer.status).toBe(403);
});
