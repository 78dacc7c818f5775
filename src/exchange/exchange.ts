import { openAgents } from "./attempt.ts";
import { closable, type Clock } from "./clock.ts";
import { noBreakage, type Faults } from "./faults.ts";
import { openFlight } from "./flight.ts";
import { openHandset, type Handset, type Telephone } from "./handset.ts";
import { dialIn } from "./incoming.ts";
import { openLog, type LogEntry } from "./log.ts";
import { setNumber, type NumberSetup } from "./numbers.ts";
import { openSwitchboard } from "./operations/all.ts";
import { openPace } from "./outgoing.ts";
import { openPhoneCall } from "./phone-call.ts";
import type { Plant } from "./plant.ts";
import { addressOf, serve } from "./server.ts";
import { seededChance } from "./sids.ts";
import type { RecordingRecord } from "./records/recording.ts";
import { receiveText } from "./text-in.ts";
import { inGoodOrder, type Standing } from "./standing.ts";
import { verbs } from "./verbs/all.ts";
import type { Post } from "./webhook.ts";

export type { Heard } from "./ear.ts";
export type { Faults } from "./faults.ts";
export type { Telephone } from "./handset.ts";
export type { LogEntry } from "./log.ts";
export type { NumberSetup } from "./numbers.ts";
export type { PhoneCall } from "./phone-call.ts";

/** What an exchange is opened with. */
export type ExchangeOptions = {
  readonly clock: Clock;
  readonly accountSid: string;
  readonly authToken: string;
  readonly numbers: readonly NumberSetup[];
  /** The same seed gives the same SIDs and the same disorder. */
  readonly seed?: number;
  /** 0 or absent is any free port. */
  readonly port?: number;
  /** After so many seconds the network gives up ringing, whatever the caller's timeout. */
  readonly ringsForSeconds?: number;
  /** How many entries the log keeps; 20,000 unless said otherwise. */
  readonly keepLog?: number;
  /**
   * Whether requests go out one at a time, so that they arrive in the order they were made and the same seed gives the
   * same run. It is so with a virtual clock unless said otherwise; a real one sends all at once.
   */
  readonly oneAtATime?: boolean;
};

/** A telephone exchange that behaves like Twilio over HTTP. */
export type Exchange = {
  /** Base URL of the REST API. */
  readonly url: string;
  /** The telephone of an address (`+15550001111`, `sip:ana@example.com`, `client:ana`); the same address gives the same one. */
  phone(address: string): Telephone;
  /** Adds a number, or changes what it requests. */
  setNumber(setup: NumberSetup): void;
  /** Changes how the account stands: suspended, a trial, not allowed to dial a country. */
  setStanding(differs: Partial<Standing>): void;
  /**
   * Resolves when no webhook and no REST request is in flight, and what they set off here has run. Whoever asked by REST
   * may still be reading the answer: a test waits for that, and for its own work, besides.
   */
  idle(): Promise<void>;
  /** Webhooks and REST requests in flight. */
  readonly busy: number;
  /** The debugger: every webhook and every try of it, every fault and warning, every REST request. */
  readonly log: readonly LogEntry[];
  onLog(listener: (entry: LogEntry) => void): () => void;
  readonly faults: Faults;
  /** Every recording, oldest first, with the words that were said into it. */
  readonly recordings: readonly RecordingRecord[];
  /** Hangs up on nobody: stops serving, and nothing more happens or goes out. */
  close(): Promise<void>;
};

/** Opens an exchange; refuses when the port is taken. */
export async function startExchange(options: ExchangeOptions): Promise<Exchange> {
  const { clock, cancelAll } = closable(options.clock);
  const chance = seededChance(options.seed ?? 1);
  const post: Post = {
    clock,
    authToken: options.authToken,
    agents: openAgents(),
    breakage: noBreakage(chance),
    flight: openFlight(),
    log: openLog(options.keepLog ?? 20_000),
    chance,
    isOpen: () => open,
    turn: (options.oneAtATime ?? "advance" in options.clock) ? takeTurns() : async () => () => {},
  };
  let open = true;
  const handsets = new Map<string, Handset>();
  let url = "";
  let standing = inGoodOrder;
  const plant: Plant = {
    clock,
    post,
    accountSid: options.accountSid,
    ringsForMs: options.ringsForSeconds === undefined ? undefined : options.ringsForSeconds * 1000,
    verbs,
    legs: new Map(),
    queues: new Map(),
    queueNames: new Map(),
    conferences: new Map(),
    conferenceNames: new Map(),
    numbers: new Map(),
    messages: new Map(),
    recordings: new Map(),
    sounds: new Map(),
    optedOut: new Set(),
    wroteAt: new Map(),
    pending: new Map(),
    pace: openPace({ clock }),
    standing: () => standing,
    url: () => url,
    handset(address) {
      const known = handsets.get(address);
      if (known) return known;
      const handset = openHandset(address, {
        openCall: (leg) => openPhoneCall(plant, leg),
        dial: (from, to, how) => dialIn(plant, from, to, how),
        text: (from, to, body) => receiveText(plant, from, to, body),
      });
      handsets.set(address, handset);
      return handset;
    },
  };
  for (const number of options.numbers) setNumber(plant, number);
  const phone = (address: string) => plant.handset(address).telephone;
  const server = await serve(plant, openSwitchboard(plant), phone, options.port ?? 0);
  url = addressOf(server);

  return {
    url,
    phone,
    setNumber: (setup) => setNumber(plant, setup),
    setStanding(differs) {
      standing = { ...standing, ...differs };
    },
    idle: () => post.flight.idle(),
    get busy() {
      return post.flight.busy;
    },
    log: post.log.entries,
    onLog: (listener) => post.log.onLog(listener),
    faults: post.breakage.faults,
    get recordings() {
      return [...plant.recordings.values()].filter(({ status }) => status !== "deleted");
    },
    async close() {
      open = false;
      cancelAll();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      post.agents.close();
    },
  };
}

/** A line of which each waits for the one before. */
function takeTurns(): Post["turn"] {
  let last = Promise.resolve();
  return async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const before = last;
    last = before.then(() => promise);
    await before;
    return resolve;
  };
}
