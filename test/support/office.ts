import type { CallbackId } from "../../src/callback/callback.ts";
import type { CallbackEvent, NewCallback } from "../../src/callback/event.ts";
import { virtualClock } from "../../src/exchange/clock.ts";
import type { Exchange } from "../../src/exchange/exchange.ts";
import type { Holdfast } from "../../src/holdfast.ts";
import { createLog } from "../../src/log.ts";
import { business, line, type Business } from "./business.ts";
import { callersNumber, keptPlace } from "./kept-place.ts";
import { openPhone, type Phone } from "./phone.ts";
import { premises } from "./premises.ts";
import { recordsOf, type Records } from "./records.ts";
import { isTalking, repNamed, staffOf } from "./staff.ts";
import { tellAll } from "./transcript.ts";

/** A Monday at ten in the morning in New York. */
const mondayAtTen = Date.UTC(2026, 10, 23, 15);

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
export type Office = Records & {
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
  /** Another routing file, read at the next start. */
  readonly writeFile: (routing: unknown) => void;
  /** From now on the disk takes nothing: what is written is never durable. */
  readonly diskFails: () => void;
  /** Where the app has its data. */
  readonly dataDir: () => Promise<string>;
  /** What the app has logged, a line each. */
  readonly logged: () => readonly Logged[];
  /** Whether a rep may be rung. */
  readonly presence: (name: string) => Promise<string>;
  /** Makes a return call, as the API does: of the caller's place in the support line, unless said otherwise. */
  readonly owes: (differs?: Partial<NewCallback>) => Promise<CallbackId>;
  /** Tells a return call what has happened, outside any call. */
  readonly tells: (id: CallbackId, event: CallbackEvent) => Promise<void>;
  readonly now: () => number;
};

/** Opens when anything of it is first asked for, and closes with the test. */
export function office(options: OfficeOptions = {}): Office {
  const clock = virtualClock(options.at ?? mondayAtTen);
  const now = () => clock.now();
  const source = structuredClone(business);
  const routing = options.routing ? options.routing(source) : source;
  const reps = staffOf(routing);
  const names = Object.fromEntries(reps.map(({ name, address }) => [address, name]));
  const nameOf = (address: string) => names[address] ?? address;
  const { log, lines } = ownLog();
  const { seed, smtpUrl } = options;
  const { exchange, running, pass, stop, start, writeFile, diskFails, dataDir } = premises({
    clock,
    log,
    routing,
    ...(seed === undefined ? {} : { seed }),
    ...(smtpUrl === undefined ? {} : { smtpUrl }),
    onOpen: staff,
    onClose(telephones) {
      if (process.env["OFFICE_TELL"] !== undefined)
        tellAll(telephones, new Set([...phones.keys(), ...reps.map(({ address }) => address)]), nameOf);
    },
  });

  async function staff(): Promise<void> {
    for (const name of options.reps ?? []) await phoneOfRep(name).texts("in", line);
    for (const [index, name] of (options.talking ?? []).entries()) {
      const filler = phoneOf(`+1646555${String(index).padStart(4, "0")}`, `the caller with ${name}`);
      await isTalking(phoneOfRep(name), repNamed(reps, name), filler);
    }
  }

  const phones = new Map<string, Phone>();
  let callers = 0;
  let made = 0;

  function phoneOf(number: string, name: string): Phone {
    const known = phones.get(number) ?? openPhone(number, name, { exchange, pass, now, nameOf });
    phones.set(number, known);
    return known;
  }
  const phoneOfRep = (name: string) => phoneOf(repNamed(reps, name).address, name);

  return {
    ...recordsOf(running, now),
    caller: phoneOf(callersNumber, "the caller"),
    another: (number = `+1212555${String(1001 + callers++)}`) => phoneOf(number, `caller ${number.slice(-4)}`),
    rep: phoneOfRep,
    line,
    pass: ({ minutes = 0, seconds = 0 }) => pass((minutes * 60 + seconds) * 1_000),
    exchange,
    async app() {
      const app = await running();
      if (!app) throw new Error("the app is not running");
      return app;
    },
    stop,
    start,
    async restart() {
      await stop();
      await start();
    },
    writeFile,
    diskFails,
    dataDir,
    logged: () => lines,
    async presence(name) {
      const app = await running();
      return (await app?.store.get("rep", repNamed(reps, name).id))?.state ?? "out";
    },
    async owes(differs = {}) {
      const app = await running();
      const id = `CB${++made}`;
      const callback = { ...keptPlace(id, now()), ...differs };
      await app?.callbacks.tell(id, () => ({ type: "made", callback }));
      return id;
    },
    async tells(id, event) {
      await (await running())?.callbacks.tell(id, () => event);
      await pass(0);
    },
    now,
  };
}

function ownLog() {
  const lines: Logged[] = [];
  const log = createLog("debug", {
    write(text) {
      lines.push(JSON.parse(text) as Logged);
      if (process.env["OFFICE_LOG"] !== undefined) process.stdout.write(text);
    },
  });
  return { log, lines };
}
