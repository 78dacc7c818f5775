import { expect, test } from "vitest";
import { liveScreen } from "../../src/welcome.ts";
import { readEnvironment } from "../../src/environment.ts";
import { openDesk } from "../audio-api/desk.ts";
import { ida, openHouse, secretIn } from "./house.ts";
import { visitor } from "./visitor.ts";

const day = 24 * 3_600_000;

test("whoever reads the screen at the first start becomes the admin, and is signed in", async () => {
  const { admin } = await openHouse();
  expect((await admin.ask("GET", "/api/me")).body).toMatchObject({
    name: "Ida",
    email: "ida@example.com",
    role: "admin",
    demo: false,
  });
});

test("the link is on the screen and in no log, and each start prints another until there is an admin", async () => {
  const desk = await openDesk({});
  const before = desk.app.firstLink ?? "";
  const read = readEnvironment({});
  if ("faults" in read) throw new Error("an empty environment holds");
  expect(liveScreen([], desk.app, read.environment)).toContain(`\n  ${before}\n`);
  await desk.restart();
  const link = desk.app.firstLink ?? "";
  expect(desk.logged.join()).not.toContain(secretIn(before));
  const guest = visitor(() => desk.url);
  const come = (secret: string) => guest.ask("POST", "/api/first-user", { body: { secret, ...ida } });
  expect((await come(secretIn(before))).status).toBe(410);
  expect((await come(secretIn(link))).status).toBe(204);
  expect((await come(secretIn(link))).status).toBe(410);
  await desk.restart();
  expect(desk.app.firstLink).toBeUndefined();
  expect(liveScreen([], desk.app, read.environment)).not.toContain("sign-in");
});

test("of two who come at once with the link one becomes the admin", async () => {
  const desk = await openDesk({});
  const secret = secretIn(desk.app.firstLink);
  const come = (email: string) =>
    visitor(() => desk.url).ask("POST", "/api/first-user", { body: { ...ida, secret, email } });
  const answers = await Promise.all([come("ida@example.com"), come("eve@example.com")]);
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 410]);
});

test.each([
  [day - 1, 204],
  [day, 410],
])("%i ms after the start the link is answered with %i", async (later, status) => {
  let time = Date.UTC(2026, 10, 23, 15);
  const desk = await openDesk({ now: () => time });
  const secret = secretIn(desk.app.firstLink);
  time += later;
  const answer = await visitor(() => desk.url).ask("POST", "/api/first-user", { body: { secret, ...ida } });
  expect(answer.status).toBe(status);
});

test.each([
  [{ password: "short" }, "password"],
  [{ email: "ida" }, "email"],
  [{ name: " " }, "name"],
  [{ name: "Ida\nEve" }, "name"],
])("%j is refused by name, and the link stays good", async (differs, path) => {
  const desk = await openDesk({});
  const secret = secretIn(desk.app.firstLink);
  const guest = visitor(() => desk.url);
  const refused = await guest.ask("POST", "/api/first-user", { body: { secret, ...ida, ...differs } });
  expect(refused).toMatchObject({ status: 400, body: { errors: [{ path }] } });
  expect((await guest.ask("POST", "/api/first-user", { body: { secret, ...ida } })).status).toBe(204);
});
