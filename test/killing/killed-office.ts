import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setInterval } from "node:timers/promises";
import { startExchange, type Exchange } from "../../src/exchange/exchange.ts";
import { sign } from "../../src/exchange/signature.ts";
import { adminToken, giveTokenIn } from "../support/admin-token.ts";
import { business, line } from "../support/business.ts";
import { freePort, startProcess, untilSaid, type Running } from "../support/process.ts";
import { haltingClock, type HaltingClock } from "./halting-clock.ts";

const account = { sid: "AC00000000000000000000000000000003", token: "00112233445566778899aabbccddeeff" };
/** People here speak and listen so many times as fast as elsewhere. */
const hurry = 40;
/** So long may anything take before it counts as stuck, in milliseconds. */
const patience = 60_000;

/** A return call as the API shows it, as far as is asked here. */
export type Owed = {
  readonly id: string;
  readonly code: string;
  readonly number: string;
  readonly state: { readonly at: string };
  readonly tries: readonly { readonly came?: string }[];
};
/** What the API answered; `undefined`: nothing came, or not the whole of it. */
export type Answered = {
  readonly status: number;
  readonly body: Partial<Owed> & { readonly existing?: { id: string } };
};

/** A business whose Holdfast is a process of its own, killed and started again on the same folder; Twilio goes on. */
export type KilledOffice = {
  readonly exchange: Exchange;
  readonly clock: HaltingClock;
  readonly folder: string;
  readonly start: () => Promise<void>;
  /** Kills the process as it stands, without a word to it. */
  readonly kill: () => void;
  /** Until the process that was killed is gone. */
  readonly gone: () => Promise<void>;
  /** Asks the API for a return call. */
  readonly ask: (wish: object) => Promise<Answered | undefined>;
  /** All return calls, those that were closed this month too. */
  readonly all: () => Promise<readonly Owed[]>;
  /** Sends a webhook once more, as it was sent; the document that comes. */
  readonly resend: (webhook: {
    readonly url: string;
    readonly params: Readonly<Record<string, string>>;
  }) => Promise<string>;
  /** Until something is so; people, Twilio and the process go on meanwhile. Throws with `what` where it stays otherwise. */
  readonly until: (what: string, is: () => boolean) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Business as usual, round the clock, with room for very many return calls. */
const routing = {
  ...structuredClone(business),
  business: {
    ...business.business,
    missedRings: 10,
    outbound: {
      daytime: ["00:00", "24:00"],
      perNumberADay: 50,
      perPrefixADay: 10_000,
      perQueueADay: 100_000,
      minutesADay: 1_000_000,
    },
  },
  queues: {
    ...business.queues,
    support: { ...business.queues.support, callbacks: { share: 1, daysOut: 5 } },
    sales: { ...business.queues.sales, callbacks: { first: "customer" } },
  },
};

export async function openKilledOffice(seed: number): Promise<KilledOffice> {
  const folder = await mkdtemp(join(tmpdir(), "holdfast-killed-"));
  const clock = haltingClock(hurry);
  const exchange = await startExchange({ clock, accountSid: account.sid, authToken: account.token, numbers: [], seed });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  await writeFile(join(folder, "routing.json"), JSON.stringify(routing));
  exchange.setNumber({
    phoneNumber: line,
    voiceUrl: `${url}/twilio/voice`,
    voiceFallbackUrl: `${url}/twilio/voice/fallback`,
    statusCallback: `${url}/twilio/status`,
    smsUrl: `${url}/twilio/sms`,
  });
  await giveTokenIn(join(folder, "data"));
  let running: Running | undefined;

  async function api(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { authorization: `Bearer ${adminToken}`, "content-type": "application/json" };
    return fetch(`${url}/api/callbacks${path}`, { ...init, headers });
  }

  async function listed(query: string): Promise<readonly Owed[]> {
    const found: Owed[] = [];
    let cursor = "";
    do {
      const page = (await (await api(`?limit=200${query}${cursor}`)).json()) as Page;
      found.push(...page.callbacks);
      cursor = page.next === undefined ? "" : `&cursor=${encodeURIComponent(page.next)}`;
    } while (cursor !== "");
    return found;
  }

  return {
    exchange,
    clock,
    folder,
    async start() {
      running = startProcess({
        PORT: `${port}`,
        PUBLIC_URL: url,
        DATA_DIR: join(folder, "data"),
        ROUTING_FILE: join(folder, "routing.json"),
        TWILIO_ACCOUNT_SID: account.sid,
        TWILIO_AUTH_TOKEN: account.token,
        TWILIO_API_URL: exchange.url,
        LOG_LEVEL: "error",
      });
      await untilSaid(running, /Point each number at it/);
    },
    kill: () => void running?.child.kill("SIGKILL"),
    async gone() {
      await running?.ended;
    },
    async ask(wish) {
      try {
        const response = await api("", { method: "POST", body: JSON.stringify(wish) });
        return { status: response.status, body: (await response.json()) as Answered["body"] };
      } catch (error) {
        // It was killed meanwhile: whoever asked was told nothing.
        if (error instanceof TypeError) return undefined;
        throw error;
      }
    },
    all: async () => [...(await listed("")), ...(await listed(`&month=${new Date().toISOString().slice(0, 7)}`))],
    async resend({ url: to, params }) {
      const headers = { "x-twilio-signature": sign(account.token, to, params, "voice") };
      const response = await fetch(to, { method: "POST", headers, body: new URLSearchParams(params) });
      return response.text();
    },
    until,
    async close() {
      running?.child.kill("SIGKILL");
      await running?.ended;
      await exchange.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
type Page = { readonly callbacks: readonly Owed[]; readonly next?: string };

async function until(what: string, is: () => boolean): Promise<void> {
  const began = performance.now();
  for await (const look of setInterval(10, is)) {
    if (look()) return;
    if (performance.now() - began > patience) throw new Error(`${what}: not within ${patience / 1_000} s`);
  }
}

/** Lets the app go on alone for so many milliseconds; nothing happens here meanwhile. */
export function spin(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
