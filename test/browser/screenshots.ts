import { mkdir } from "node:fs/promises";
import type { Page } from "playwright-core";
import { openBrowser } from "./chromium.ts";
import { deskOn } from "./routing-page.ts";
import { openHouse, phoneOn, type House, type View } from "./house.ts";

const folder = "docs/screenshots";
const views: readonly View[] = [
  { width: 1280, scheme: "light" },
  { width: 390, scheme: "dark" },
];

/** A call in which Ana talks with one caller while another waits. */
async function line(page: Page, house: House): Promise<void> {
  const her = phoneOn(page, house, "Caller 1", "+12125550301");
  const him = phoneOn(page, house, "Caller 2", "+12125550302");
  const rep = phoneOn(page, house, "Ana", "+12125550201");
  const press = (phone: typeof her, name: string) =>
    phone.does(() => phone.frame.getByRole("button", { name, exact: true }).click());
  await page.getByRole("button", { name: "Add a caller" }).click();
  await press(rep, "Sign in");
  await press(her, "Dial");
  await her.hears(/Welcome/);
  await press(her, "1");
  await rep.rings();
  await page.screenshot({ path: `${folder}/ringing-${page.viewportSize()?.width ?? 0}.png` });
  await press(rep, "Answer");
  await rep.hears(/Press 1 to take/);
  await press(rep, "1");
  await her.talksWith("Ana");
  await her.frame.getByLabel("Say something as Caller 1").fill("Do you sell descalers?");
  await press(her, "Say it");
  await rep.shows("Do you sell descalers?");
  await press(him, "Dial");
  await him.hears(/Welcome/);
  await press(him, "1");
  await him.hears(/press star/i);
}

/** Return calls that are owed: reps' words, and a kept place. */
async function owe(page: Page): Promise<void> {
  const wishes = [
    { kind: "promised", queue: "support", number: "+12125550142", rep: "ana", by: "2026-11-23T15:30:00-05:00" },
    { kind: "promised", queue: "sales", number: "+12125550188", rep: "ben", by: "2026-11-23T12:00:00-05:00" },
    { kind: "place", queue: "sales", number: "+12125550165" },
  ];
  const notes = ["When the lid for the Hush kettle ships", "Whether a second base fits", undefined];
  for (const [at, wish] of wishes.entries())
    await page.evaluate(
      `fetch("/api/callbacks", { method: "POST", headers: { "content-type": "application/json" }, body: ${JSON.stringify(JSON.stringify({ ...wish, note: notes[at] }))} })`,
    );
}

/** A storm message that callers hear. */
async function sayStorm(page: Page): Promise<void> {
  await page
    .getByLabel("In English")
    .fill("We have a power cut and cannot look anything up. We expect to be back by noon.");
  await page.getByRole("button", { name: "Say it to callers" }).click();
  await page.getByRole("button", { name: "Say it now" }).click();
  await page.getByText("Being said").waitFor();
}

/** Forms of the routing, by the names of their pictures. */
const forms = {
  flow: "flow",
  business: "business",
  lines: "lines/0",
  menus: "menus/main",
  queues: "queues/sales",
  hours: "hours/every-day",
  reps: "reps",
  prompts: "prompts/wait-about",
  announcements: "announcements/quiet-kettle",
} as const;

async function pictureForms(house: House, view: View): Promise<void> {
  for (const [name, path] of Object.entries(forms)) {
    const page = await house.open(`/routing/${path}`, view);
    await page.getByRole("heading", { level: 2 }).first().waitFor();
    await page.screenshot({ path: `${folder}/${name}-${view.width}.png` });
    await page.context().close();
  }
}

await mkdir(folder, { recursive: true });
const browser = await openBrowser();
try {
  for (const view of views) {
    const ending = `${view.width}.png`;
    const house = await openHouse(browser);
    const signIn = await house.open("/sign-in#first=a-secret", view);
    await signIn.screenshot({ path: `${folder}/sign-in-${ending}` });
    const phones = await house.open("/phone", view);
    await line(phones, house);
    await phones.evaluate("window.scrollTo(0, 0)");
    await phones.screenshot({ path: `${folder}/telephones-${ending}` });
    await phones.getByRole("button", { name: "Webhooks and TwiML" }).click();
    await phones.locator("summary", { hasText: "gather" }).first().click();
    await phones.screenshot({ path: `${folder}/webhooks-${ending}` });
    const overview = await house.open("/", view);
    await overview.getByText("In a call").waitFor();
    await overview.screenshot({ path: `${folder}/overview-${ending}` });
    await owe(overview);
    const owed = await house.open("/return-calls", view);
    await owed.screenshot({ path: `${folder}/return-calls-${ending}` });
    await owed.getByRole("link", { name: /0142/ }).click();
    await owed.getByText("What was said").waitFor();
    await owed.screenshot({ path: `${folder}/return-call-${ending}` });
    const page = await house.open("/routing/text", view);
    const desk = deskOn(page);
    await desk.rewrites("Welcome", "Good day, and welcome");
    await desk.shows("Saved");
    await page.screenshot({ path: `${folder}/routing-${ending}` });
    const sound = await house.open("/sound", view);
    await sound.getByRole("listitem", { name: "Green Lane" }).locator("svg path").first().waitFor();
    await sound.screenshot({ path: `${folder}/sound-${ending}` });
    const hear = await house.open("/routing/hear", view);
    await hear.getByLabel("Way in").selectOption({ index: 1 });
    await hear.getByText("Our Hush kettle").waitFor();
    await hear.getByRole("slider").focus();
    await hear.keyboard.press("PageUp");
    await hear.keyboard.press("ArrowDown");
    await hear.screenshot({ path: `${folder}/hear-${ending}` });
    await pictureForms(house, view);
    const history = await house.open("/routing/history", view);
    await history.getByText("In force").first().waitFor();
    await history.screenshot({ path: `${folder}/history-${ending}` });
    const emergency = await house.open("/settings/emergency", view);
    await sayStorm(emergency);
    await emergency.screenshot({ path: `${folder}/emergency-${ending}` });
    for (const name of ["twilio", "users", "tokens", "limits", "audit"]) {
      const settings = await house.open(`/settings/${name}`, view);
      await settings
        .getByRole("status", { name: /^Loading/ })
        .first()
        .waitFor({ state: "detached" });
      await settings.screenshot({ path: `${folder}/${name}-${ending}` });
      await settings.context().close();
    }
    await house.close();
  }
} finally {
  await browser.close();
}
