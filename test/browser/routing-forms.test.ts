import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { deskOn } from "./routing-page.ts";
import { withBrowser } from "./with-browser.ts";

const { house: openHouse } = withBrowser();

/** Goes on with a key until what has the focus is called so. */
async function goesTo(page: Page, name: RegExp, key = "Tab") {
  for (let pressed = 0; pressed < 60; pressed++) {
    await page.keyboard.press(key);
    if (name.test(await page.evaluate<string>("document.activeElement.textContent"))) return;
  }
  throw new Error(`no ${key} leads to ${String(name)}`);
}

test("an admin follows the picture to a queue by keys alone, is told beside the field what is wrong, takes it back, and publishes", async () => {
  const house = await openHouse();
  const { page, shows, presses, reads } = deskOn(await house.open("/routing"));
  await shows("Main line");
  await goesTo(page, /Main line/);
  await page.keyboard.press("ArrowDown");
  expect(await page.evaluate<string>("document.activeElement.textContent")).toContain("main");
  await goesTo(page, /^Queuesales/);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "sales" }).waitFor();

  const heard = page.getByRole("region", { name: "Heard in the wait" });
  await heard.getByText("What it says").click();
  const opening = heard.getByLabel("English");
  await opening.fill("You are in line at {bussiness}.");
  await heard.getByText("Nobody gives {bussiness} to this prompt; did you mean {business}?").waitFor();
  await page.keyboard.press("ControlOrMeta+z");
  await shows("No faults");
  expect(await opening.inputValue()).toBe("You are in line for sales.");
  await opening.fill("Sales it is.");
  await shows(/^Saved\. Draft by/);
  await presses("Publish…");
  await presses("Publish now");
  await shows("The next caller hears it.");

  await page.getByRole("link", { name: "Text", exact: true }).click();
  expect(await reads()).toContain('"sales-opening": "Sales it is."');
  expect(house.complaints).toEqual([]);
}, 240_000);

test("a queue takes its new name along, says where it is used before it goes, and what is wrong leads to its field", async () => {
  const house = await openHouse();
  const { page, shows, presses, reads } = deskOn(await house.open("/routing/queues/sales"));
  await presses("Rename");
  await page.getByRole("dialog").getByLabel("Name").fill("selling");
  await page.getByRole("dialog").getByRole("button", { name: "Rename" }).click();
  await page.getByRole("heading", { name: "selling" }).waitFor();
  await presses("Move track 1 down");
  await page.getByRole("button", { name: "Move track 2 down" }).and(page.locator(":focus")).waitFor();
  await presses("Remove");
  await page.getByRole("dialog").getByRole("link", { name: "Menu main, key 1" }).click();
  await page.getByRole("heading", { name: "main", exact: true }).waitFor();

  await page.getByRole("link", { name: /^Lines/ }).click();
  await page.getByRole("link", { name: /Main line/ }).click();
  await page.getByLabel("Number").fill("12");
  await shows(/A phone number is written in E\.164/);
  await page.getByRole("link", { name: /^Business/ }).click();
  await page.getByRole("link", { name: /^lines\[0\]\.number a phone/ }).click();
  await page.getByLabel("Number").and(page.locator(":focus")).waitFor();
  await page.keyboard.press("ControlOrMeta+z");
  await shows("No faults");

  await page.getByRole("link", { name: "Text", exact: true }).click();
  expect(await reads()).toMatch(/"queue": "selling"/);
  expect(house.complaints).toEqual([]);
}, 240_000);
