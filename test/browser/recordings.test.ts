import { expect, test } from "vitest";
import { wavOf } from "../audio-api/music.ts";
import { spoken } from "../audio-api/spoken.ts";
import { phoneOn } from "./house.ts";
import { withBrowser } from "./with-browser.ts";

const { house: openHouse } = withBrowser();

const file = (name: string, seconds: number) => ({
  name,
  mimeType: "audio/wav",
  buffer: Buffer.from(wavOf(spoken(seconds))),
});

test("an admin uploads what somebody has spoken, has a prompt play it, and the next caller hears it", async () => {
  const house = await openHouse();
  const page = await house.open("/routing/prompts/main-menu");
  const english = page.getByRole("region", { name: "English" });
  await english.getByText("Recording", { exact: true }).click();
  await english.getByLabel("Upload one in English: file").setInputFiles(file("click.wav", 0.1));
  await english
    .getByRole("alert")
    .getByText(/hardly a word in it/)
    .waitFor();
  await english.getByLabel("Upload one in English: file").setInputFiles(file("Our welcome.wav", 3));
  await english.getByText(/^our-welcome-\w+\.wav is here, 3 s/).waitFor();
  const chosen = await english.getByLabel("Recording in English", { exact: true }).inputValue();
  expect(chosen).toMatch(/^our-welcome-/);
  await english.getByRole("button", { name: "Play the recording in English" }).click();
  await english.getByRole("button", { name: "Pause the recording in English" }).waitFor();
  await page.getByText(/^Saved\. Draft by/).waitFor();
  await page.getByText("It holds: it can be published.").waitFor();

  const sound = await house.open("/sound");
  const row = sound.getByRole("listitem", { name: chosen });
  await row.getByRole("link", { name: "prompts.en.main-menu" }).waitFor();
  expect(await row.getByRole("button", { name: "Remove" }).count()).toBe(0);
  await sound.getByLabel("Upload a recording: file").setInputFiles(file("spare.wav", 1));
  const spare = sound.getByRole("listitem", { name: /^spare-/ });
  await spare.getByText("No prompt plays it").waitFor();
  await spare.getByRole("button", { name: "Remove" }).click();
  await sound.getByRole("dialog").getByRole("button", { name: "Remove it" }).click();
  await spare.waitFor({ state: "detached" });

  await page.getByRole("button", { name: "Publish…" }).click();
  await page.getByRole("button", { name: "Publish now" }).click();
  await page.getByText("The next caller hears it.").first().waitFor();
  const phone = phoneOn(await house.open("/phone"), house, "Caller 1", "+12125550301");
  await phone.does(() => phone.frame.getByRole("button", { name: "Dial" }).click());
  const heard = () =>
    house.exchange.phone("+12125550301").calls.flatMap((call) => call.heard.map(({ url = "" }) => url));
  await expect
    .poll(async () => {
      await house.pass(1);
      return heard().some((url) => url.endsWith(`/audio/recorded/${chosen}`));
    })
    .toBe(true);
  expect(house.complaints.filter((words) => !/422/.test(words))).toEqual([]);
}, 240_000);
