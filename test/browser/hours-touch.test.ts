import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { withBrowser } from "./with-browser.ts";

const { house: openHouse } = withBrowser();

/** A finger on a page: where it goes down, moves to, and that it is lifted. */
async function fingerOn(page: Page) {
  const session = await page.context().newCDPSession(page);
  const send = (type: "touchStart" | "touchMove" | "touchEnd", ...points: { x: number; y: number }[]) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints: points });
  const middleOf = async (name: string) => {
    const box = await page.getByRole("gridcell", { name }).boundingBox();
    if (!box) throw new Error(`${name} is not to be seen`);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  return {
    middleOf,
    rests: async (name: string) => send("touchStart", await middleOf(name)),
    moves: async (name: string) => send("touchMove", await middleOf(name)),
    lifts: () => send("touchEnd"),
    async swipes(name: string, by: number) {
      const { x, y } = await middleOf(name);
      await send("touchStart", { x, y });
      for (let step = 1; step <= 10; step++) await send("touchMove", { x, y: y + (by * step) / 10 });
      await send("touchEnd");
    },
  };
}

test("on a telephone a finger scrolls over the week, taps an hour of it, and paints where it has rested", async () => {
  const house = await openHouse();
  const page = await house.open("/routing/hours/every-day", { width: 390, scheme: "light", touch: true });
  const shows = (words: string) => page.getByText(words).first().waitFor();
  const cell = (name: string) => page.getByRole("gridcell", { name });
  const finger = await fingerOn(page);
  await cell("Wednesday noon: open").scrollIntoViewIfNeeded();
  const scrolled = () => page.evaluate<number>("window.scrollY");
  const before = await scrolled();
  await finger.swipes("Wednesday noon: open", -200);
  await expect.poll(scrolled).toBeGreaterThan(before + 100);
  await finger.swipes("Wednesday noon: open", 200);
  await shows("Every day 8 AM–8 PM");

  await cell("Monday 8 AM: open").tap();
  await shows("Mon 8:30 AM–8 PM; Tue–Sun 8 AM–8 PM");
  await cell("Monday 8 AM: closed").tap();
  await shows("Every day 8 AM–8 PM");

  await cell("Sunday 10 AM: open").scrollIntoViewIfNeeded();
  const held = await scrolled();
  await finger.rests("Sunday 8 AM: open");
  await page.locator('[data-becomes="closed"]').first().waitFor();
  await finger.moves("Sunday 9 AM: open");
  await finger.moves("Sunday 9:30 AM: open");
  await expect.poll(() => page.locator('[data-becomes="closed"]').count()).toBe(4);
  await finger.lifts();
  await shows("Mon–Sat 8 AM–8 PM; Sun 10 AM–8 PM");
  expect(await scrolled()).toBe(held);
  expect(house.complaints).toEqual([]);
}, 120_000);
