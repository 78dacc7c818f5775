import { expect, test } from "vitest";
import { phoneOn } from "./house.ts";
import { withBrowser } from "./with-browser.ts";

const { house: openHouse } = withBrowser();

test("in an emergency somebody says so to callers by keys alone: the next one hears it, every page shows it, and it is taken back", async () => {
  const house = await openHouse();
  const page = await house.open("/");
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  const confirm = (name: string) => page.getByRole("dialog").getByRole("button", { name, exact: true });
  await page.keyboard.press("g");
  await page.keyboard.press(",");
  await page.getByLabel("In English").focus();
  expect(await button("Say it to callers").isDisabled()).toBe(true);
  await page.keyboard.type("We have a power cut. We know of it.");
  await button("Say it to callers").focus();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").getByText("We have a power cut").waitFor();
  await confirm("Say it now").focus();
  await page.keyboard.press("Enter");
  const bar = page.getByRole("complementary", { name: "Emergency" });
  await bar.getByText("Callers hear a storm message first.").waitFor();
  await page.getByText(/^Since .+, by Demo admin\.$/).waitFor();

  const phones = await house.open("/phone");
  await phones.getByRole("complementary", { name: "Emergency" }).waitFor();
  const her = phoneOn(phones, house, "Caller 1", "+12125550301");
  await her.does(() => her.frame.getByRole("button", { name: "Dial" }).click());
  await her.hears(/We have a power cut/);
  await her.hears(/Welcome/);

  await button("Stop placing").click();
  await page
    .getByRole("dialog")
    .getByText(/No person is owed a return call/)
    .waitFor();
  await confirm("Stop placing").click();
  await bar.getByText("No return call is offered or placed.").waitFor();
  await button("Stop saying it").click();
  await page.getByText("Whoever calls from now on hears the usual greeting.").waitFor();
  await confirm("Stop saying it").click();
  await button("Place them again").click();
  await confirm("Place them again").click();
  await bar.waitFor({ state: "detached" });
  expect(await page.getByLabel("In English").inputValue()).toContain("power cut");
  expect(house.complaints).toEqual([]);
}, 180_000);
