import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { House, View } from "./house.ts";
import { withBrowser } from "./with-browser.ts";

const { house: openHouse } = withBrowser();

const settings = ["emergency", "twilio", "users", "tokens", "limits", "audit", "account"].map(
  (page) => `/settings/${page}`,
);
const routing = [
  "flow",
  "business",
  "lines/0",
  "menus/main",
  "queues",
  "queues/sales",
  "hours",
  "hours/every-day",
  "reps",
  "reps/ana",
  "prompts",
  "prompts/wait-keys",
  "announcements",
  "announcements/trade-in",
  "text",
  "hear",
  "history",
].map((section) => `/routing/${section}`);
/** Every page by its address. */
const pages = ["/", "/phone", "/return-calls", "/sound", ...routing, ...settings, "/sign-in", "/sign-in#first=secret"];

const views: readonly View[] = ([1280, 390] as const).flatMap((width) => [
  { width, scheme: "light" },
  { width, scheme: "dark" },
]);

const isTooWide = "document.documentElement.scrollWidth > document.documentElement.clientWidth";

/**
 * What axe finds wrong with a page, a line each, and whether it has to be scrolled sideways. `seen` already in other colours: then
 * only they are looked at, for all else is the same.
 */
async function faults(page: Page, path: string, seen = false): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (seen ? axe.withRules(["color-contrast"]) : axe).analyze();
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id}: ${help} at ${String(target)}`),
  );
  const wide = await page.evaluate<boolean>(isTooWide);
  return [...found, ...(wide ? ["it is wider than the window"] : [])].map((fault) => `${path}: ${fault}`);
}

/** Promises a return call; the address of its page. */
async function returnCallIn(house: House): Promise<string> {
  const page = await house.open("/return-calls");
  const wish = { kind: "promised", queue: "sales", number: "+12125550142", rep: "ana", by: "2026-11-23T20:30:00Z" };
  const made = `fetch("/api/callbacks", { method: "POST", headers: { "content-type": "application/json" }, body: ${JSON.stringify(JSON.stringify(wish))} })`;
  const id = await page.evaluate<string>(`${made}.then((answer) => answer.json()).then(({ id }) => id)`);
  await page.context().close();
  return `/return-calls/${id}`;
}

test("wide and narrow, light and dark, anybody can use every page, and nothing goes wrong on any", async () => {
  const house = await openHouse();
  const found: string[] = [];
  for (const path of [...pages, await returnCallIn(house)]) {
    const page = await house.open(path, views[0]);
    for (const { width, scheme } of views) {
      await page.setViewportSize({ width, height: 844 });
      await page.emulateMedia({ colorScheme: scheme });
      found.push(...(await faults(page, `${path} at ${width} pixels, ${scheme}`, scheme === "dark")));
    }
    await page.context().close();
  }
  expect(found).toEqual([]);
  expect(house.complaints).toEqual([]);
}, 900_000);

test("an address that is no page's says so, and leads back", async () => {
  const house = await openHouse();
  const page = await house.open("/nowhere");
  await page.getByRole("heading", { name: "There is no such page" }).waitFor();
  expect(await faults(page, "/nowhere")).toEqual([]);
  await page.getByRole("link", { name: "Go to the overview" }).click();
  await page.getByRole("heading", { name: "Calls are being taken" }).waitFor();
}, 120_000);

test("keys lead to the pages and to themselves, and the first of all skips what is the same on every page", async () => {
  const house = await openHouse();
  const page = await house.open("/");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  expect(await page.evaluate<string>("document.activeElement.id")).toBe("content");
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Keys" }).waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("g");
  await page.keyboard.press("t");
  await page.getByRole("heading", { name: "Telephones" }).waitFor();
  expect(house.complaints).toEqual([]);
}, 120_000);
