import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { deskOn } from "./routing-page.ts";
import { withBrowser } from "./with-browser.ts";

const { house: openHouse } = withBrowser();

/** Whether the page's audio element plays, where in its sound it is, and how fast. */
const audio = (page: Page) =>
  page.evaluate<{ readonly paused: boolean; readonly at: number; readonly speed: number }>(
    "(({ paused, currentTime, playbackRate }) => ({ paused, at: currentTime, speed: playbackRate }))(document.querySelector('audio'))",
  );

test("an admin looks at the wait of the sales queue with six ahead, moves in it by keys, and hears it", async () => {
  const house = await openHouse();
  const page = await house.open("/routing/hear");
  const slider = page.getByRole("slider", { name: "Place in the wait" });
  const says = async (words: RegExp) => {
    await expect.poll(() => slider.getAttribute("aria-valuetext")).toMatch(words);
  };
  await page.getByLabel("Callers ahead").fill("6");
  await page.getByLabel("Way in").selectOption({ label: "Main line, key 1" });
  await page.getByText("You are number 7 in line.").last().waitFor();
  await page.getByText("Our Hush kettle").waitFor();
  await page.getByText("about 14:00").waitFor();

  await slider.focus();
  await says(/^0 seconds: You are in line for sales/);
  await page.keyboard.press("ArrowDown");
  await says(/^3 seconds: You are number 7 in line/);
  await page.keyboard.press("PageUp");
  await page.keyboard.press("ArrowLeft");
  await says(/^58 seconds: Music: Five Stones/);

  await page.getByText("2×", { exact: true }).click();
  await slider.focus();
  await page.keyboard.press("Space");
  await expect.poll(() => audio(page)).toMatchObject({ paused: false, speed: 2 });
  expect((await audio(page)).at).toBeGreaterThan(20);
  await page.getByRole("button", { name: "Pause" }).waitFor();
  await page.keyboard.press("Space");
  await expect.poll(() => audio(page)).toMatchObject({ paused: true });

  await page.keyboard.press("Home");
  await page.keyboard.press("PageUp");
  await page.getByRole("button", { name: "Press a key here" }).click();
  await page.getByRole("menuitem", { name: /a quiet wait/ }).click();
  await page.getByText("From now on you will hear only music.").first().waitFor();
  await page.getByRole("button", { name: "Do not press 2 at 1:00" }).click();
  await page.getByText("Our Hush kettle").waitFor();
  expect(house.complaints).toEqual([]);
}, 120_000);

test("what callers will mind leads to the field where it is mended, and what is in force can be heard beside the draft", async () => {
  const house = await openHouse();
  const page = await house.open("/routing/text");
  const ana = deskOn(page);
  await ana.rewrites('"until": "2027-01-31', '"until": "2026-11-01');
  await ana.shows(/^Saved\. Draft by/);
  await page.getByRole("link", { name: "Hear", exact: true }).click();
  await page.getByText(/“trade-in” is never heard: its last day was 2026-11-01/).waitFor();
  await page.getByText("In force").click();
  await page.getByText("Nothing that callers will mind").waitFor();
  await page.getByText("Draft", { exact: true }).click();
  await page.getByRole("link", { name: "Mend announcements.trade-in.until" }).click();
  await page.waitForURL(/\/routing\/announcements\/trade-in#announcements\.trade-in\.until$/);
  expect(house.complaints).toEqual([]);
}, 120_000);
