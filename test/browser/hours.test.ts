import { expect, test } from "vitest";
import type { Page } from "playwright-core";
import { withBrowser } from "./with-browser.ts";

const { house: openHouse } = withBrowser();

const shows = (page: Page, words: RegExp | string) => page.getByText(words).first().waitFor();

/** Presses keys one after the other, each as often as is said. */
async function presses(page: Page, ...keys: readonly (readonly [key: string, times: number])[]): Promise<void> {
  for (const [key, times] of keys) for (let time = 0; time < times; time++) await page.keyboard.press(key);
}

test("an admin paints Saturday morning with keys alone and Sunday with the mouse, and adds a holiday", async () => {
  const house = await openHouse();
  const page = await house.open("/routing/hours/every-day");
  await page.getByRole("gridcell", { name: "Monday 8 AM: open" }).focus();
  // Saturday is closed from its first hour to its last, then opened from nine to noon.
  await presses(page, ["ArrowDown", 5], ["Home", 1], ["Shift+PageDown", 3], ["Shift+End", 1]);
  await shows(page, "Mon–Fri, Sun 8 AM–8 PM; closed on Sat");
  await presses(page, ["Home", 1], ["PageDown", 3], [" ", 1], ["Shift+ArrowRight", 5]);
  await shows(page, "Mon–Fri, Sun 8 AM–8 PM; Sat 9 AM–noon");
  await expect(page.getByLabel("Saturday: until").inputValue()).resolves.toBe("12:00");

  await page.getByRole("gridcell", { name: "Sunday 8 AM: open" }).hover();
  await page.mouse.down();
  await page.getByRole("gridcell", { name: "Sunday 11:30 AM: open" }).hover();
  await page.mouse.up();
  await shows(page, "Mon–Fri 8 AM–8 PM; Sat 9 AM–noon; Sun noon–8 PM");

  await page.getByLabel("Saturday: until").fill("12:20 pm");
  await page.getByLabel("Saturday: until").press("Enter");
  await page.getByRole("gridcell", { name: "Saturday noon: partly open" }).waitFor();
  const add = page.getByRole("form", { name: "Add a day" });
  await add.getByLabel("Date").fill("2099-12-24");
  await add.getByLabel("Name").fill("Christmas Eve");
  await add.getByLabel("Name").press("Enter");
  await page.getByRole("listitem", { name: /^Christmas Eve, Thu, Dec 24, 2099/ }).waitFor();
  await shows(page, /^Saved\. Draft by/);
  expect(house.complaints).toEqual([]);
}, 120_000);
