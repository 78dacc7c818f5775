import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Logger } from "pino";
import { onTestFinished } from "vitest";
import { startExchange, type Exchange } from "../../src/exchange/exchange.ts";
import type { virtualClock } from "../../src/exchange/clock.ts";
import { openHoldfast, type Holdfast } from "../../src/holdfast.ts";
import { toDisk } from "../../src/store/disk.ts";
import { accountSid, authToken } from "./account.ts";
import { giveToken } from "./admin-token.ts";
import { line } from "./business.ts";
import { failOnComplaints } from "./complaints.ts";
import { settled } from "./settled.ts";

type Options = {
  readonly clock: ReturnType<typeof virtualClock>;
  readonly log: Logger;
  readonly routing: unknown;
  readonly seed?: number;
  readonly smtpUrl?: string;
  /** Called once when all is there, before anybody else has it. */
  readonly onOpen: () => Promise<void>;
  /** Called when the test has ended, before all is closed. */
  readonly onClose: (exchange: Exchange) => void;
};

/** The exchange and the app of an office: opened when first asked for, closed with the test. */
export type Premises = {
  readonly exchange: () => Promise<Exchange>;
  /** The app, where it is running. */
  readonly running: () => Promise<Holdfast | undefined>;
  /** Moves the clock on, with everything that happens meanwhile. */
  readonly pass: (ms: number) => Promise<void>;
  readonly stop: () => Promise<void>;
  /** On what is stored, and on the routing file as it stands by then. */
  readonly start: () => Promise<void>;
  /** Another routing file, read at the next start. */
  readonly writeFile: (routing: unknown) => void;
  readonly diskFails: () => void;
  /** Where the app has its data. */
  readonly dataDir: () => Promise<string>;
};

/** Opens nothing yet. A test in which Twilio would have complained fails when it has ended. */
export function premises({ clock, log, routing, seed, smtpUrl, onOpen, onClose }: Options): Premises {
  let diskFailed = false;
  let file = routing;
  let opened: Promise<{ exchange: Exchange; folder: string }> | undefined;
  /** Plugged in before the office is staffed, over its telephones. */
  let plant: Exchange | undefined;
  let running: Holdfast | undefined;
  let port = 0;

  const world = () => (opened ??= open());
  const exchange = async () => plant ?? (await world()).exchange;

  async function open() {
    const folder = await mkdtemp(join(tmpdir(), "holdfast-"));
    const telephones = await startExchange({
      clock,
      accountSid,
      authToken,
      numbers: [],
      ...(seed === undefined ? {} : { seed }),
    });
    onTestFinished(async () => {
      onClose(telephones);
      await telephones.close();
      await running?.close();
      await rm(folder, { recursive: true, force: true });
      failOnComplaints(telephones);
    });
    await start(telephones, folder);
    plant = telephones;
    await onOpen();
    return { exchange: telephones, folder };
  }

  async function start(telephones: Exchange, folder: string): Promise<void> {
    running = await openHoldfast({
      clock,
      log,
      port,
      host: "127.0.0.1",
      publicUrl: (given) => `http://127.0.0.1:${given}`,
      account: { sid: accountSid, authTokens: [authToken], apiUrl: telephones.url },
      routing: file,
      dataDir: join(folder, "data"),
      audioDir: "audio",
      ...(smtpUrl === undefined ? {} : { smtpUrl }),
      async sync(fd) {
        if (diskFailed) throw new Error("EIO: the disk is broken");
        await toDisk(fd);
      },
    });
    ({ port } = running);
    await giveToken(running.store);
    const { voice, voiceFallback, status, sms } = running.urls;
    telephones.setNumber({
      phoneNumber: line,
      voiceUrl: voice,
      voiceFallbackUrl: voiceFallback,
      statusCallback: status,
      smsUrl: sms,
    });
  }

  return {
    exchange,
    async running() {
      await world();
      return running;
    },
    async pass(ms) {
      const telephones = await exchange();
      await clock.advance(ms, () => settled(() => running, telephones));
    },
    async stop() {
      const { exchange: telephones } = await world();
      await settled(() => running, telephones);
      const before = running;
      running = undefined;
      await before?.close();
    },
    async start() {
      const { exchange: telephones, folder } = await world();
      await start(telephones, folder);
    },
    writeFile(changed) {
      file = changed;
    },
    dataDir: async () => join((await world()).folder, "data"),
    diskFails() {
      diskFailed = true;
    },
  };
}
