import { expect, test } from "vitest";
import { phoneOn } from "./house.ts";
import { deskOn } from "./routing-page.ts";
import { withBrowser } from "./with-browser.ts";

const { house: openHouse } = withBrowser();

test("what an admin types is the draft at once, and what it changes stands beside it", async () => {
  const house = await openHouse();
  const ana = deskOn(await house.open("/routing/text"));
  await ana.shows("This is what is in force.");
  await ana.rewrites("Welcome to {business}", "Welcome to Copper Pot");
  await ana.shows(/^Saved\. Draft by Demo admin/);
  await ana.page.getByRole("link", { name: "Prompt main-menu, English" }).waitFor();
  await ana.page.reload();
  await ana.shows(/^Saved\. Draft by Demo admin/);
  expect(await ana.reads()).toContain("Welcome to Copper Pot");
  expect(house.complaints).toEqual([]);
}, 120_000);

test("a fault leads to its place in the text", async () => {
  const house = await openHouse();
  const ana = deskOn(await house.open("/routing/text"));
  await ana.rewrites('"menu": "support"', '"menu": "suport"');
  const fault = ana.page.getByRole("link", { name: /did you mean "support"/ });
  await fault.first().click();
  await ana.page.keyboard.insertText('"menu');
  await ana.shows(/^Not saved: line \d+ is no JSON/);
}, 120_000);

test("what is no JSON yet waits in the browser, through a reload as well", async () => {
  const house = await openHouse();
  const ana = deskOn(await house.open("/routing/text"));
  await ana.rewrites('"Bright Kettle"', '"Copper Pot');
  await ana.shows(/is no JSON. It is kept in this browser/);
  await ana.page.reload();
  await ana.shows(/is no JSON. It is kept in this browser/);
  await ana.rewrites("Copper Pot", 'Copper Pot"');
  await ana.shows(/^Saved\. Draft by/);
}, 120_000);

test("of two admins who type at once the second is told, and can have both or theirs", async () => {
  const house = await openHouse();
  const [ana, ben] = [deskOn(await house.open("/routing/text")), deskOn(await house.open("/routing/text"))];
  await ben.rewrites('"Bright Kettle"', '"Tin Cup');
  await ben.shows(/is no JSON/);
  await ana.rewrites("Welcome to {business}", "Welcome to Copper Pot");
  await ana.shows(/^Saved\. Draft by/);
  await ben.rewrites("Tin Cup", 'Tin Cup"');
  await ben.shows(/changed the draft/);
  await ben.presses("Bring both together");
  await ben.shows(/^Saved\. Draft by/);
  const text = await ben.reads();
  expect(text).toContain("Welcome to Copper Pot");
  expect(text).toContain('"name": "Tin Cup"');
}, 120_000);

test("what an admin publishes the next caller's telephone says, and one click brings back what was before", async () => {
  const house = await openHouse();
  const ana = deskOn(await house.open("/routing/text"));
  await ana.rewrites("Welcome to {business}", "Welcome to Copper Pot");
  await ana.shows(/^Saved\. Draft by/);
  await ana.presses("Publish…");
  await ana.page.getByLabel("Note").fill("A new name");
  await ana.presses("Publish now");
  await ana.shows("The next caller hears it.");
  await ana.shows("A new name");

  const phone = phoneOn(await house.open("/phone"), house, "Caller 1", "+12125550301");
  const dials = () => phone.does(() => phone.frame.getByRole("button", { name: "Dial" }).click());
  await dials();
  await phone.hears(/Welcome to Copper Pot/);
  await phone.does(() => phone.frame.getByRole("button", { name: "Hang up" }).click());

  await ana.presses("Undo");
  await ana.shows("What was in force before is in force again.");
  await ana.shows(/rolled back by Demo admin/);
  expect(await ana.reads()).toContain("Welcome to {business}");
}, 240_000);

test("the history names who put what in force, and brings an edition of before back once that is confirmed", async () => {
  const house = await openHouse();
  const ana = deskOn(await house.open("/routing/text"));
  await ana.rewrites("Welcome to {business}", "Welcome to Copper Pot");
  await ana.shows(/^Saved\. Draft by/);
  await ana.presses("Publish…");
  await ana.presses("Publish now");
  await ana.shows("The next caller hears it.");
  await ana.page.getByRole("link", { name: "History" }).click();
  await ana.presses("Roll back to this");
  await ana.page.getByRole("dialog").getByText("Prompt main-menu, English").waitFor();
  await ana.presses("Roll back now");
  await ana.shows(/rolled back by Demo admin/);
  expect(house.complaints).toEqual([]);
}, 240_000);
