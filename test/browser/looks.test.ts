import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { withBrowser, type View } from "./house.ts";

const { house: openHouse } = withBrowser();

/** Every page by its address, and one where there is none. */
const pages = ["/", "/phone"];
const nowhere = "/nowhere";

const views: readonly View[] = ([1280, 390] as const).flatMap((width) => [
  { width, scheme: "light" },
  { width, scheme: "dark" },
]);

const isTooWide = "document.documentElement.scrollWidth > document.documentElement.clientWidth";

/** What axe finds wrong with a page, a line each, and whether it has to be scrolled sideways. */
async function faults(page: Page, path: string): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id}: ${help} at ${String(target)}`),
  );
  const wide = await page.evaluate<boolean>(isTooWide);
  return [...found, ...(wide ? ["it is wider than the window"] : [])].map((fault) => `${path}: ${fault}`);
}

test.each(views)(
  "at $width pixels, $scheme, anybody can use every page, and nothing goes wrong on any",
  async (view) => {
    const house = await openHouse();
    const found: string[] = [];
    for (const path of pages) found.push(...(await faults(await house.open(path, view), path)));
    expect(house.complaints).toEqual([]);
    const page = await house.open(nowhere, view);
    await page.getByRole("heading", { name: "There is no such page" }).waitFor();
    found.push(...(await faults(page, nowhere)));
    expect(found).toEqual([]);
  },
  120_000,
);
