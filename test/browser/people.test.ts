import { expect, test } from "vitest";
import { withBrowser } from "./with-browser.ts";

const { house: openHouse } = withBrowser();

test("an admin invites a lead, makes a token, and reads both in the log, by keys alone; the lead comes in by the link", async () => {
  const house = await openHouse();
  const page = await house.open("/settings/users");
  const dialog = page.getByRole("dialog");
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  const press = async (name: string) => {
    await button(name).last().focus();
    await page.keyboard.press("Enter");
  };
  await press("Invite somebody");
  await dialog.getByLabel("Name").focus();
  await page.keyboard.type("Lea");
  await page.keyboard.press("Tab");
  await page.keyboard.type("lea@example.com");
  await page.keyboard.press("Tab");
  await dialog.getByLabel("Role").selectOption("lead");
  await press("Invite");
  const link = await dialog.getByRole("textbox", { name: "Link" }).inputValue();
  await page.keyboard.press("Escape");
  await page.getByText("Invited, not come yet").waitFor();

  const { pathname, hash } = new URL(link);
  const lea = await house.open(pathname + hash);
  await lea.getByLabel("A password").fill("a kettle on the hob");
  await lea.keyboard.press("Enter");
  await lea.getByRole("heading", { name: "Overview" }).waitFor();
  await lea.getByRole("link", { name: "Settings" }).click();
  await lea.getByRole("heading", { name: "Emergency" }).waitFor();
  expect(await lea.getByRole("link", { name: "Users" }).count()).toBe(0);

  await page.reload();
  await press("Change Lea");
  await dialog.getByLabel("Name").fill("Lea Lind");
  await press("Save");
  await page.getByText("Lea Lind").first().waitFor();

  await page.getByRole("link", { name: "Tokens" }).focus();
  await page.keyboard.press("Enter");
  await press("Make a token");
  await dialog.getByLabel("Name").focus();
  await page.keyboard.type("the wallboard");
  await press("Make it");
  const secret = await dialog.getByRole("textbox", { name: "Token" }).inputValue();
  expect(secret).toMatch(/^hf_/);
  await page.keyboard.press("Escape");
  await page.getByText(/Good for read\..*never used/).waitFor();
  await press("Revoke the wallboard");
  await dialog.getByText("It cannot be brought back.").waitFor();
  await press("Revoke");
  await page.getByRole("heading", { name: "No program has a token" }).waitFor();

  await page.getByRole("link", { name: "Audit log" }).focus();
  await page.keyboard.press("Enter");
  await page.getByLabel("Month").fill("2026-11");
  await page.getByText("Demo admin invite user").waitFor();
  await page.getByLabel("About", { exact: true }).fill("wallboard");
  await page.getByText("Demo admin invite user").waitFor({ state: "detached" });
  await page.getByText("Demo admin revoke token").waitFor();
  expect(await page.content()).not.toContain(secret);
  expect(house.complaints).toEqual([]);
}, 240_000);
