import { expect, test } from "vitest";
import { phoneOn } from "./house.ts";
import { withBrowser } from "./with-browser.ts";

const { house: openHouse } = withBrowser();

const caller = ["Caller 1", "+12125550301"] as const;
const ana = ["Ana", "+12125550201"] as const;

test("a newcomer makes the whole demo call with two telephones in the browser", async () => {
  const house = await openHouse();
  const page = await house.open("/phone");
  const [her, rep] = [phoneOn(page, house, ...caller), phoneOn(page, house, ...ana)];
  const press = (phone: typeof her, name: string) =>
    phone.does(() => phone.frame.getByRole("button", { name, exact: true }).click());

  await press(rep, "Sign in");
  await rep.shows(/You are in now/);

  await press(her, "Dial");
  await her.hears(/Welcome to Bright Kettle/);
  await press(her, "1");
  await her.hears(/sales/i);
  await rep.rings();
  await rep.shows("Bright Kettle rings");
  await press(rep, "Answer");
  await rep.hears(/Press 1 to take/);
  await press(rep, "1");
  await her.hears(/Here is Ana/);
  await her.talksWith("Ana");

  await her.frame.getByLabel("Say something as Caller 1").fill("Do you sell descalers?");
  await press(her, "Say it");
  await rep.shows("Do you sell descalers?");

  await press(her, "Hang up");
  await her.shows(/Call ended: you hung up/);
  await rep.hears(/How did the call end/);
  await press(rep, "1");
  await house.pass(15);
  await rep.shows(/Call ended/);
  expect(house.complaints).toEqual([]);
}, 120_000);

test("the call can be made by keys alone, from the first press of Tab", async () => {
  const house = await openHouse();
  const page = await house.open("/phone");
  const [her, rep] = [phoneOn(page, house, ...caller), phoneOn(page, house, ...ana)];
  const tabTo = async (name: string) => {
    const label = `${name}’s telephone`;
    for (let presses = 0; presses < 60; presses++) {
      if ((await page.evaluate<string | null>("document.activeElement.getAttribute('aria-label')")) === label) return;
      await page.keyboard.press("Tab");
    }
    throw new Error("Tab leads to no telephone");
  };
  const press = (phone: typeof her, key: string) => phone.does(() => page.keyboard.press(key));

  await tabTo("Ana");
  await rep.frame.getByRole("button", { name: "Sign in" }).focus();
  await press(rep, "Enter");
  await rep.shows(/You are in now/);
  await page.getByRole("link", { name: "Overview" }).focus();
  await tabTo("Caller 1");
  await press(her, "d");
  await her.hears(/Welcome to Bright Kettle/);
  await press(her, "1");
  await rep.rings();
  await tabTo("Ana");
  await press(rep, "a");
  await rep.hears(/Press 1 to take/);
  await press(rep, "1");
  await her.talksWith("Ana");
  await press(rep, "h");
  await rep.shows(/Call ended/);
  expect(house.complaints).toEqual([]);
}, 120_000);

test("several callers wait in line, and a developer sees what is asked and answered", async () => {
  const house = await openHouse();
  const page = await house.open("/phone");
  await page.getByRole("button", { name: "Add a caller" }).click();
  const [her, him] = [phoneOn(page, house, ...caller), phoneOn(page, house, "Caller 2", "+12125550302")];
  const rep = phoneOn(page, house, ...ana);
  await rep.does(() => rep.frame.getByRole("button", { name: "Sign in" }).click());
  for (const phone of [her, him]) {
    await phone.does(() => phone.frame.getByRole("button", { name: "Dial" }).click());
    await phone.hears(/Welcome/);
    await phone.does(() => phone.frame.getByRole("button", { name: "1", exact: true }).click());
  }
  await him.hears(/number 2 in line/i);
  await page.getByRole("button", { name: "Webhooks and TwiML" }).click();
  const drawer = page.getByRole("dialog", { name: "Webhooks and TwiML" });
  await drawer.locator("summary", { hasText: "gather" }).first().click();
  await drawer.locator("details[open] pre", { hasText: "<Response>" }).waitFor();
  await drawer.locator("details[open] dl", { hasText: "CallSid" }).waitFor();
  await him.frame.getByRole("button", { name: "Hang up" }).waitFor();
  expect(house.complaints).toEqual([]);
}, 120_000);
