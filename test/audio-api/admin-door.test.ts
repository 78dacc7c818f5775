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
