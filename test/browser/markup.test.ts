import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { House } from "./house.ts";
import { withBrowser } from "./with-browser.ts";

const { house: openHouse } = withBrowser();

const markup = `<img src="/nothing" onerror="window.ran = true">`;

/** Asks the API as the page does. */
async function ask(page: Page, method: string, path: string, body: object): Promise<number> {
  const headers = { "content-type": "application/json", ...(method === "PUT" ? { "if-none-match": "*" } : {}) };
  const init = JSON.stringify({ method, headers, body: JSON.stringify(body) });
  return page.evaluate<number>(`fetch(${JSON.stringify(path)}, ${init}).then(({ status }) => status)`);
}

/** A house in which markup stands wherever somebody may write something. */
async function written(house: House): Promise<void> {
  const page = await house.open("/");
  const read = `fetch("/api/routing").then((answer) => answer.json()).then(({ source }) => source)`;
  const source = await page.evaluate<{
    readonly prompts: { readonly en: Record<string, string> };
    readonly reps: { readonly ana: { name: string } };
    readonly business: { name: string };
  }>(read);
  // In quotes, as ICU would have it: else it is a fault, for words have no tags.
  source.prompts.en["quiet-kettle"] = `'${markup}'`;
  source.reps.ana.name = markup;
  source.business.name = markup;
  expect(await ask(page, "PUT", "/api/routing/draft", { source })).toBe(200);
  expect(await ask(page, "POST", "/api/users", { name: markup, email: "eve@example.com", role: "rep" })).toBe(201);
  const wish = { kind: "promised", queue: "sales", number: "+12125550142", rep: "ben", by: "2026-11-23T20:30:00Z" };
  expect(await ask(page, "POST", "/api/callbacks", { ...wish, note: markup })).toBe(201);
  await page.context().close();
}

async function nothingRan(page: Page, path: string): Promise<void> {
  const found = `({ ran: window.ran === true, drawn: document.querySelectorAll('img[src="/nothing"]').length })`;
  expect({ path, ...(await page.evaluate<object>(found)) }).toEqual({ path, ran: false, drawn: 0 });
}

test("what somebody writes is shown as it was written, and no page runs it", async () => {
  const house = await openHouse();
  await written(house);
  const places = [
    "/routing/prompts/quiet-kettle",
    "/routing/announcements/quiet-kettle",
    "/routing/reps",
    "/routing/text",
    "/routing/hear",
    "/return-calls",
    "/settings/users",
    "/settings/audit",
  ];
  for (const path of places) {
    const page = await house.open(path);
    await page
      .getByRole("status", { name: /^Loading/ })
      .first()
      .waitFor({ state: "detached" });
    await nothingRan(page, path);
    await page.context().close();
  }
  // Where it is all that there is to see, it is seen as it was written.
  for (const path of ["/settings/users", "/return-calls", "/routing/prompts/quiet-kettle"]) {
    const page = await house.open(path);
    await page.getByText(markup).first().waitFor();
    await nothingRan(page, path);
    await page.context().close();
  }
  expect(house.complaints).toEqual([]);
}, 120_000);
