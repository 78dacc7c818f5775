import { expect, test } from "vitest";
import { phoneOn } from "./house.ts";
import { deskOn } from "./routing-page.ts";
import { withBrowser } from "./with-browser.ts";

const { house: openHouse } = withBrowser();

test("what an admin schedules is told by the clock of the business, can be put off, and comes into force before everybody's eyes", async () => {
  const house = await openHouse();
  const ana = deskOn(await house.open("/routing/text"));
  await ana.rewrites("Welcome to {business}", "Welcome to Copper Pot");
  await ana.shows(/^Saved\. Draft by/);
  await ana.presses("Publish…");
  const dialog = ana.page.getByRole("dialog");
  await dialog.getByLabel("Note").fill("From half past on");
  await dialog.getByText("At a time", { exact: true }).click();
  await dialog.getByText("By the clock in America/New York, where it is 10:00.").waitFor();
  await dialog.getByLabel("From").fill("2026-11-23T10:30");
  await dialog.getByRole("button", { name: /^Schedule for today 10:30 AM EST/ }).click();

  const ben = deskOn(await house.open("/routing/menus"));
  for (const { page } of [ana, ben]) {
    const scheduled = page.getByRole("region", { name: "Scheduled" });
    await scheduled.getByText("Comes into force today 10:30 AM EST, by Demo admin").waitFor();
    await scheduled.getByText("From half past on").waitFor();
  }
  await ben.presses("Changes");
  await ben.page
    .getByRole("dialog")
    .getByText(/Copper Pot/)
    .waitFor();
  await ben.page.keyboard.press("Escape");
  await ben.presses("Change the time");
  await ben.page.getByLabel("From").fill("2026-11-23T10:10");
  await ben.page.getByRole("button", { name: "Schedule for today 10:10 AM EST" }).click();
  await ana.shows(/^Comes into force today 10:10 AM EST/);

  const phone = phoneOn(await house.open("/phone"), house, "Caller 1", "+12125550301");
  const dials = () => phone.does(() => phone.frame.getByRole("button", { name: "Dial" }).click());
  const hangsUp = () => phone.does(() => phone.frame.getByRole("button", { name: "Hang up" }).click());
  await dials();
  await phone.hears(/Welcome to Bright Kettle/);
  await hangsUp();
  await house.pass(600);
  for (const desk of [ana, ben]) {
    await desk.shows(/^Since today 10:10 AM EST, by Demo admin/);
    await desk.page.getByRole("region", { name: "Scheduled" }).waitFor({ state: "detached" });
  }
  await dials();
  await phone.hears(/Welcome to Copper Pot/);
  expect(house.complaints).toEqual([]);
}, 240_000);

test("what is called off becomes the draft again", async () => {
  const house = await openHouse();
  const ana = deskOn(await house.open("/routing/text"));
  await ana.rewrites("Welcome to {business}", "Welcome to Copper Pot");
  await ana.shows(/^Saved\. Draft by/);
  await ana.presses("Publish…");
  await ana.page.getByText("At a time", { exact: true }).click();
  await ana.page.getByLabel("From").fill("2026-11-23T10:30");
  await ana.page.getByRole("button", { name: /^Schedule for/ }).click();
  await ana.shows(/^Comes into force/);
  await ana.presses("Call off");
  await ana.presses("Call it off");
  await ana.page.getByRole("region", { name: "Scheduled" }).waitFor({ state: "detached" });
  await ana.shows(/^Saved\. Draft by/);
  expect(await ana.reads()).toContain("Welcome to Copper Pot");
  await ana.page.getByRole("link", { name: "History" }).click();
  await ana.shows("Called off");
  expect(house.complaints).toEqual([]);
}, 120_000);
