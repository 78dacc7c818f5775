import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { House } from "./house.ts";
import { withBrowser } from "./with-browser.ts";

const { house: openHouse } = withBrowser();

const password = "a kettle on the hob";

/** The first admin's page. */
async function adminOf(house: House): Promise<Page> {
  const { pathname, hash } = new URL(house.firstLink ?? "");
  const page = await house.open(pathname + hash);
  await page.getByLabel("Your name").fill("Ida");
  await page.getByLabel("E-mail address").fill("ida@example.com");
  await page.getByLabel("A password").fill(password);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Overview" }).waitFor();
  return page;
}

/** Somebody of a role who has come in by a link of the admin's, and what was refused to them since. */
async function comesAs(house: House, admin: Page, said: { readonly role: string; readonly rep?: string }) {
  const body = { name: `The ${said.role}`, email: `${said.role}-${said.rep ?? ""}@example.com`, ...said };
  const made = await admin.request.post(new URL("/api/users", admin.url()).href, {
    data: body,
    headers: { Origin: new URL(admin.url()).origin },
  });
  const { link } = (await made.json()) as { readonly link: { readonly url: string } };
  const { pathname, hash } = new URL(link.url);
  const page = await house.open(pathname + hash);
  await page.getByLabel("A password").fill(password);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Overview" }).waitFor();
  const refused: string[] = [];
  page.on("response", (answer) => {
    if (answer.status() === 403) refused.push(`${answer.request().method()} ${new URL(answer.url()).pathname}`);
  });
  const goes = async (path: string) => {
    await page.goto(new URL(path, page.url()).href);
    await page.getByRole("heading", { level: 1 }).waitFor();
  };
  return { page, refused, goes };
}

const onlyAdmins = "Only an admin may change this.";

test("a viewer reads all of the routing, the sound and the switches, is told who may change them, and is refused nothing", async () => {
  const house = await openHouse({ live: true });
  const admin = await adminOf(house);
  const { page, refused, goes } = await comesAs(house, admin, { role: "viewer" });
  const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true });

  await goes("/routing/business");
  await page.getByRole("note").getByText(onlyAdmins).waitFor();
  await page.getByText("This is what is in force.", { exact: true }).waitFor();
  expect(await page.getByRole("textbox", { name: "Name", exact: true }).first().isDisabled()).toBe(true);
  expect([await button(/^Publish/).count(), await button("Undo").count()]).toEqual([0, 0]);

  await goes("/routing/queues");
  await page.getByRole("link", { name: /sales/ }).first().waitFor();
  expect(await button("Add a queue").count()).toBe(0);
  await page.getByRole("link", { name: /sales/ }).last().click();
  await page.getByRole("heading", { level: 2 }).first().waitFor();
  expect([await button("Rename").count(), await button("Remove").count()]).toEqual([0, 0]);
  expect(await page.locator("#section :is(input, textarea, select):enabled").count()).toBe(0);

  await goes("/routing/hours/every-day");
  await page.getByRole("heading", { level: 2 }).first().waitFor();
  const week = page.locator("#section fieldset").first();
  await week.scrollIntoViewIfNeeded();
  const box = await week.boundingBox();
  await page.mouse.move((box?.x ?? 0) + 200, (box?.y ?? 0) + 200);
  await page.mouse.down();
  await page.mouse.move((box?.x ?? 0) + 320, (box?.y ?? 0) + 200);
  await page.mouse.up();
  await page.getByText("Nothing: it says what is in force.").waitFor();

  await goes("/routing/text");
  const text = page.locator(".cm-content");
  await text.click();
  const before = await text.innerText();
  await page.keyboard.type("x");
  expect(await text.innerText()).toBe(before);

  for (const path of ["/routing/history", "/sound"]) {
    await goes(path);
    await page.getByRole("note").getByText(onlyAdmins).waitFor();
  }
  await goes("/settings");
  await page.getByRole("note").getByText("Only a lead or an admin may change this.").waitFor();
  expect(await button("Stop offering").isDisabled()).toBe(true);
  expect(await page.getByRole("navigation", { name: "Settings" }).getByRole("link").allInnerTexts()).toEqual([
    "Emergency",
    "Account",
  ]);
  expect(refused).toEqual([]);
  const draft = await admin.request.get(new URL("/api/routing/draft", admin.url()).href);
  expect(draft.status()).toBe(404);
}, 240_000);

test("a rep sees the return calls of their own, and promises by their own word alone", async () => {
  const house = await openHouse({ live: true });
  const admin = await adminOf(house);
  const nobodys = await comesAs(house, admin, { role: "rep" });
  await nobodys.goes("/return-calls");
  await nobodys.page.getByText("Your account is no rep’s yet").waitFor();

  const { page, refused, goes } = await comesAs(house, admin, { role: "rep", rep: "ana" });
  await goes("/return-calls");
  await page.getByText("No return calls are owed").waitFor();
  await page.getByRole("button", { name: "Promise one" }).click();
  const dialog = page.getByRole("dialog");
  expect(await dialog.getByLabel("When").locator("option").allInnerTexts()).toEqual(["By a time, on a rep’s word"]);
  expect(await dialog.getByLabel("Rep", { exact: true }).locator("option").allInnerTexts()).toEqual([
    "Choose a rep",
    "Ana",
  ]);
  await page.keyboard.press("Escape");
  await goes("/routing/reps/ana");
  await page.getByRole("note").getByText(onlyAdmins).waitFor();
  await goes("/settings");
  expect(await page.getByRole("navigation", { name: "Settings" }).getByRole("link").allInnerTexts()).toEqual([
    "Emergency",
    "Account",
  ]);
  expect(refused).toEqual([]);
}, 240_000);
