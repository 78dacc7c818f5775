import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { pagesFolder } from "../../src/admin/fresh.mjs";
import { alwaysOpen, pointNumbers, telephones } from "../../src/demo.ts";
import { virtualClock } from "../../src/exchange/clock.ts";
import { pacedClock } from "../../src/exchange/paced-clock.ts";
import { startExchange, type Exchange } from "../../src/exchange/exchange.ts";
import { openHoldfast } from "../../src/holdfast.ts";
import type { HoldfastOptions } from "../../src/holdfast-options.ts";
import { createLog } from "../../src/log.ts";
import { RoutingSchema } from "../../src/routing/routing.ts";
import { accountSid, authToken } from "../support/account.ts";
import { settled } from "../support/settled.ts";

/** How a page is looked at. */
export type View = {
  readonly width: 1280 | 390;
  readonly scheme: "light" | "dark";
  /** By fingers, on a telephone's screen. */
  readonly touch?: boolean;
};

/** The demo with its pages, and a clock that is moved. */
export type House = {
  /** The link for the first admin, where the house is live. */
  readonly firstLink: string | undefined;
  readonly open: (path: string, view?: View) => Promise<Page>;
  readonly exchange: Exchange;
  readonly pass: (seconds: number) => Promise<void>;
  readonly close: () => Promise<void>;
  /** What pages wrote on the console as an error, and what they threw. */
  readonly complaints: readonly string[];
};

const routingFile = "config/routing.json";
/** A Monday at ten in the morning in New York. */
const mondayAtTen = Date.UTC(2026, 10, 23, 15);

/** `live`: people have to sign in, and there are no telephones. `oidc`: the issuer by which they may. */
export type HouseOptions = { readonly live?: boolean; readonly oidc?: HoldfastOptions["oidc"] };

/** Opens a house of which a browser sees the pages; close it. */
export async function openHouse(browser: Browser, { live = false, oidc }: HouseOptions = {}): Promise<House> {
  const beneath = virtualClock(mondayAtTen);
  const clock = pacedClock(beneath);
  const folder = await mkdtemp(join(tmpdir(), "holdfast-browser-"));
  const exchange = await startExchange({ clock, accountSid, authToken, numbers: [] });
  const routing = alwaysOpen(JSON.parse(await readFile(routingFile, "utf8")));
  const app = await openHoldfast({
    clock,
    log: createLog("silent"),
    port: 0,
    host: "127.0.0.1",
    publicUrl: (port) => `http://127.0.0.1:${port}`,
    account: { sid: accountSid, authTokens: [authToken], apiUrl: exchange.url },
    connectApiUrl: exchange.url,
    routing,
    dataDir: join(folder, "data"),
    audioDir: "audio",
    pagesDir: pagesFolder,
    ...(oidc ? { oidc } : {}),
    ...(live ? {} : { demo: true, beside: [telephones({ exchange, clock }, routingFile)] }),
  });
  pointNumbers(exchange, RoutingSchema.parse(routing).lines, app.urls);
  const complaints: string[] = [];
  return {
    exchange,
    firstLink: app.firstLink,
    async close() {
      for (const context of browser.contexts()) await context.close();
      await exchange.close();
      await app.close();
      await rm(folder, { recursive: true, force: true });
    },
    complaints,
    pass: (seconds) => beneath.advance(seconds * 1_000, () => settled(() => app, exchange)),
    async open(path, { width, scheme, touch = false } = { width: 1280, scheme: "light" }) {
      const context = await browser.newContext({
        viewport: { width, height: width === 390 ? 844 : 800 },
        colorScheme: scheme,
        reducedMotion: "reduce",
        hasTouch: touch,
        isMobile: touch,
      });
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      page.on("console", (message) => void (message.type() === "error" && complaints.push(message.text())));
      page.on("pageerror", (error) => void complaints.push(error.message));
      await page.goto(new URL(path, app.publicUrl).href);
      await page.getByRole("heading", { level: 1 }).waitFor();
      return page;
    },
  };
}

/** A telephone on the page, and the same one at the exchange. */
export type PagePhone = {
  readonly frame: Locator;
  /** Lets time pass until it has heard these words, and the page shows them. */
  readonly hears: (words: RegExp) => Promise<void>;
  /** Lets time pass until it rings, here and on the page. */
  readonly rings: () => Promise<void>;
  /** Lets time pass until it is connected with somebody, and the page says with whom. */
  readonly talksWith: (name: string) => Promise<void>;
  /** Until the page shows this, which needs no time to pass. */
  readonly shows: (words: RegExp | string) => Promise<void>;
  /** Does something that the page tells the exchange of, and lets a second pass. */
  readonly does: (something: () => Promise<void>) => Promise<void>;
};

/** The most seconds that are waited for what is to be heard or to ring. */
const within = 180;

/** A telephone of an open page, by its owner's name and its number. */
export function phoneOn(page: Page, house: House, name: string, address: string): PagePhone {
  const frame = page.getByRole("region", { name: `${name}’s telephone` });
  const there = house.exchange.phone(address);
  const until = async (so: () => boolean, what: string) => {
    for (let passed = 0; !so(); passed += 0.5) {
      if (passed > within) throw new Error(`${name}’s telephone never ${what}`);
      await house.pass(0.5);
    }
  };
  const shows = (words: RegExp | string) => frame.getByText(words).last().waitFor();
  return {
    frame,
    shows,
    async hears(words) {
      await until(
        () => there.calls.some(({ heard }) => heard.some(({ text = "" }) => words.test(text))),
        `heard ${String(words)}`,
      );
      await shows(words);
    },
    async rings() {
      await until(() => there.calls.at(-1)?.state === "ringing", "rang");
      await frame.getByRole("button", { name: "Answer" }).waitFor();
    },
    async talksWith(other) {
      await until(() => there.calls.at(-1)?.hearing?.kind === "person", `was connected with ${other}`);
      await shows(`Talking with ${other}`);
    },
    async does(something) {
      const told = page.waitForResponse((answer) => answer.request().method() === "POST");
      await something();
      await told;
      await house.pass(1);
    },
  };
}
