import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { closable, virtualClock } from "../../src/exchange/clock.ts";
import { startExchange, type Exchange, type Telephone } from "../../src/exchange/exchange.ts";
import { openHoldfast, type Holdfast } from "../../src/holdfast.ts";
import { createLog } from "../../src/log.ts";
import { business, line } from "./business.ts";
import { openComplaints, type Complaints } from "./complaints.ts";
import { openGate } from "./gate.ts";
import { luckOf, type Luck } from "./luck.ts";

const account = { sid: "AC00000000000000000000000000000001", token: "0123456789abcdef0123456789abcdef" };

/** The business, its telephones and the time, in which everybody acts. */
export type World = {
  readonly exchange: Exchange;
  readonly complaints: Complaints;
  readonly now: () => number;
  readonly after: (ms: number, run: () => void) => () => void;
  /** Runs at an instant, or at once where that has passed. */
  readonly at: (when: number, run: () => void) => void;
  readonly luck: (...names: readonly (string | number)[]) => Luck;
  readonly phone: (address: string) => Telephone;
  /** The app, where it is running. */
  readonly app: () => Holdfast | undefined;
  /** Lets time pass, with everything that happens meanwhile. */
  readonly pass: (ms: number) => Promise<void>;
  /** Ends the app in an instant, as kill -9 does, and starts it again after so long on what was on the disk. */
  readonly kill: (downMs: number) => void;
  /**
   * Has the app killed in the middle of a webhook: when it has written what it decides, and before it answers. It is the nth
   * from now on, or the first after that which comes while nothing else is being done: then the same seed gives the same kill.
   */
  readonly killInWebhook: (nth: number, downMs: number) => void;
  /** When the app was not running: from when to when. */
  readonly outages: readonly { readonly from: number; readonly until: number }[];
  readonly close: () => Promise<void>;
};

/** One run of the app between two starts: what a kill takes from it. */
type Life = { readonly end: () => void; readonly over: Promise<void> };

/** Opens the world at an instant; the same seed gives the same world. */
export async function openWorld(seed: number, start: number): Promise<World> {
  const clock = virtualClock(start);
  const root = mkdtempSync(join(tmpdir(), "holdfast-simulation-"));
  const exchange = await startExchange({
    clock,
    accountSid: account.sid,
    authToken: account.token,
    numbers: [],
    seed,
    keepLog: 500,
  });
  const outages: { from: number; until: number }[] = [];
  const complaints = openComplaints({ exchange, now: () => clock.now() });
  const toApp = await openGate((sent) => {
    if (armed && sent.toString("latin1", 0, 13) === "POST /twilio/" && --armed.webhooks <= 0 && running?.busy() === 0)
      armed.atNextWrite = true;
  });
  /** Kept, so that Node does not close the files of the dead while they are still to be written to. */
  const dead: Holdfast[] = [];
  let lives = 0;
  let life: Life | undefined;
  let running: Holdfast | undefined;
  let starting: Promise<void> | undefined;
  let armed: { webhooks: number; atNextWrite: boolean; readonly downMs: number } | undefined;

  const folderOf = (life: number) => join(root, String(life));

  async function begin(): Promise<void> {
    const toExchange = await openGate();
    toExchange.leadsTo(Number(new URL(exchange.url).port));
    const own = closable(clock);
    let ended = false;
    const { promise: over, resolve } = Promise.withResolvers<void>();
    life = {
      over,
      end() {
        ended = true;
        resolve();
        own.cancelAll();
        toExchange.close();
      },
    };
    const app = await openHoldfast({
      clock: own.clock,
      log: createLog("info", { write: (text) => (ended ? undefined : complaints.read(text)) }),
      port: 0,
      host: "127.0.0.1",
      publicUrl: `http://127.0.0.1:${toApp.port}`,
      account: { sid: account.sid, authTokens: [account.token], apiUrl: `http://127.0.0.1:${toExchange.port}` },
      routing: business,
      dataDir: folderOf(lives),
      audioDir: "audio",
      // A killed process loses nothing that it has written: the disk itself is not what is tried here.
      sync: () => written(() => ended),
      breath: 0,
    });
    if (ended) return;
    running = app;
    toApp.leadsTo(app.port);
    const { voice, voiceFallback, status, sms } = app.urls;
    exchange.setNumber({
      phoneNumber: line,
      voiceUrl: voice,
      voiceFallbackUrl: voiceFallback,
      statusCallback: status,
      smsUrl: sms,
    });
  }

  /** After the end nothing is ever written any more: whoever waits for it waits in vain. */
  function written(isOver: () => boolean): Promise<void> {
    if (!isOver() && armed?.atNextWrite) kill(armed.downMs);
    return isOver() ? new Promise(() => {}) : Promise.resolve();
  }

  function kill(down: number): void {
    armed = undefined;
    const downMs = Math.round(down);
    if (!life || !running) return;
    life.end();
    toApp.cut();
    // Who is dead may still be writing here: the next one goes on with what was written in the instant of its death.
    const left = folderOf(lives++);
    cpSync(left, folderOf(lives), { recursive: true, filter: (path) => basename(path) !== "lock" });
    dead.push(running);
    running = undefined;
    life = undefined;
    const outage = { from: clock.now(), until: clock.now() + downMs };
    outages.push(outage);
    complaints.outage(outage);
    clock.after(downMs, () => {
      starting = begin().finally(() => {
        starting = undefined;
      });
    });
  }

  /** Resolves when nobody does anything any more: only time goes on from here. */
  async function settled(): Promise<void> {
    for (;;) {
      await exchange.idle();
      await starting;
      // Whoever was killed is never done with what it was doing.
      await Promise.race([running?.idle(), life?.over]);
      await new Promise((resolve) => setImmediate(resolve));
      if (exchange.busy === 0 && !starting && (running?.busy() ?? 0) === 0) return;
    }
  }

  await begin();
  return {
    exchange,
    complaints,
    now: () => clock.now(),
    after: (ms, run) => clock.after(Math.round(ms), run),
    at: (when, run) => void clock.after(Math.round(when - clock.now()), run),
    luck: (...names) => luckOf(seed, ...names),
    phone: (address) => exchange.phone(address),
    app: () => running,
    pass: (ms) => clock.advance(ms, settled),
    kill,
    killInWebhook(nth, downMs) {
      armed = { webhooks: nth, atNextWrite: false, downMs };
    },
    outages,
    async close() {
      await exchange.close();
      await running?.close();
      toApp.close();
      life?.end();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
