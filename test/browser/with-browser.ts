import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, onTestFinished } from "vitest";
import { pagesFolder } from "../../src/admin/fresh.mjs";
import { openBrowser } from "./chromium.ts";
import { openHouse, type House, type HouseOptions } from "./house.ts";

/** The first of a file may have to fetch a browser and to build the pages. */
const settingUp = 10 * 60_000;

/** Opens a browser before the tests of a file, and closes it after. */
export function withBrowser(): { readonly house: (options?: HouseOptions) => Promise<House> } {
  let browser: Browser | undefined;
  beforeAll(async () => {
    buildPages();
    browser = await openBrowser();
  }, settingUp);
  afterAll(() => browser?.close());
  return {
    async house(options = {}) {
      if (!browser) throw new Error("the browser was not opened");
      const opened = browser;
      const house = await openHouse(opened, options);
      onTestFinished(async ({ task }) => {
        if (task.result?.state === "fail") await lastLook(opened);
        await house.close();
      });
      return house;
    },
  };
}

/** In a process of its own, as npm start does it. */
export function buildPages(): void {
  const { status } = spawnSync(process.execPath, ["src/admin/build.ts"], { stdio: "inherit" });
  if (status !== 0) throw new Error("the pages cannot be built: see above");
}

/** Leaves a picture of every page beside the built ones, for whoever looks after a failure. */
async function lastLook(browser: Browser): Promise<void> {
  for (const [place, page] of browser
    .contexts()
    .flatMap((context) => context.pages())
    .entries())
    await page.screenshot({ path: join(pagesFolder, "..", `failed-${place}.png`), fullPage: true });
}
