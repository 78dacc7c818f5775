import { expect, test } from "vitest";
import { phoneOn } from "./house.ts";
import { withBrowser } from "./with-browser.ts";

const { house: openHouse } = withBrowser();

test("a newcomer has time go sixty times as fast, by keys alone: an hour of waiting is over in a minute", async () => {
  const house = await openHouse();
  const page = await house.open("/phone");
  const shown = async () =>
    Date.parse(
      await page.evaluate<string>("fetch('/demo/clock').then((answer) => answer.json()).then(({ now }) => now)"),
    );
  const paceIs = (name: string) => page.getByRole("radio", { name, exact: true });
  await paceIs("1×").focus();
  for (const name of ["5×", "20×", "60×"]) {
    await page.keyboard.press("ArrowRight");
    await page.locator(":focus").and(paceIs(name)).waitFor({ state: "attached" });
  }
  await page.getByText("Captions only").waitFor();
  const before = await shown();
  await house.pass(60);
  expect(await shown()).toBe(before + 3_600_000);

  const her = phoneOn(page, house, "Caller 1", "+12125550301");
  await her.does(() => her.frame.getByRole("button", { name: "Dial", exact: true }).click());
  await her.hears(/Welcome/);
  await paceIs("60×").focus();
  for (let times = 0; times < 3; times++) await page.keyboard.press("ArrowLeft");
  await page.getByText("Captions only").waitFor({ state: "detached" });
  expect(house.complaints).toEqual([]);
}, 120_000);
