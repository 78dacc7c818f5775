import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Callback, CallbackId } from "../../src/callback/callback.ts";
import type { CallbackEvent, NewCallback } from "../../src/callback/event.ts";
import { startExchange, type Exchange } from "../../src/exchange/exchange.ts";
import { virtualClock } from "../../src/exchange/clock.ts";
import { openHoldfast, type Holdfast } from "../../src/holdfast.ts";
import { createLog } from "../../src/log.ts";
import { toDisk } from "../../src/store/disk.ts";
import type { CallRecord, Review } from "../../src/store/store.ts";
import { openApiFaults, restExchanges } from "../exchange/openapi.ts";
import { business, line, type Business } from "./business.ts";
import { openPhone, tell, type Phone } from "./phone.ts";

const accountSid = "AC00000000000000000000000000000001";
export const authToken = "0123456789abcdef0123456789abcdef";
/** What lets the admin in. */
export const adminPassword = "open the office";
/** A Monday at ten in the morning in New York. */
const mondayAtTen = Date.UTC(2026, 10, 23, 15);

const callersNumber = "+12125559999";

export type OfficeOptions = {
  /** Reps who are signed in when the test begins, by name. */
  readonly reps?: readonly string[];
  /** Of those, reps who are in a conversation already. */
  readonly talking?: readonly string[];
  /** How the routing differs. */
  readonly routing?: (routing: Business) => unknown;
  /** The instant at which the test begins; a Monday at ten unless given. */
  readonly at?: number;
  readonly seed?: number;
  /** The mail server. */
  readonly smtpUrl?: string;
};

/** A line of the app's log. */
export type Logged = { readonly level: number; readonly msg: string; readonly [field: string]: unknown };

/** A small whole business: the app with its real store and signed webhooks, telephones, and a clock that is moved. */
export type Office = {
  readonly caller: Phone;
  /** Another caller; the same number is the same telephone. */
  readonly another: (number?: string) => Phone;
  readonly rep: (name: string) => Phone;
  readonly line: string;
  readonly pass: (duration: { minutes?: number; seconds?: number }) => Promise<void>;
  readonly exchange: () => Promise<Exchange>;
  readonly app: () => Promise<Holdfast>;
  /** Stops the app as a signal would: Twilio is refused at its door. */
  readonly stop: () => Promise<void>;
  /** Starts the app on what it has stored. */
  readonly start: () => Promise<void>;
  /** Stops the app and starts it again, in no time. */
  readonly restart: () => Promise<void>;
  /** From now on the disk takes nothing: what is written is never durable. */
  readonly diskFails: () => void;
  /** What the app has logged, a line each. */
  readonly logged: () => readonly Logged[];
  /** All calls so far, closed ones too, in the order in which they arrived. */
  readonly calls: () => Promise<readonly CallRecord["call"][]>;
  /** All return calls so far, closed ones too, in the order in which they were promised. */
  readonly callbacks: () => Promise<readonly Callback[]>;
  /** Whether a rep may be rung. */
  readonly presence: (name: string) => Promise<string>;
  /** What is on the leads' list, oldest first. */
  readonly reviews: () => Promise<readonly Review[]>;
  /** Makes a return call, as the API does: of the caller's place in the support line, unless said otherwise. */
  readonly owes: (differs?: Partial<NewCallback>) => Promise<CallbackId>;
  /** Tells a return call what has happened, outside any call. */
  readonly tells: (id: CallbackId, event: CallbackEvent) => Promise<void>;
  readonly now: () => number;
};

export function office(options: OfficeOptions = {}): Office {
  const clock = virtualClock(options.at ?? mondayAtTen);
  const source = structuredClone(business);
  const routing = options.routing ? options.routing(source) : source;
  const reps = staffOf(routing);
  const names = Object.fromEntries(reps.map(({ name, address }) => [address, name]));
  const addressOf = (name: string) => repNamed(reps, name).address;
  const lines: Logged[] = [];
  const log = createLog("debug", {
    write(text) {
      lines.push(JSON.parse(text) as Logged);
      if (process.env["OFFICE_LOG"] !== undefined) process.stdout.write(text);
    },
  });
  let diskFailed = false;
  let opened: Promise<{ exchange: Exchange; folder: string }> | undefined;
  /** Plugged in before the office is staffed, over its telephones. */
  let plant: Exchange | undefined;
  let running: Holdfast | undefined;
  let port = 0;

  async function open() {
    const folder = await mkdtemp(join(tmpdir(), "holdfast-"));
    const exchange = await startExchange({
      clock,
      accountSid,
      authToken,
      numbers: [],
      ...(options.seed === undefined ? {} : { seed: options.seed }),
    });
    onTestFinished(async () => {
      if (process.env["OFFICE_TELL"] !== undefined) tellAll(exchange);
      const unsaid = openApiFaults(restExchanges(exchange.log));
      await exchange.close();
      await running?.close();
      await rm(folder, { recursive: true, force: true });
      if (unsaid.length > 0)
        throw new Error(`REST did not conform to Twilio's document: ${unsaid.slice(0, 3).join("; ")}`);
      const broken = exchange.log.flatMap((entry) =>
        entry.kind === "error" || entry.kind === "warning" ? [`${entry.code} ${entry.message}`] : [],
      );
      if (broken.length > 0 && !options_forgive.has(exchange))
        throw new Error(`Twilio would have complained: ${broken.slice(0, 5).join("; ")}`);
    });
    await start(exchange, folder);
    plant = exchange;
    await staff();
    return { exchange, folder };
  }

  async function start(exchange: Exchange, folder: string): Promise<void> {
    running = await openHoldfast({
      clock,
      log,
      port,
      host: "127.0.0.1",
      publicUrl: (given) => `http://127.0.0.1:${given}`,
      account: { sid: accountSid, authTokens: [authToken], apiUrl: exchange.url },
      routing,
      dataDir: join(folder, "data"),
      audioDir: "audio",
      ...(options.smtpUrl === undefined ? {} : { smtpUrl: options.smtpUrl }),
      adminPassword,
      async sync(fd) {
        if (diskFailed) throw new Error("EIO: the disk is broken");
        await toDisk(fd);
      },
    });
    ({ port } = running);
    const { voice, voiceFallback, status, sms } = running.urls;
    exchange.setNumber({
      phoneNumber: line,
      voiceUrl: voice,
      voiceFallbackUrl: voiceFallback,
      statusCallback: status,
      smsUrl: sms,
    });
  }

  const monthNow = () => new Date(clock.now()).toISOString().slice(0, 7);
  const world = () => (opened ??= open());
  const exchange = async () => plant ?? (await world()).exchange;

  async function pass(ms: number): Promise<void> {
    const telephones = await exchange();
    await clock.advance(ms, () => settled(() => running, telephones));
  }

  async function staff(): Promise<void> {
    for (const name of options.reps ?? []) await phoneOf(addressOf(name), name).texts("in", line);
    for (const [index, name] of (options.talking ?? []).entries()) {
      const key = menuKeyOf(repNamed(reps, name).skills);
      const filler = phoneOf(`+1646555${String(index).padStart(4, "0")}`, `the caller with ${name}`);
      await filler
        .dials(line)
        .hears(/Welcome/)
        .presses(key);
      await phoneOf(addressOf(name), name)
        .rings()
        .answers()
        .hears(/Press 1/)
        .presses("1")
        .isTalkingTo(filler.number);
    }
  }

  async function stop(): Promise<void> {
    const { exchange: telephones } = await world();
    await settled(() => running, telephones);
    const before = running;
    running = undefined;
    await before?.close();
  }

  async function again(): Promise<void> {
    const { exchange: telephones, folder } = await world();
    await start(telephones, folder);
  }

  const nameOf = (address: string) => names[address] ?? address;
  const around = { exchange, pass, now: () => clock.now(), nameOf };
  const phones = new Map<string, Phone>();
  let callers = 0;
  let made = 0;

  function phoneOf(number: string, name: string): Phone {
    const known = phones.get(number) ?? openPhone(number, name, around);
    phones.set(number, known);
    return known;
  }
  const another = (number = `+1212555${String(1001 + callers++)}`) => phoneOf(number, `caller ${number.slice(-4)}`);

  return {
    caller: phoneOf(callersNumber, "the caller"),
    another,
    rep: (name) => phoneOf(addressOf(name), name),
    line,
    pass: ({ minutes = 0, seconds = 0 }) => pass((minutes * 60 + seconds) * 1_000),
    exchange,
    async app() {
      await world();
      if (!running) throw new Error("the app is not running");
      return running;
    },
    stop,
    start: again,
    async restart() {
      await stop();
      await again();
    },
    diskFails() {
      diskFailed = true;
    },
    logged: () => lines,
    async calls() {
      await world();
      const store = running?.store;
      if (!store) return [];
      const all = (await store.open("call")).map(({ call }) => call);
      for await (const { call } of store.archive("call", monthNow())) all.push(call);
      return all.toSorted((a, b) => a.arrivedAt - b.arrivedAt);
    },
    async callbacks() {
      await world();
      const store = running?.store;
      if (!store) return [];
      const all = [...(await store.open("callback"))];
      for await (const callback of store.archive("callback", monthNow())) all.push(callback);
      return all.toSorted((a, b) => a.madeAt - b.madeAt);
    },
    async presence(name) {
      await world();
      const id = repNamed(reps, name).id;
      return (await running?.store.get("rep", id))?.state ?? "out";
    },
    async reviews() {
      await world();
      return (await running?.store.open("review"))?.toSorted((a, b) => a.at - b.at) ?? [];
    },
    async owes(differs = {}) {
      await world();
      const id = `CB${++made}`;
      const callback = { ...keptPlace(id, clock.now()), ...differs };
      await running?.callbacks.tell(id, () => ({ type: "made", callback }));
      return id;
    },
    async tells(id, event) {
      await running?.callbacks.tell(id, () => event);
      await pass(0);
    },
    now: () => clock.now(),
  };

  /** What every telephone has heard, for a reader's eye. */
  function tellAll(exchange: Exchange): void {
    for (const number of new Set([...phones.keys(), ...reps.map(({ address }) => address)])) {
      for (const call of exchange.phone(number).calls) {
        const from = new Date(call.startedAt).toISOString().slice(11, 19);
        process.stdout.write(`${nameOf(number)}, ${call.direction} at ${from}\n${tell(call.heard, call.startedAt)}\n`);
      }
    }
  }
}

/** The place in the support line that the caller keeps, as the API would ask for it. */
function keptPlace(id: CallbackId, now: number): NewCallback {
  return {
    id,
    code: id.slice(2).padStart(6, "4"),
    kind: "place",
    to: callersNumber,
    from: line,
    language: "en",
    queue: "support",
    joinedAt: now,
    madeBy: { who: "caller", via: "phone" },
    confirm: false,
    zones: ["America/New_York"],
    texts: true,
    everSupport: true,
    given: {},
  };
}

/** Resolves when nobody does anything any more: only time goes on from here. */
async function settled(running: () => Holdfast | undefined, plant: Exchange): Promise<void> {
  for (;;) {
    await plant.idle();
    await running()?.idle();
    await new Promise((resolve) => setImmediate(resolve));
    if (plant.busy === 0 && (running()?.busy() ?? 0) === 0) return;
  }
}

const options_forgive = new WeakSet<Exchange>();

/** Says that this test means Twilio to complain: faults in the exchange's log do not fail it. */
export function expectComplaints(exchange: Exchange): void {
  options_forgive.add(exchange);
}

type Rep = { readonly id: string; readonly name: string; readonly address: string; readonly skills: readonly string[] };

/** The reps of a routing, which a test may have written any way it likes. */
function staffOf(routing: unknown): readonly Rep[] {
  const { reps } = { ...business, ...(routing as Partial<Business>) };
  return Object.entries(reps).map(([id, rep]) => ({ id, ...rep }));
}

function repNamed(reps: readonly Rep[], name: string): Rep {
  const rep = reps.find((one) => one.name === name);
  if (!rep) throw new Error(`there is no rep ${name}`);
  return rep;
}

/** The menu key that leads to a queue which a rep with these skills serves. */
function menuKeyOf(skills: readonly string[]): string {
  return skills.includes("support") ? "2" : skills.includes("sales") ? "1" : "0";
}
