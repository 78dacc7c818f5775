import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { music, wavOf } from "../audio-api/music.ts";
import { phoneOn } from "./house.ts";
import { deskOn } from "./routing-page.ts";
import { withBrowser } from "./with-browser.ts";

const { house: openHouse } = withBrowser();

const upload = (page: Page, name: string, buffer: Buffer) =>
  page.getByLabel("Music files").setInputFiles({ name, mimeType: "audio/wav", buffer });

/** Drops a file that is no music where files are dropped. */
const dropped = (name: string) => `(() => {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File(["Do not forget the milk."], ${JSON.stringify(name)}));
  document
    .querySelector('[aria-label="Upload music"]')
    .dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
})()`;

test("an admin uploads a track, accepts a warning, lets a queue play it and publishes, and the next caller hears it", async () => {
  const house = await openHouse();
  const page = await house.open("/sound");
  await page.getByText("Nothing of yours yet").waitFor();
  await upload(page, "soft-rain.wav", wavOf(music(24, 16_000, 3, 0.002)));
  await page.getByRole("progressbar").waitFor();
  await page
    .getByRole("list", { name: "Warnings" })
    .getByText(/very soft/)
    .waitFor({ timeout: 60_000 });
  await page.getByRole("button", { name: "Listen first" }).click();
  await page.getByRole("listitem", { name: "soft rain" }).getByRole("button", { name: "Pause" }).waitFor();
  await page.getByRole("button", { name: "Use it all the same" }).click();
  await page.getByText("Stored: queues can play it").waitFor();

  const track = page.getByRole("region", { name: "Your music" }).getByRole("listitem", { name: "soft rain" });
  await track.getByText("No queue plays it").waitFor();
  await track.getByRole("slider").locator("svg").waitFor();
  await track.getByRole("button", { name: "Choices for soft rain" }).click();
  await page.getByRole("menuitemcheckbox", { name: "sales" }).click();
  await page.getByText("In the draft, sales plays soft rain first.").waitFor();
  await track.getByText("draft").waitFor();
  await page.getByRole("menuitem", { name: "Remove (queues play it)" }).waitFor();
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Publish it" }).click();
  const ana = deskOn(page);
  await ana.presses("Publish…");
  await ana.presses("Publish now");
  await ana.shows("The next caller hears it.");
  const tracks = await page.evaluate<{ readonly tracks: readonly { title: string; url: string }[] }>(
    "fetch('/api/audio/tracks').then((answer) => answer.json())",
  );
  const hash = /[0-9a-f]{16}/.exec(tracks.tracks.find(({ title }) => title === "soft rain")?.url ?? "")?.[0] ?? "none";
  const phones = await house.open("/phone");
  const phone = phoneOn(phones, house, "Caller 1", "+12125550301");
  const rep = phoneOn(phones, house, "Ana", "+12125550201");
  await rep.does(() => rep.frame.getByRole("button", { name: "Sign in" }).click());
  await phone.does(() => phone.frame.getByRole("button", { name: "Dial" }).click());
  await phone.hears(/Welcome/);
  await phone.does(() => phone.frame.getByRole("button", { name: "1", exact: true }).click());
  await phone.hears(/next in line/);
  const heard = () => house.exchange.phone("+12125550301").calls.flatMap((call) => call.heard.map(({ url }) => url));
  for (let passed = 0; passed < 60 && !heard().some((url) => url?.includes(hash)); passed++) await house.pass(1);
  expect(heard().some((url) => url?.includes(hash))).toBe(true);
  expect(house.complaints).toEqual([]);
}, 240_000);

test("a file that will not do is refused with what to do, and a track can be heard from any place by keys", async () => {
  const house = await openHouse();
  const page = await house.open("/sound");
  await upload(page, "notes.mp3", Buffer.from("Do not forget the milk."));
  await page
    .getByRole("listitem", { name: "notes" })
    .getByRole("alert")
    .getByText(/^This is not/)
    .waitFor();
  await page.getByRole("link", { name: "Overview" }).click();
  await page.getByRole("link", { name: "Sound" }).click();
  await page.getByText(/^This is not/).waitFor();
  await page.getByRole("button", { name: "Close", exact: true }).click();
  await page.evaluate(dropped("words.flac"));
  await page
    .getByRole("listitem", { name: "words" })
    .getByRole("alert")
    .getByText(/^This is not/)
    .waitFor();
  await page.getByRole("button", { name: "Close", exact: true }).click();

  await page.route("**/api/audio/uploads", () => undefined, { times: 1 });
  await upload(page, "regretted.wav", wavOf(music(24, 16_000)));
  const regretted = page.getByRole("listitem", { name: "regretted.wav" });
  await regretted.getByText("On its way to the server").waitFor();
  await regretted.getByRole("button", { name: "Cancel" }).click();
  await regretted.waitFor({ state: "detached" });
  await upload(page, "jingle.wav", wavOf(music(3, 16_000)));
  await page.getByText(/It lasts 3\.0 s; music on hold must last 20 s/).waitFor({ timeout: 60_000 });

  const lights = page.getByRole("listitem", { name: "Harbour Lights" });
  const slider = lights.getByRole("slider", { name: "Place in Harbour Lights" });
  await slider.focus();
  await page.keyboard.press("ArrowRight");
  await lights.getByRole("button", { name: "Pause Harbour Lights" }).waitFor();
  await expect.poll(() => slider.getAttribute("aria-valuetext")).toMatch(/^[5-9] seconds of 2 minutes$/);
  await lights.getByRole("button", { name: "Pause Harbour Lights" }).click();
  await lights.getByRole("button", { name: "Play Harbour Lights" }).waitFor();
  expect(house.complaints).toEqual([]);
}, 120_000);
