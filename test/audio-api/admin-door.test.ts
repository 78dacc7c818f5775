import { request } from "node:http";
import { describe, expect, test } from "vitest";
import { openDesk } from "./desk.ts";

const password = "correct horse battery";
const bearer = (text: string) => ({ Authorization: `Bearer ${text}` });

/** Asks for the tracks with headers that fetch would not send. */
function status(url: string, headers: Readonly<Record<string, string>>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(`${url}/api/audio/tracks`, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.on("error", reject);
    asked.end();
  });
}

describe("with ADMIN_PASSWORD set", () => {
  test.each<[string, Record<string, string>, number]>([
    ["the password comes in", bearer(password), 200],
    ["the scheme in other letters comes in", { Authorization: `bearer ${password}` }, 200],
    ["another password stays out", bearer("correct horse batterx"), 401],
    ["a longer one stays out", bearer(`${password}!`), 401],
    ["none stays out", {}, 401],
    ["another scheme stays out", { Authorization: `Basic ${btoa(`admin:${password}`)}` }, 401],
  ])("%s", async (_name, headers, code) => {
    const desk = await openDesk({ adminPassword: password });
    expect(await status(desk.url, headers)).toBe(code);
  });

  test("this machine is asked for it too, in demo mode", async () => {
    const desk = await openDesk({ adminPassword: password, demo: true });
    expect(await status(desk.url, {})).toBe(401);
  });

  test("whoever stays out is told how to come in", async () => {
    const desk = await openDesk({ adminPassword: password });
    expect(await desk.ask("tracks")).toMatchObject({
      status: 401,
      body: { title: "Unauthorized", detail: expect.stringContaining("bearer token") },
    });
  });
});

describe("whoever guesses", () => {
  const from = (address: string, text: string) => ({ headers: { "X-Forwarded-For": address, ...bearer(text) } });

  test("is told when to try again, and the admin comes in from elsewhere", async () => {
    const desk = await openDesk({ adminPassword: password });
    for (let at = 0; at < 10; at++) {
      expect(await desk.ask("tracks", from("192.0.2.1", `guess ${at}`))).toMatchObject({ status: 401 });
    }
    const refused = await fetch(`${desk.url}/api/audio/tracks`, from("192.0.2.1", password));
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("Retry-After"))).toBeGreaterThan(800);
    expect(await refused.json()).toMatchObject({ detail: "Too many wrong passwords. Try again in 15 min." });
    expect(await desk.ask("tracks", from("192.0.2.2", password))).toMatchObject({ status: 200 });
  });

  test("is not let off by many requests at once", async () => {
    const desk = await openDesk({ adminPassword: password });
    const asked = Array.from({ length: 40 }, (_, at) => desk.ask("tracks", from("192.0.2.1", `guess ${at}`)));
    const answers = (await Promise.all(asked)).map(({ status: code }) => code).toSorted((a, b) => a - b);
    expect(answers).toEqual([...Array(10).fill(401), ...Array(30).fill(429)]);
  });

  test("does not stop a page that asks without a password", async () => {
    const desk = await openDesk({ adminPassword: password });
    for (let at = 0; at < 20; at++) expect(await desk.ask("tracks")).toMatchObject({ status: 401 });
    expect(await desk.ask("tracks", { headers: bearer(password) })).toMatchObject({ status: 200 });
  });

  test("cannot name an address of another's: the nearest that is not of this network counts", async () => {
    const desk = await openDesk({ adminPassword: password });
    for (let at = 0; at < 10; at++) await desk.ask("tracks", from(`203.0.113.${at}, 192.0.2.1, 10.0.0.7`, "guess"));
    const next = await desk.ask("tracks", from("203.0.113.99, 192.0.2.1, 10.0.0.7", "guess"));
    expect(next).toMatchObject({ status: 429 });
  });
});

describe("without a password", () => {
  test("nobody comes in with an account, and is told to set one", async () => {
    const desk = await openDesk({});
    const { status: code, body } = await desk.ask("tracks", { headers: bearer("undefined") });
    expect([code, body]).toEqual([401, expect.objectContaining({ detail: expect.stringContaining("ADMIN_PASSWORD") })]);
  });

  test.each<[string, Record<string, string>, number]>([
    ["a program on this machine comes in", {}, 200],
    ["its own page comes in", { "Sec-Fetch-Site": "same-origin" }, 200],
    ["its page under another name of this machine comes in", { Host: "localhost:3000" }, 200],
    ["a page of another site stays out", { "Sec-Fetch-Site": "cross-site" }, 401],
    ["a name that was made to lead here stays out", { Host: "holdfast.example" }, 401],
    ["a name that only begins like this machine's stays out", { Host: "localhost.example" }, 401],
  ])("in demo mode %s", async (_name, headers, code) => {
    const desk = await openDesk({ demo: true });
    expect(await status(desk.url, headers)).toBe(code);
  });
});
