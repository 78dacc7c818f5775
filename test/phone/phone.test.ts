import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { realClock } from "../../src/exchange/clock.ts";
import { startExchange, type Exchange } from "../../src/exchange/exchange.ts";
import { openHoldfast } from "../../src/holdfast.ts";
import { createLog } from "../../src/log.ts";
import { machineClock } from "../../src/work/clock.ts";
import { business, line } from "../support/business.ts";
import { spawnPhone, type Spawned } from "./spawned.ts";

const account = { sid: "AC00000000000000000000000000000003", authTokens: ["0123456789abcdef"] } as const;

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "holdfast-phone-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function openExchange(port = 0): Promise<Exchange> {
  const [authToken] = account.authTokens;
  const exchange = await startExchange({ clock: realClock(), accountSid: account.sid, authToken, numbers: [], port });
  onTestFinished(() => exchange.close());
  return exchange;
}

/** The company on the machine's own clock, and telephones at its exchange. */
async function company() {
  const folder = await newFolder();
  const routing = join(folder, "routing.json");
  await writeFile(routing, JSON.stringify(business));
  const exchange = await openExchange();
  const app = await openHoldfast({
    clock: machineClock,
    log: createLog("silent"),
    port: 0,
    host: "127.0.0.1",
    publicUrl: (port) => `http://127.0.0.1:${port}`,
    account: { ...account, apiUrl: exchange.url },
    routing: business,
    dataDir: join(folder, "data"),
    audioDir: "audio",
  });
  onTestFinished(() => app.close());
  exchange.setNumber({
    phoneNumber: line,
    voiceUrl: app.urls.voice,
    statusCallback: app.urls.status,
    smsUrl: app.urls.sms,
  });
  const phone = (...who: string[]): Spawned =>
    spawnPhone(["--exchange", exchange.url, ...who], { ROUTING_FILE: routing });
  return { exchange, phone };
}

test("two telephones make a whole call: the rep signs in and is rung, they talk, the rep says how it ended", async () => {
  const { phone } = await company();
  const [ben, caller] = [phone("rep", "ben"), phone()];
  ben.types("text in");
  await ben.shows(/✉ you: in/);
  await ben.shows(/✉ Bright Kettle: You are in now/);
  caller.types("dial");
  await caller.shows(/^ 0:00 {2}☎ ringing Bright Kettle \(\+1 212 555 0000\)$/);
  await caller.shows(/^ 0:0\d {2}“Welcome to Bright Kettle\..* oprima 9\.”$/);
  caller.types("press 2");
  await ben.shows(/☎ Ring ring: a call from Bright Kettle \(\+1 212 555 0000\)\. Say answer or decline\./);
  ben.types("answer");
  await ben.shows(/“A call for support/);
  ben.types("1");
  await ben.shows(/talking with caller 1 \(\+1 212 555 0301\)/);
  await caller.shows(/“Here is Ben/);
  await caller.shows(/talking with Ben \(\+1 212 555 0202\)/);
  caller.types("say My kettle leaks");
  await ben.shows(/caller 1: “My kettle leaks”/);
  caller.types("hang up");
  await caller.shows(/☎ ended: you hung up/);
  await ben.shows(/“How did the call end/);
  ben.types("press 1");
  await ben.shows(/☎ ended: Bright Kettle hung up/);
  for (const one of [ben, caller]) one.types("quit");
  expect(await Promise.all([ben.ended, caller.ended])).toEqual([0, 0]);
  expect(caller.shown()).not.toContain("\u001B");
});

test("a script is done line by line, and when it ends the telephone stays until its call is over", async () => {
  const { exchange, phone } = await company();
  const caller = phone("caller", "2");
  for (const command of [
    "dance",
    "press 1",
    "dial 7",
    "dial",
    "hear welcome",
    "press 3",
    "hear mill lane",
    "text hello",
  ])
    caller.types(command);
  caller.endsInput();
  await caller.shows(/"dance" is nothing a telephone does/);
  await caller.shows(/Nobody is on the line/);
  await caller.shows(/There is no line 7/);
  await caller.shows(/you pressed 3/);
  await caller.shows(/We are at 12 Mill Lane/);
  await caller.shows(/✉ you: hello/);
  exchange.phone("+12125550302").calls.at(-1)?.hangUp();
  expect(await caller.ended).toBe(0);
});

test.each(["quit", "SIGINT", "SIGTERM"] as const)("%s in the middle of a call hangs up first", async (how) => {
  const { exchange, phone } = await company();
  const caller = phone("+15551234567");
  caller.types("dial");
  await caller.shows(/Welcome/);
  if (how === "quit") caller.types(how);
  else caller.kill(how);
  expect(await caller.ended).toBe(0);
  expect(exchange.phone("+15551234567").calls).toMatchObject([{ state: "ended", endedBecause: "hung up" }]);
});

test("a lost exchange is told, tried for, and told when it is back; the calls it had are over", async () => {
  const { exchange, phone } = await company();
  const caller = phone();
  caller.types("dial");
  await caller.shows(/Welcome/);
  await exchange.close();
  await caller.shows(/connection to the exchange was lost/);
  caller.types("press 1");
  await caller.shows(/exchange cannot be reached/);
  const again = await openExchange(Number(new URL(exchange.url).port));
  await caller.shows(/The exchange is back/);
  await caller.shows(/☎ ended while nothing was heard/);
  expect(again.phone("+12125550301").calls).toEqual([]);
  caller.types("dial +12125559998");
  await caller.shows(/☎ ended: nobody has this number/);
});

test.each([
  ["where nobody answers", ["--exchange", "http://127.0.0.1:1"], /nobody answers there[^]*Run npm start first/],
  ["at an address that is none", ["--exchange", "3001"], /3001 is no address of an exchange/],
  ["for a rep nobody knows", ["rep", "Zoe"], /There is no rep Zoe\. The reps are Ana, Ben/],
  ["with an option that there is not", ["--loud"], /'--loud'[^]*npm run phone -- rep Ana/],
])("%s it says so in a sentence and ends", async (_, args, words) => {
  const phone = spawnPhone(args);
  expect(await phone.ended).toBe(1);
  expect(phone.shown()).toMatch(words);
});

test("where something else than the exchange answers it says so; a routing that does not hold is told by its faults", async () => {
  const { exchange } = await company();
  const folder = await newFolder();
  const faulty = join(folder, "routing.json");
  await writeFile(faulty, JSON.stringify({ ...business, lines: [] }));
  const [wrong, unread] = [
    spawnPhone(["--exchange", `${exchange.url}/2010-04-01`]),
    spawnPhone(["--exchange", exchange.url], { ROUTING_FILE: faulty }),
  ];
  expect(await Promise.all([wrong.ended, unread.ended])).toEqual([1, 1]);
  expect(wrong.shown()).toContain("is not the demo's telephone exchange");
  expect(unread.shown()).toMatch(/The routing cannot be used:\nlines/);
});
