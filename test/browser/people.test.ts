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

test("an admin sees where somebody is signed in, and who is disabled is shown the way in at once; all by keys", async () => {
  const house = await openHouse({ live: true });
  const first = new URL(house.firstLink ?? "");
  const page = await house.open(first.pathname + first.hash);
  await page.getByLabel("Your name").fill("Ida");
  await page.getByLabel("E-mail address").fill("ida@example.com");
  await page.getByLabel("A password").fill("a cup on the table");
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "Settings" }).click();
  await page.getByRole("link", { name: "Users" }).click();
  const dialog = page.getByRole("dialog");
  const press = async (name: string) => {
    await page.getByRole("button", { name, exact: true }).last().focus();
    await page.keyboard.press("Enter");
  };
  await press("Invite somebody");
  await dialog.getByLabel("Name").fill("Lea");
  await dialog.getByLabel("E-mail address").fill("lea@example.com");
  await press("Invite");
  const { pathname, hash } = new URL(await dialog.getByRole("textbox", { name: "Link" }).inputValue());
  await page.keyboard.press("Escape");
  const lea = await house.open(pathname + hash);
  await lea.getByLabel("A password").fill("a kettle on the hob");
  await lea.keyboard.press("Enter");
  await lea.getByRole("heading", { name: "Overview" }).waitFor();

  await lea.getByRole("link", { name: "Settings" }).click();
  await lea.getByRole("link", { name: "Account" }).focus();
  await lea.keyboard.press("Enter");
  await lea.getByText("This one").waitFor();
  await lea.getByLabel("Password now").fill("a kettle on the hob");
  await lea.getByLabel("A new password").fill("another kettle entirely");
  await lea.keyboard.press("Enter");
  await lea.getByText("The password is changed.").waitFor();

  await page.reload();
  await press("Sessions of Lea");
  await dialog.getByText(/Signed in .* from 127\.0\.0\.1/).waitFor();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  await press("Disable Lea");
  await dialog.getByText("comes in by no way until enabled again").waitFor();
  await press("Disable");
  await page.getByText("Disabled", { exact: true }).waitFor();
  await lea.getByRole("heading", { name: "Sign in" }).waitFor({ timeout: 20_000 });
  await lea.getByLabel("E-mail address").fill("lea@example.com");
  await lea.getByRole("textbox", { name: "Password" }).fill("another kettle entirely");
  await lea.keyboard.press("Enter");
  await lea.getByText("Your account is disabled. Ask an admin to enable it.").waitFor();

  await press("Enable Lea");
  await press("Enable");
  await page.getByRole("button", { name: "Disable Lea" }).waitFor();
  await lea.keyboard.press("Enter");
  await lea.getByRole("heading", { name: "Overview" }).waitFor();
}, 240_000);
