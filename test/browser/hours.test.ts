import { expect, test } from "vitest";
import type { Page } from "playwright-core";
import { phoneOn } from "./house.ts";
import { withBrowser } from "./with-browser.ts";

const { house: openHouse } = withBrowser();

const shows = (page: Page, words: RegExp | string) => page.getByText(words).first().waitFor();

/** Presses keys one after the other, each as often as is said. */
async function presses(page: Page, ...keys: readonly (readonly [key: string, times: number])[]): Promise<void> {
  for (const [key, times] of keys) for (let time = 0; time < times; time++) await page.keyboard.press(key);
}

test("an admin paints the week, adds a holiday and a rep, rewords a Spanish prompt, and the next caller hears it", async () => {
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

  await page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: "Reps" }).click();
  await page.getByRole("button", { name: "Paste a list" }).click();
  await page.getByLabel("From a sheet, or as CSV").fill("Fay\t(212) 555-0206\tsales\tes\nGus\tnone\tsales");
  await shows(page, /^Line 2: “none” is no number/);
  await page.getByRole("button", { name: "Add 1" }).click();
  await page.getByRole("link", { name: /Fay \+12125550206/ }).click();
  await page.getByLabel("Rings at").fill("212 555 0201");
  await page.getByLabel("Rings at").blur();
  await shows(page, '+12125550201 already rings "ana": give each rep a telephone of their own.');
  await page.getByLabel("Rings at").fill("sip:fay@kettle.example");

  await page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: "Prompts" }).click();
  await page.getByLabel("Search the prompts").fill("gracias por llamar");
  await page.getByRole("link", { name: /^main-menu/ }).click();
  const words = page.getByLabel("Words in Spanish");
  await words.fill("Su llamada es muy importante. Ventas: pulse 1.");
  await shows(page, /^“Su llamada es muy importante”: it says nothing/);
  await page.getByRole("heading", { name: "1 hint" }).waitFor();
  await words.fill("Hola, habla {business}. Para ventas, pulse 1.");
  await shows(page, "Hola, habla Bright Kettle. Para ventas, pulse 1.");
  await shows(page, /^Saved\. Draft by/);
  await page.getByRole("button", { name: "Publish…" }).click();
  await page.getByRole("button", { name: "Publish now" }).click();
  await shows(page, "The next caller hears it.");

  const phone = phoneOn(await house.open("/phone"), house, "Caller 1", "+12125550301");
  await phone.does(() => phone.frame.getByRole("button", { name: "Dial" }).click());
  await phone.hears(/Para español, pulse 9/);
  await phone.does(() => phone.frame.getByRole("button", { name: "9", exact: true }).click());
  await phone.hears(/Hola, habla Bright Kettle/);
  expect(house.complaints).toEqual([]);
}, 240_000);
