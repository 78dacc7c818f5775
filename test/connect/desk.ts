import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import request from "supertest";
import { onTestFinished } from "vitest";
import { virtualClock } from "../../src/exchange/clock.ts";
import { startExchange, type Exchange } from "../../src/exchange/exchange.ts";
import { openHoldfast, type Holdfast } from "../../src/holdfast.ts";
import type { HoldfastOptions } from "../../src/holdfast-options.ts";
import { createLog } from "../../src/log.ts";
import { accountSid, authToken } from "../support/account.ts";
import { adminToken, giveToken } from "../support/admin-token.ts";
import { business, line } from "../support/business.ts";
import { openProxy, type Proxy } from "../support/proxy.ts";

/** The account that an admin connects, of an exchange that stands for Twilio. */
export const real = { sid: `AC${"7".repeat(32)}`, token: "5".repeat(32) } as const;

export type Finding = { readonly about: string; readonly is: string; readonly sentence: string };

/** An admin who connects Twilio to a Holdfast in demo mode, behind a proxy. */
export type Desk = {
  readonly app: () => Holdfast;
  readonly dataDir: string;
  readonly twilio: Exchange;
  readonly proxy: Proxy;
  readonly logged: readonly string[];
  readonly ask: (method: "get" | "put" | "post" | "delete", path?: string, body?: object) => Promise<request.Response>;
  readonly connect: () => Promise<request.Response>;
  /** Has the connection checked, and lets the time pass that this takes; what is wrong or worth knowing. */
  readonly amiss: () => Promise<readonly Finding[]>;
  /** Lets the time pass that something takes which is asked of Twilio. */
  readonly passes: <T>(asking: Promise<T>) => Promise<T>;
  readonly restart: (differs?: Partial<HoldfastOptions>) => Promise<void>;
};

/** `pagesDir`: where built pages lie, for a browser to look at. */
type DeskOptions = { readonly pagesDir?: string };

/** Opens all of it until the test ends. */
export async function openDesk(options: DeskOptions = {}): Promise<Desk> {
  const clock = virtualClock(Date.UTC(2026, 10, 23, 15));
  const folder = await mkdtemp(join(tmpdir(), "holdfast-connect-"));
  const played = await startExchange({ clock, accountSid, authToken, numbers: [] });
  const numbers = [{ phoneNumber: line, friendlyName: "Main line", voiceUrl: "https://before.example/voice" }];
  const twilio = await startExchange({ clock, accountSid: real.sid, authToken: real.token, numbers });
  const proxy = await openProxy();
  const logged: string[] = [];
  let app: Holdfast;

  async function start(differs: Partial<HoldfastOptions>): Promise<void> {
    app = await openHoldfast({
      clock,
      log: createLog("debug", { write: (text) => void logged.push(text) }),
      port: 0,
      host: "127.0.0.1",
      publicUrl: proxy.url,
      account: { sid: accountSid, authTokens: [authToken], apiUrl: played.url },
      demo: true,
      // At an address of its own it would be Twilio itself that is asked.
      ...(differs.publicUrl === undefined ? { connectApiUrl: twilio.url } : {}),
      routing: business,
      dataDir: join(folder, "data"),
      audioDir: "audio",
      ...options,
      ...differs,
    });
    proxy.to = app.port;
    await giveToken(app.store);
  }

  async function passes<T>(asking: Promise<T>): Promise<T> {
    const waiting = { over: false };
    const done = asking.finally(() => (waiting.over = true));
    // What is waited for on the network takes no time by the clock; what is waited for in vain does.
    while (!waiting.over) {
      await twilio.idle();
      await new Promise((resolve) => setTimeout(resolve, 5));
      if (twilio.busy === 0) await clock.advance(500, () => twilio.idle());
    }
    return done;
  }

  await start({});
  onTestFinished(async () => {
    await Promise.all([proxy.close(), played.close(), twilio.close()]);
    await app.close();
    await rm(folder, { recursive: true, force: true });
  });
  const ask: Desk["ask"] = async (method, path = "", body) => {
    const asked = request(`http://127.0.0.1:${app.port}`)[method](`/api/twilio${path}`);
    void asked.set("Authorization", `Bearer ${adminToken}`);
    return body ? asked.send(body) : asked;
  };
  return {
    app: () => app,
    dataDir: join(folder, "data"),
    twilio,
    proxy,
    logged,
    ask,
    connect: () => ask("put", "", { accountSid: real.sid, authToken: real.token }),
    passes,
    async amiss() {
      const { findings } = (await passes(ask("post", "/check"))).body as { readonly findings: readonly Finding[] };
      return findings.filter(({ is }) => is !== "fine");
    },
    async restart(differs = {}) {
      await app.close();
      await start(differs);
    },
  };
}
