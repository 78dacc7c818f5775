import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { LogEntry } from "../../src/exchange/exchange.ts";
import { seededChance } from "../../src/exchange/sids.ts";
import { business, line } from "../support/business.ts";
import { openKilledOffice, spin, type KilledOffice } from "./killed-office.ts";

/** How far a return call had come when the process was killed, as its disk and Twilio know it. */
const instants = [
  "before the intent was on the disk",
  "before Twilio was asked",
  "before its answer was on the disk",
  "after",
] as const;
type Instant = (typeof instants)[number];

/** What came of some rounds: in how many the process was killed at which instant, and every customer who was not rung once. */
export type Rung = {
  readonly rounds: number;
  readonly killed: Readonly<Record<Instant, number>>;
  readonly faults: readonly string[];
};

/**
 * What is waited for before the process is killed: the rep is about to press the key that has the customer rung, the answer
 * to that key has come, Twilio has placed the call and is about to say so.
 */
const moments = ["pressed", "answered", "placed"] as const;
type Moment = (typeof moments)[number];

const roundsOfLife = 25;

/**
 * A return call is placed, the process is killed amid that and started again, so many times. Then the customer's phone has
 * rung once, and customer and rep speak; where Twilio had placed the call, it was asked before anything else.
 */
export async function killedWhileRinging(rounds: number, seed: number): Promise<Rung> {
  const killed: Record<Instant, number> = Object.fromEntries(instants.map((one) => [one, 0])) as Record<
    Instant,
    number
  >;
  const faults: string[] = [];
  for (let life = 0; life * roundsOfLife < rounds; life++) {
    const office = await openKilledOffice(seed + life);
    const chance = seededChance(seed + life);
    try {
      const reps = answerAndPress(office);
      await office.start();
      for (let round = 0; round < Math.min(roundsOfLife, rounds - life * roundsOfLife); round++) {
        const moment = moments[Math.floor(chance.fraction() * moments.length)] ?? "placed";
        const later = chance.fraction() < 0.3 ? 0 : chance.fraction() * 12;
        const found = await oneRound(office, reps, `+1646${7_000_000 + round * 1_001}`, { moment, later });
        killed[found.instant] += 1;
        faults.push(...found.faults.map((fault) => `${moment}, ${found.instant}: ${fault}`));
      }
    } finally {
      await office.close();
    }
  }
  return { rounds, killed, faults };
}

/** Two may take it: whoever was cut off in the middle is not asked again for a while. */
const { ana, ben } = business.reps;
type Reps = { beforePress: () => void };

/** Reps take every call: press the key for it, and say afterwards that it is solved. */
function answerAndPress({ exchange }: KilledOffice): Reps {
  const reps: Reps = { beforePress: () => {} };
  for (const { address } of [ana, ben])
    exchange.phone(address).onRing((call) => {
      call.onHeard(({ text = "" }) => {
        if (text.includes("Press 1 to call now")) {
          call.press("1");
          reps.beforePress();
        } else if (text.includes("How did the call end")) call.press("1");
      });
      call.answer();
    });
  return reps;
}

async function signIn({ exchange }: KilledOffice): Promise<void> {
  for (const { address } of [ana, ben]) await exchange.phone(address).text(line, "in");
}

async function oneRound(
  office: KilledOffice,
  reps: Reps,
  number: string,
  { moment, later }: { readonly moment: Moment; readonly later: number },
): Promise<{ readonly instant: Instant; readonly faults: readonly string[] }> {
  const { exchange, clock, until } = office;
  const customer = exchange.phone(number);
  const onThePhone = () =>
    [ana, ben].some(({ address }) => exchange.phone(address).calls.some(({ state }) => state !== "ended"));
  const since = exchange.log.length;
  let killed = false;
  function kill(): void {
    if (killed) return;
    killed = true;
    spin(later);
    office.kill();
  }
  reps.beforePress = () => (moment === "pressed" ? setImmediate(kill) : undefined);
  const stop = exchange.onLog((entry) => {
    if (moment === "answered" && isPressed(entry)) kill();
    if (!isPlaced(entry, number)) return;
    if (moment === "placed") kill();
    // Her phone is not to ring itself out while nobody is there who could hear of it.
    if (killed) clock.halt();
  });
  await signIn(office);
  const answer = await office.ask({ kind: "place", queue: "support", number, confirmed: true });
  if (answer?.status !== 201) throw new Error(`no return call to ${number}: ${JSON.stringify(answer)}`);
  await office.gone();
  // What it had sent before may still be on its way.
  await new Promise(setImmediate);
  await exchange.idle();
  const placed = exchange.log.slice(since).find((entry) => isPlaced(entry, number));
  const instant = await instantOf(office, number, placed);

  const down = exchange.log.length;
  await office.start();
  stop();
  clock.goOn();
  await signIn(office);
  await until(`${number} rings`, () => customer.calls.length > 0);
  const [call] = customer.calls;
  call?.answer();
  await until(`${number} talks`, () => call?.hearing?.kind === "person" || call?.state === "ended");
  call?.hangUp();
  await until("the rep is free", () => !onThePhone());
  const [owed] = (await office.all()).filter((one) => one.number === number);

  const faults: string[] = [];
  if (customer.calls.length !== 1) faults.push(`${number} was rung ${customer.calls.length} times`);
  if (!call?.heard.some(({ kind }) => kind === "person")) faults.push(`${number} met nobody`);
  if (owed?.tries.length !== 1) faults.push(`${number} was tried so: ${JSON.stringify(owed?.tries)}`);
  const asked = exchange.log.slice(down).some((entry) => isAskedAfter(entry, number));
  if (placed && instant !== "after" && !asked) faults.push(`Twilio was not asked about ${number}`);
  return { instant, faults };
}

function isPressed(entry: LogEntry): boolean {
  return entry.kind === "webhook" && entry.params["Digits"] === "1" && (entry.body ?? "").includes("We are ringing");
}

function isPlaced(entry: LogEntry, number: string): boolean {
  return (
    entry.kind === "rest" &&
    entry.method === "POST" &&
    entry.status === 201 &&
    entry.params["To"] === number &&
    entry.url.endsWith("/Calls.json")
  );
}

function isAskedAfter(entry: LogEntry, number: string): boolean {
  return entry.kind === "rest" && entry.method === "GET" && entry.url.includes(`To=${encodeURIComponent(number)}`);
}

async function instantOf({ folder }: KilledOffice, number: string, placed: LogEntry | undefined): Promise<Instant> {
  const data = join(folder, "data");
  const files = await readdir(data, { withFileTypes: true });
  const texts = await Promise.all(
    files.filter((file) => file.isFile()).map((file) => readFile(join(data, file.name), "utf8")),
  );
  const onDisk = (words: string) => texts.some((text) => text.includes(words));
  if (placed?.kind === "rest") {
    const { sid } = JSON.parse(placed.answer) as { readonly sid: string };
    return onDisk(sid) ? "after" : "before its answer was on the disk";
  }
  return onDisk(`"do":"ring-customer","to":"${number}"`)
    ? "before Twilio was asked"
    : "before the intent was on the disk";
}
