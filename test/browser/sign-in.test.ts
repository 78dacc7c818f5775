import { expect, test } from "vitest";
import { withBrowser } from "./with-browser.ts";

const { house: openHouse } = withBrowser();

const ida = { name: "Ida", email: "ida@example.com", password: "a kettle on the hob" };

test("the first admin comes by the link, leaves no secret behind, signs out and in again", async () => {
  const house = await openHouse({ live: true });
  const { pathname, hash } = new URL(house.firstLink ?? "");
  const page = await house.open(pathname + hash);
  await page.getByLabel("Your name").fill(ida.name);
  await page.getByLabel("E-mail address").fill(ida.email);
  await page.getByLabel("A password").fill(ida.password);
  expect(page.url()).not.toContain("#");
  await page.getByRole("button", { name: "Make my account" }).click();
  await page.getByRole("heading", { name: "Overview" }).waitFor();
  await page.getByText("ida@example.com").waitFor();
  expect(await page.getByRole("link", { name: "Telephones" }).count()).toBe(0);

  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
  await page.getByLabel("E-mail address").fill(ida.email);
  await page.getByRole("textbox", { name: "Password" }).fill("something else entirely");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("alert").waitFor();
  await page.getByRole("textbox", { name: "Password" }).fill(ida.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { name: "Overview" }).waitFor();
}, 120_000);

test("whoever is not signed in is shown the way in, and a used link says that it is", async () => {
  const house = await openHouse({ live: true });
  const page = await house.open("/");
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
  expect(new URL(page.url()).pathname).toBe("/sign-in");
  const late = await house.open("/sign-in#invitation=long-gone");
  await late.getByText("This link leads nowhere").waitFor();
}, 120_000);
