import { afterAll, beforeAll, expect, test } from "vitest";
import type { Browser } from "playwright-core";
import { openDesk } from "../audio-api/desk.ts";
import { openBrowser } from "./chromium.ts";

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

test("the API's page shows every part of it, asks nobody else for anything, and breaks no rule of its own", async () => {
  const desk = await openDesk({ demo: true });
  const page = await browser.newPage();
  const [elsewhere, faults]: [string[], string[]] = [[], []];
  page.on(
    "request",
    (asked) =>
      void (/^(data|blob):/.test(asked.url()) || asked.url().startsWith(desk.url) || elsewhere.push(asked.url())),
  );
  page.on("console", (said) => void (said.type() === "error" && faults.push(said.text())));
  page.on("pageerror", (error) => void faults.push(error.message));
  await page.goto(`${desk.url}/api/docs`);
  await page.getByText("Promises a return call, by the rules that hold on the phone.").waitFor();
  await page.getByText("Who changed what, when and from where").waitFor();
  // What is unfolded, tried and answered is drawn by the same rules.
  const floor = page.locator("#operations-Live-readFloor");
  await floor.getByText(/^How the lines, the reps and the return calls stand now/).click();
  await floor.getByText("Schema", { exact: true }).first().click();
  await floor.getByRole("button", { name: "Try it out" }).click();
  await floor.getByRole("button", { name: "Execute" }).click();
  await floor.getByRole("heading", { name: "Server response" }).waitFor();
  await floor
    .getByText(/"signedIn"/)
    .first()
    .waitFor();
  await page.getByRole("button", { name: "Authorize" }).first().click();
  await page.getByText("token (http, Bearer)").waitFor();
  expect({ elsewhere, faults }).toEqual({ elsewhere: [], faults: [] });
});
