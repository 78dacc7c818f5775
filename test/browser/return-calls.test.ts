import { expect, test } from "vitest";
import { withBrowser } from "./with-browser.ts";

const { house: openHouse } = withBrowser();

test("an admin promises a return call, finds it by its number, moves it and cancels it, and reads what became of each word", async () => {
  const house = await openHouse();
  const page = await house.open("/return-calls");
  await page.getByText("No return calls are owed").waitFor();

  await page.getByRole("button", { name: "Promise one" }).click();
  const form = page.getByRole("dialog", { name: "Promise a return call" });
  await form.getByLabel("Number").fill("12");
  await form.getByLabel("Queue").selectOption("sales");
  await form.getByRole("button", { name: "Promise it" }).click();
  await form.getByText("That is no telephone number that can exist.").waitFor();
  await form.getByLabel("Number").fill("+1 212 555 0123");
  await form.getByLabel("When").selectOption({ label: "In a window" });
  const windows = form.getByLabel("Window");
  await windows.locator("option").nth(3).waitFor({ state: "attached" });
  await windows.selectOption({ index: 1 });
  await form.getByLabel("What for").fill("Whether the Hush comes in green");
  await form.getByRole("button", { name: "Promise it" }).click();

  await page.getByRole("heading", { level: 1, name: "+1 212 555 0123" }).waitFor();
  await page.getByText("Whether the Hush comes in green").waitFor();
  await page.getByText("The customer has not been rung yet.").waitFor();

  // Another window of the same browser sees it come and go without asking again.
  const list = await house.open("/return-calls");
  await list.getByLabel("Number or code").fill("555-0123");
  await list.getByRole("link", { name: /\+1 212 555 0123/ }).waitFor();
  await list.getByLabel("Number or code").fill("555-0199");
  await list.getByText("None like that").waitFor();
  await list.getByLabel("Number or code").fill("");
  await list.getByRole("link", { name: /\+1 212 555 0123/ }).waitFor();

  await page.getByRole("button", { name: "Move it" }).click();
  const moving = page.getByRole("dialog", { name: "Move it to another time" });
  await moving.getByLabel("Window").selectOption({ index: 2 });
  await moving.getByRole("button", { name: "Move it" }).click();
  await page.getByText(/^Moved by the office/).waitFor();

  await page.getByRole("button", { name: "Cancel it" }).click();
  await page
    .getByRole("dialog", { name: "Cancel this return call?" })
    .getByRole("button", { name: "Cancel it" })
    .click();
  await page.getByRole("heading", { level: 2, name: /^Cancelled by the office/ }).waitFor();
  await list.getByText("No return calls are owed").waitFor();
  await list.getByText("Closed", { exact: true }).click();
  await list.getByRole("link", { name: /\+1 212 555 0123.*Cancelled by the office/ }).waitFor();
  // The first number was none, which the API refused, and the browser notes.
  expect(house.complaints.filter((words) => !/422/.test(words))).toEqual([]);
}, 120_000);

test("a return call of which nothing is known says so, and leads back", async () => {
  const house = await openHouse();
  const page = await house.open("/return-calls/nothing");
  await page.getByRole("heading", { name: "There is no such return call" }).waitFor();
  await page.getByRole("link", { name: "All return calls" }).click();
  await page.getByText("No return calls are owed").waitFor();
}, 120_000);
