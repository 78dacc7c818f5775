import type { Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";
import { openIssuer, type TestIssuer } from "../support/issuer.ts";
import { withBrowser } from "./with-browser.ts";
import type { House } from "./house.ts";

const { house: openHouse } = withBrowser();

const ida = { name: "Ida", email: "ida@example.com", password: "a kettle on the hob" };

async function openOffice(more: Partial<TestIssuer["settings"]> = {}) {
  const issuer = await openIssuer();
  onTestFinished(issuer.close);
  issuer.accounts.set("ida-1", { email: ida.email, email_verified: true, name: "Ida" });
  return { issuer, house: await openHouse({ live: true, oidc: { ...issuer.settings, ...more } }) };
}

/** The first admin, who comes by the link of the start. */
async function becomesAdmin(house: House): Promise<Page> {
  const { pathname, hash } = new URL(house.firstLink ?? "");
  const page = await house.open(pathname + hash);
  await page.getByLabel("Your name").fill(ida.name);
  await page.getByLabel("E-mail address").fill(ida.email);
  await page.getByLabel("A password").fill(ida.password);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Overview" }).waitFor();
  return page;
}

test("somebody signs in on the issuer's own page, by keys alone; who turns back or is unknown is told what to do", async () => {
  const { issuer, house } = await openOffice();
  await (await becomesAdmin(house)).context().close();
  const page = await house.open("/");
  const goes = async () => {
    await page.getByRole("link", { name: "Sign in with Example ID" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Example ID" }).waitFor();
  };
  await goes();
  await page.getByRole("button", { name: "Turn back" }).click();
  await page.getByRole("alert").getByText("You turned back at Example ID.").waitFor();
  expect(new URL(page.url()).search).toBe("");

  issuer.accounts.set("eve-1", { email: "eve@example.com", email_verified: true });
  await goes();
  await page.getByLabel("Name").fill("eve-1");
  await page.keyboard.press("Enter");
  await page.getByText("Nobody here has the e-mail address that you have at Example ID").waitFor();

  await page.context().clearCookies();
  await goes();
  await page.getByLabel("Name").fill("ida-1");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Overview" }).waitFor();
  await page.getByText("ida@example.com").waitFor();
  // That nobody is signed in yet is an answer, though a browser complains of it.
  expect(house.complaints.filter((complaint) => !complaint.includes("401"))).toEqual([]);
}, 120_000);

test("where people sign in by the issuer alone there is no password to write, and one that does not answer is said to", async () => {
  const { issuer, house } = await openOffice({ only: true });
  const page = await house.open("/");
  await page.getByRole("link", { name: "Sign in with Example ID" }).waitFor();
  expect(await page.getByLabel("E-mail address").count()).toBe(0);
  issuer.isDown = true;
  await house.pass(61);
  await page.getByRole("alert").getByText("Example ID does not answer now.").waitFor({ timeout: 20_000 });
  issuer.isDown = false;
  await house.pass(6);
  await page.getByRole("alert").waitFor({ state: "detached", timeout: 20_000 });
  expect(house.complaints.filter((complaint) => !complaint.includes("401"))).toEqual([]);
}, 120_000);
