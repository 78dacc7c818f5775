import { expect, test } from "vitest";
import type { House } from "./house.ts";
import { withBrowser } from "./with-browser.ts";

const { house: openHouse } = withBrowser();

const day = 86_400;

/** Asks the API from the page of an admin. */
async function asks(house: House, method: string, path: string, body: object = {}): Promise<{ readonly id: string }> {
  const page = await house.open("/");
  const how = { method, headers: { "content-type": "application/json", "If-Match": "*" }, body: JSON.stringify(body) };
  const asked = `fetch(${JSON.stringify(path)}, ${JSON.stringify(how)})`;
  const answer = await page.evaluate<{ id: string }>(`${asked}.then((one) => (one.status === 204 ? {} : one.json()))`);
  await page.context().close();
  return answer;
}

test("an admin sees what is used of today's limits, and by keys alone has what is over erased once it was shown how much that is", async () => {
  const house = await openHouse();
  const wish = { kind: "place", queue: "sales", number: "+12125550165" };
  const { id } = await asks(house, "POST", "/api/callbacks", wish);
  await asks(house, "DELETE", `/api/callbacks/${id}`);
  await house.pass(20 * day);
  await asks(house, "POST", "/api/callbacks", { ...wish, number: "+12125550142" });

  const page = await house.open("/settings");
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  const press = async (name: string) => {
    await button(name).focus();
    await page.keyboard.press("Enter");
  };
  await page.getByLabel("In English").waitFor();
  await page.getByRole("link", { name: "Limits and retention" }).focus();
  await page.keyboard.press("Enter");
  const meter = page.getByRole("meter", { name: "Calls for sales" });
  await meter.waitFor();
  expect(await meter.getAttribute("aria-valuetext")).toMatch(/^1 of \d+ calls$/);
  await page.getByText("Nothing is set: all of it is kept for ever.").waitFor();
  expect(await button("See what goes").isDisabled()).toBe(true);

  const records = page.getByLabel("Calls and return calls that are over");
  await records.focus();
  await page.keyboard.type("3");
  await page.keyboard.press("Enter");
  await page.getByText(/^At least 14 days: a case may come back/).waitFor();
  await page.keyboard.press("Backspace");
  await page.keyboard.type("14");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Erase this?" });
  await dialog.getByRole("row", { name: /^Return calls 1 Nov 23, 2026$/ }).waitFor();
  await dialog.getByText("Nobody can bring it back.").waitFor();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  await page.reload();
  expect(await records.inputValue()).toBe("");

  await records.focus();
  await page.keyboard.type("14");
  await page.keyboard.press("Enter");
  await dialog.waitFor();
  await press("Erase it for good");
  await page.getByText("Saved. What is older is being erased.").waitFor();
  await house.pass(1);
  await page.reload();
  await page.getByText(/^Last gone by/).waitFor();
  expect(await records.inputValue()).toBe("14");

  await page.getByLabel("The audit log").focus();
  await page.keyboard.type("400");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: "Nothing is old enough to go now" }).waitFor();
  await press("Save");
  await page.getByText("Saved.", { exact: true }).waitFor();

  await page.getByRole("link", { name: "Audit log", exact: true }).focus();
  await page.keyboard.press("Enter");
  await page.getByLabel("Month").fill("2026-12");
  await page.getByText("Holdfast go by retention").waitFor();
  await page.getByText("records: none → 14").waitFor();
  expect(house.complaints.filter((one) => !one.includes("422"))).toEqual([]);
}, 240_000);

test("of two admins who change it at once the second is told of the first, and loses nothing typed", async () => {
  const house = await openHouse();
  const [one, other] = [await house.open("/settings/limits"), await house.open("/settings/limits")];
  for (const [page, days] of [
    [one, "60"],
    [other, "90"],
  ] as const) {
    await page.getByLabel("Recordings at Twilio").fill(days);
    await page.getByRole("button", { name: "See what goes" }).click();
    await page.getByRole("dialog").waitFor();
  }
  await one.getByRole("button", { name: "Save", exact: true }).click();
  await one.getByRole("dialog").waitFor({ state: "detached" });
  await other.getByRole("button", { name: "Save", exact: true }).click();
  await other.getByText("Somebody else has changed it since you read it. Read it again.").waitFor();
  await other.getByRole("button", { name: "Not now" }).click();
  expect(await other.getByLabel("Recordings at Twilio").inputValue()).toBe("90");
}, 240_000);

test("an admin has a number forgotten by keys alone, and is told first what stands in the way", async () => {
  const house = await openHouse();
  const { id } = await asks(house, "POST", "/api/callbacks", { kind: "place", queue: "sales", number: "+12125550165" });
  const page = await house.open("/settings/limits");
  const field = page.getByLabel("The caller’s number");
  const dialog = page.getByRole("dialog", { name: "Forget +12125550165?" });
  const forgets = async (number: string) => {
    await field.focus();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type(number);
    await page.keyboard.press("Enter");
    await dialog.getByText("Nobody can bring it back.").waitFor();
    await dialog.getByRole("button", { name: "Forget it for good" }).focus();
    await page.keyboard.press("Enter");
    await dialog.waitFor({ state: "detached" });
  };
  await forgets("+1 (212) 555-0165");
  await page.getByText(/^A return call is owed to this number, with the receipt \d{6}\./).waitFor();
  await asks(house, "DELETE", `/api/callbacks/${id}`);
  await forgets("+12125550165");
  await page.getByText(/^Forgotten\. 1 record tells nothing of it any more\.$/).waitFor();
  expect(await field.inputValue()).toBe("");
  expect(house.complaints.filter((one) => !one.includes("409"))).toEqual([]);
}, 240_000);
