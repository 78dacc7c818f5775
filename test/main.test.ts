import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { realClock } from "../src/exchange/clock.ts";
import { startExchange } from "../src/exchange/exchange.ts";
import { business, line } from "./support/business.ts";
import { freePort, startProcess, untilSaid, type Running } from "./support/process.ts";

const sid = "AC00000000000000000000000000000002";
const token = "fedcba9876543210fedcba9876543210";

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "holdfast-main-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Holdfast as a process of its own, which ends with the test. */
function start(variables: Record<string, string>): Running {
  const running = startProcess(variables);
  onTestFinished(async () => {
    running.child.kill("SIGKILL");
    await running.ended;
  });
  return running;
}

test("without an account it starts in demo mode, says on one screen what to do next, and ends well on SIGTERM", async () => {
  const port = await freePort();
  const running = start({ PORT: String(port), DATA_DIR: await newFolder() });
  await untilSaid(running, /Stop with Ctrl-C/);
  expect(running.said()).toMatch(/npm run phone -- rep Ana/);
  expect(running.said().split("\n").length).toBeLessThan(24);
  const ready = await fetch(`http://127.0.0.1:${port}/readyz`);
  expect([ready.status, await ready.json()]).toMatchObject([200, { status: "ready" }]);
  running.child.kill("SIGTERM");
  expect(await running.ended).toBe(0);
});

test("an account that was connected on the page is worked by from the next start on", async () => {
  const [folder, port] = [await newFolder(), await freePort()];
  const exchange = await startExchange({ clock: realClock(), accountSid: sid, authToken: token, numbers: [] });
  onTestFinished(() => exchange.close());
  await writeFile(join(folder, "twilio.json"), JSON.stringify({ account: { sid, authToken: token }, before: {} }));
  const variables = { PORT: String(port), DATA_DIR: folder, TWILIO_API_URL: exchange.url };
  const lost = start(variables);
  expect([await lost.ended, lost.said()]).toEqual([1, expect.stringContaining("PUBLIC_URL: is missing")]);
  await untilSaid(start({ ...variables, PUBLIC_URL: `http://127.0.0.1:${port}` }), /Point each number at it/);
});

test("with an account it serves whatever TWILIO_API_URL names, with nothing else changed", async () => {
  const [folder, port] = [await newFolder(), await freePort()];
  const exchange = await startExchange({ clock: realClock(), accountSid: sid, authToken: token, numbers: [] });
  onTestFinished(() => exchange.close());
  const routing = join(folder, "routing.json");
  await writeFile(routing, JSON.stringify(business));
  const running = start({
    PORT: String(port),
    DATA_DIR: join(folder, "data"),
    ROUTING_FILE: routing,
    TWILIO_ACCOUNT_SID: sid,
    TWILIO_AUTH_TOKEN: token,
    TWILIO_API_URL: exchange.url,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
  });
  await untilSaid(running, /Point each number at it/);
  const url = (path: string) => `http://127.0.0.1:${port}/twilio/${path}`;
  exchange.setNumber({ phoneNumber: line, voiceUrl: url("voice"), statusCallback: url("status"), smsUrl: url("sms") });

  const ben = exchange.phone("+12125550202");
  await ben.text(line, "in");
  const told = new Promise<string>((resolve) => {
    ben.onRing((ring) => {
      ring.onHeard(({ text }) => void (text?.includes("A call for support") && resolve(text)));
      ring.answer();
    });
  });
  const call = exchange.phone("+12125551234").dial(line);
  call.onHeard(({ text }) => void (text?.startsWith("Welcome") && call.press("2")));
  expect(await told).toContain("support");
});

test("a routing with faults stops the start with all of them, and nothing is made", async () => {
  const folder = await newFolder();
  const faulty = structuredClone(business);
  faulty.business.zone = "Mars/Olympus";
  faulty.queues.support.music = ["harbor-lights"];
  const routing = join(folder, "routing.json");
  await writeFile(routing, JSON.stringify(faulty));
  const port = await freePort();
  const running = start({ PORT: String(port), DATA_DIR: join(folder, "data"), ROUTING_FILE: routing });
  expect(await running.ended).toBe(1);
  expect(running.said()).toMatch(/business\.zone.*\n.*queues\.support\.music\[0\].*harbour-lights/);
  expect(await readdir(folder)).toEqual(["routing.json"]);
});

test.each([
  [{ TWILIO_ACCOUNT_SID: sid }, /TWILIO_AUTH_TOKEN/],
  [{ PORT: "seventy" }, /PORT: write a port number/],
  [{ ROUTING_FILE: "/nowhere/routing.json" }, /ROUTING_FILE/],
])("an environment that does not hold (%j) ends the start with what to do", async (variables, words) => {
  const running = start({ PORT: String(await freePort()), DATA_DIR: await newFolder(), ...variables });
  expect(await running.ended).toBe(1);
  expect(running.said()).toMatch(words);
});
