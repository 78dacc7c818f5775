import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { pagesFolder } from "../../src/admin/fresh.mjs";
import { openDesk, real, type Desk } from "../connect/desk.ts";
import { line } from "../support/business.ts";
import { openBrowser } from "./chromium.ts";
import { buildPages } from "./with-browser.ts";

let browser: Browser;
beforeAll(async () => {
  buildPages();
  browser = await openBrowser();
}, 600_000);
afterAll(() => browser.close());

/** An admin on the page where Twilio is connected. */
async function openPage(desk: Desk): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: "reduce" });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(`http://127.0.0.1:${desk.app().port}/settings/twilio`);
  await page.getByRole("heading", { name: "Account", exact: true }).waitFor();
  return page;
}

async function connects(page: Page, desk: Desk, { sid, token }: { sid: string; token: string } = real): Promise<void> {
  await page.getByLabel("Account SID").fill(sid);
  await page.getByRole("textbox", { name: "Auth token" }).fill(token);
  await desk.passes(
    Promise.all([
      page.waitForResponse((answer) => answer.request().method() === "PUT"),
      page.getByRole("textbox", { name: "Auth token" }).press("Enter"),
    ]),
  );
}

type Way = readonly [what: string, breaks: (desk: Desk) => void, words: RegExp];
const numbers = (desk: Desk, more: object) => desk.twilio.setNumber({ phoneNumber: line, ...more });

test.each<readonly [string, (desk: Desk) => Partial<typeof real>, RegExp]>([
  ["the token is wrong", () => ({ token: "wrong" }), /SID or the auth token is wrong. Copy both from the console/],
  ["the SID is another’s", () => ({ sid: `AC${"3".repeat(32)}` }), /SID or the auth token is wrong|no such account/],
  ["the SID is none", () => ({ sid: "AC1" }), /AC and 32 digits or letters a to f/],
  ["Twilio is down", (desk) => (desk.twilio.faults.restDown(), {}), /Twilio does not answer .*Nothing was kept/],
  ["the account is closed", (desk) => (desk.twilio.faults.restDown(403, 20005), {}), /suspended or closed/],
])(
  "where %s, nothing is kept, and the form says what to do",
  async (_, differs, words) => {
    const desk = await openDesk({ pagesDir: pagesFolder });
    const page = await openPage(desk);
    await connects(page, desk, { ...real, ...differs(desk) });
    await page.getByText(words).first().waitFor();
    await page.getByText("None is connected").waitFor();
  },
  60_000,
);

const ways: readonly Way[] = [
  [
    "it is suspended",
    ({ twilio }) => twilio.setStanding({ status: "suspended" }),
    /has suspended the account: .* The console says why/,
  ],
  ["it is closed", ({ twilio }) => twilio.setStanding({ status: "closed" }), /The account is closed. Connect another/],
  [
    "it is a trial",
    ({ twilio }) => twilio.setStanding({ type: "Trial" }),
    /rings only numbers that were verified .* Upgrade it/,
  ],
  [
    "it may not dial",
    ({ twilio }) => twilio.setStanding({ notDialled: ["US"] }),
    /may not dial US. Allow it in the console/,
  ],
  [
    "its number only texts",
    (desk) => numbers(desk, { capabilities: { voice: false, sms: true } }),
    /they only text. Buy one/,
  ],
  [
    "its number is on a trunk",
    (desk) => numbers(desk, { trunkSid: `TK${"1".repeat(32)}` }),
    /goes over a SIP trunk.* Take it off/,
  ],
  [
    "Twilio is down",
    ({ twilio }) => void twilio.faults.restDown(),
    /Twilio does not answer .* See that this server can reach/,
  ],
  [
    "a proxy rewrites the address",
    ({ proxy }) => void (proxy.manner = ({ path }) => ({ path: path.startsWith("/twilio/") ? `/app${path}` : path })),
    /A proxy rewrites the address. Twilio most probably signed http.* Let the proxy leave the path as it is/,
  ],
  [
    "a proxy takes the signature away",
    ({ proxy }) => void (proxy.manner = ({ headers }) => ({ headers: { ...headers, "x-twilio-signature": "" } })),
    /a proxy takes the header X-Twilio-Signature away/,
  ],
  [
    "something else answers at the address",
    ({ proxy }) => void (proxy.manner = () => ({ answer: { status: 404 } })),
    /something else answers, not this server. Mend the proxy, or PUBLIC_URL/,
  ],
  [
    "nothing of Twilio’s comes",
    ({ proxy }) =>
      void (proxy.manner = ({ headers }) =>
        (headers["user-agent"] ?? "").includes("TwilioProxy") ? { answer: { status: 502 } } : {}),
    /it never came here. See that the address leads to this server from outside/,
  ],
  [
    "the address sends on",
    ({ proxy }) => {
      const there = `http://localhost:${new URL(proxy.url).port}`;
      proxy.manner = ({ path, headers }) =>
        headers.host?.startsWith("127.") ? { answer: { status: 308, headers: { Location: there + path } } } : {};
    },
    /sends on to http:\/\/localhost.* Write the address that it ends at as PUBLIC_URL/,
  ],
];

test.each(ways)(
  "where %s, the check says so and what to do",
  async (_, breaks, words) => {
    const desk = await openDesk({ pagesDir: pagesFolder });
    const page = await openPage(desk);
    await connects(page, desk);
    await page.getByText("The account is kept.").waitFor();
    breaks(desk);
    await page.getByRole("button", { name: "Check", exact: true }).click();
    await desk.passes(page.getByRole("list", { name: "What was found" }).getByText(words).waitFor());
  },
  60_000,
);

test("a number that an application answers, one that is gone, and an address that is not https are named where they stand", async () => {
  const desk = await openDesk({ pagesDir: pagesFolder });
  const application = `AP${"2".repeat(32)}`;
  numbers(desk, { voiceApplicationSid: application });
  const page = await openPage(desk);
  await connects(page, desk);
  await page.getByText(`Leads to the application ${application}.`).waitFor();
  await page.getByRole("button", { name: `Lead ${line} here` }).click();
  await desk.passes(
    Promise.all([
      page.getByText(`Before: the application ${application}.`).waitFor(),
      page.getByRole("dialog").getByRole("button", { name: "Lead it here" }).click(),
    ]),
  );
  await desk.ask("delete");
  await desk.restart({ publicUrl: "http://phone.example.com" });
  const again = await openPage(desk);
  await again.getByText("Twilio cannot reach this server yet").waitFor();
  await again.getByText(/Set PUBLIC_URL to the https address at which this server is reached from outside/).waitFor();
  expect(await again.getByText(real.token).count()).toBe(0);
}, 60_000);
