import { expect, test } from "vitest";
import { accountSid, authToken } from "../support/account.ts";
import { withBrowser } from "./with-browser.ts";

const { house: openHouse } = withBrowser();

test("an admin connects Twilio by keys: is told that the token is wrong, finds it out, leads a number here and back", async () => {
  const house = await openHouse();
  house.exchange.setNumber({ phoneNumber: "+12125550000", voiceUrl: "https://before.example/voice" });
  const page = await house.open("/settings/twilio");
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  await page.getByLabel("Account SID").focus();
  await page.keyboard.type(accountSid);
  await page.keyboard.press("Tab");
  await page.keyboard.type("a wrong one".replaceAll(" ", "-"));
  await page.keyboard.press("Enter");
  await page.getByText("The account SID or the auth token is wrong.").waitFor();
  await page.getByRole("textbox", { name: "Auth token" }).fill(authToken);
  await page.keyboard.press("Enter");
  await page.getByRole("note").getByText("The account is kept.").waitFor();
  expect(await page.content()).not.toContain(authToken);

  const findings = page.getByRole("list", { name: "What was found" });
  const checks = async (words: RegExp) => {
    await button("Check").focus();
    await page.keyboard.press("Enter");
    const said = findings.getByText(words).waitFor();
    for (let over = false; !over;) {
      await house.pass(0.5);
      over = await Promise.race([said.then(() => true), page.waitForTimeout(50).then(() => false)]);
    }
  };
  await checks(/its signature is right/);
  house.exchange.setStanding({ notDialled: ["US"] });
  await checks(/may not dial US/);
  house.exchange.setStanding({ notDialled: [], status: "suspended" });
  await checks(/has suspended the account/);
  house.exchange.setStanding({ status: "active" });

  await page.getByText("Leads to https://before.example/voice.").waitFor();
  await button("Lead +12125550000 here").click();
  await button("Lead it here").click();
  await page.getByText("Before: https://before.example/voice.").waitFor();
  await button("Lead +12125550000 back").click();
  await page.getByRole("dialog").getByRole("button", { name: "Lead it back" }).click();
  await page.getByText("Leads to https://before.example/voice.").waitFor();

  await button("Forget it").click();
  await page.getByRole("dialog").getByRole("button", { name: "Forget it" }).click();
  await page.getByText("None is connected").waitFor();
  expect(house.complaints.filter((words) => !/422/.test(words))).toEqual([]);
}, 240_000);
