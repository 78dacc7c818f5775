import { describe, expect, test } from "vitest";
import { openDesk } from "../audio-api/desk.ts";
import { adminToken, giveToken } from "../support/admin-token.ts";
import { openHouse, signIn } from "./house.ts";
import { ask } from "./visitor.ts";

const bearer = (text: string) => ({ Authorization: `Bearer ${text}` });
const tracks = async (url: string, headers: Readonly<Record<string, string>>) =>
  (await ask(url, "GET", "/api/audio/tracks", { headers })).status;

describe("a program", () => {
  test.each<[string, Record<string, string>, number]>([
    ["with a token comes in", bearer(adminToken), 200],
    ["that writes the scheme in other letters comes in", { Authorization: `bearer ${adminToken}` }, 200],
    ["with another token stays out", bearer("hf_open-the-officf"), 401],
    ["with a longer one stays out", bearer(`${adminToken}!`), 401],
    ["with none stays out", {}, 401],
    ["with an empty one stays out", { Authorization: "Bearer " }, 401],
    ["with another scheme stays out", { Authorization: `Basic ${btoa(`admin:${adminToken}`)}` }, 401],
    ["with the token as a cookie stays out", { Cookie: `session=${adminToken}` }, 401],
  ])("%s", async (_name, headers, code) => {
    const desk = await openDesk({ token: true });
    expect(await tracks(desk.url, headers)).toBe(code);
  });

  test("whose token is wrong stays out on this machine too, in demo mode", async () => {
    const desk = await openDesk({ token: true, demo: true });
    expect(await tracks(desk.url, bearer("wrong"))).toBe(401);
  });

  test("that stays out is told how to come in", async () => {
    const desk = await openDesk({});
    expect(await desk.ask("tracks")).toMatchObject({
      status: 401,
      body: { title: "Unauthorized", detail: expect.stringContaining("bearer token") },
    });
  });

  test("whose token's time is over stays out", async () => {
    let time = Date.UTC(2026, 10, 23, 15);
    const desk = await openDesk({ token: true, now: () => time });
    const [token] = await desk.app.store.open("token");
    if (!token) throw new Error("there is a token");
    await desk.app.store.decide("token", token.id, () => ({ put: { ...token, expiresAt: time + 1 }, answer: null }));
    expect(await tracks(desk.url, bearer(adminToken))).toBe(200);
    time += 1;
    expect(await tracks(desk.url, bearer(adminToken))).toBe(401);
  });

  test.each([
    ["read", "GET", "/api/audio/tracks", 200],
    ["read", "DELETE", "/api/audio/tracks/none", 403],
    ["sound", "GET", "/api/audio/tracks", 200],
    ["sound", "DELETE", "/api/audio/tracks/none", 404],
    ["sound", "GET", "/api/callbacks", 403],
    ["callbacks", "GET", "/api/callbacks", 200],
    ["everything", "DELETE", "/api/audio/tracks/none", 404],
  ])("with a token for %s: %s %s is answered with %i", async (scope, method, path, status) => {
    const desk = await openDesk({});
    await giveToken(desk.app.store, "hf_scoped", [scope]);
    expect((await ask(desk.url, method, path, { headers: bearer("hf_scoped") })).status).toBe(status);
  });
});

describe("whoever guesses at tokens", () => {
  const from = (address: string, text: string) => ({ headers: { "X-Forwarded-For": address, ...bearer(text) } });

  test("is told when to try again, and the program comes in from elsewhere", async () => {
    const desk = await openDesk({ token: true });
    for (let at = 0; at < 10; at++) {
      expect(await desk.ask("tracks", from("192.0.2.1", `guess${at}`))).toMatchObject({ status: 401 });
    }
    const refused = await fetch(`${desk.url}/api/audio/tracks`, from("192.0.2.1", adminToken));
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("Retry-After"))).toBeGreaterThan(800);
    expect(await refused.json()).toMatchObject({ detail: "Too many wrong tokens. Try again in 15 min." });
    expect(await desk.ask("tracks", from("192.0.2.2", adminToken))).toMatchObject({ status: 200 });
  });

  test("does not stop a page that asks without one", async () => {
    const desk = await openDesk({ token: true });
    for (let at = 0; at < 20; at++) expect(await desk.ask("tracks")).toMatchObject({ status: 401 });
    expect(await desk.ask("tracks", { headers: bearer(adminToken) })).toMatchObject({ status: 200 });
  });

  test("cannot name an address of another's: the nearest that is not of this network counts", async () => {
    const desk = await openDesk({ token: true });
    for (let at = 0; at < 10; at++) await desk.ask("tracks", from(`203.0.113.${at}, 192.0.2.1, 10.0.0.7`, "guess"));
    const next = await desk.ask("tracks", from("203.0.113.99, 192.0.2.1, 10.0.0.7", "guess"));
    expect(next).toMatchObject({ status: 429 });
  });
});

describe("in demo mode, without signing in,", () => {
  test.each<[string, Record<string, string>, number]>([
    ["a program on this machine comes in", {}, 200],
    ["its own page comes in", { "Sec-Fetch-Site": "same-origin" }, 200],
    ["its page under another name of this machine comes in", { Host: "localhost:3000" }, 200],
    ["a page of another site stays out", { "Sec-Fetch-Site": "cross-site" }, 401],
    ["a page of another port's site stays out", { "Sec-Fetch-Site": "same-site" }, 401],
    ["a name that was made to lead here stays out", { Host: "holdfast.example" }, 401],
    ["a name that only begins like this machine's stays out", { Host: "localhost.example" }, 401],
  ])("%s", async (_name, headers, code) => {
    const desk = await openDesk({ demo: true });
    expect(await tracks(desk.url, headers)).toBe(code);
  });

  test("whoever sits at the machine is the demo's admin", async () => {
    const desk = await openDesk({ demo: true });
    expect((await ask(desk.url, "GET", "/api/me")).body).toMatchObject({
      name: "Demo admin",
      role: "admin",
      demo: true,
    });
  });
});

describe("a page of another site", () => {
  const change = { method: "POST", path: "/api/sign-out" };
  test.each<[string, Record<string, string>, number]>([
    ["the browser says so", { "Sec-Fetch-Site": "cross-site" }, 403],
    ["it is another name of the same domain", { "Sec-Fetch-Site": "same-site" }, 403],
    ["the browser names it", { "Sec-Fetch-Site": "", Origin: "https://evil.example" }, 403],
    ["the browser hides it", { "Sec-Fetch-Site": "", Origin: "null" }, 403],
    ["it has a name like ours", { "Sec-Fetch-Site": "", Origin: "http://127.0.0.1.evil.example" }, 403],
    ["nobody says", { "Sec-Fetch-Site": "" }, 403],
    ["it is ours, by its name", { "Sec-Fetch-Site": "", Origin: "own" }, 204],
    ["it is ours, as the browser says", {}, 204],
  ])("may change nothing with a cookie: %s", async (_how, headers, status) => {
    const { desk, admin } = await openHouse();
    const { Origin: origin, "Sec-Fetch-Site": site = "same-origin", ...rest } = headers;
    const told = {
      ...rest,
      Cookie: admin.cookie ?? "",
      ...(site === "" ? {} : { "Sec-Fetch-Site": site }),
      ...(origin === undefined ? {} : { Origin: origin === "own" ? desk.url : origin }),
    };
    expect((await ask(desk.url, change.method, change.path, { headers: told })).status).toBe(status);
    expect((await admin.ask("GET", "/api/me")).status).toBe(status === 403 ? 200 : 401);
  });

  test("cannot sign a browser in as somebody else", async () => {
    const { browser } = await openHouse();
    const victim = browser();
    const answer = await victim.ask("POST", "/api/sign-in", {
      headers: { "Sec-Fetch-Site": "cross-site" },
      body: { email: "ida@example.com", password: "correct horse battery" },
    });
    expect([answer.status, victim.cookie]).toEqual([403, undefined]);
  });

  test("is not asked about where a program comes with a token", async () => {
    const desk = await openDesk({ token: true });
    const headers = { ...bearer(adminToken), "Sec-Fetch-Site": "cross-site" };
    expect((await ask(desk.url, "DELETE", "/api/audio/tracks/none", { headers })).status).toBe(404);
  });
});

test("a person who is signed in comes in where only a token did before", async () => {
  const { desk, browser } = await openHouse();
  const other = browser();
  expect((await other.ask("GET", "/api/audio/tracks")).status).toBe(401);
  await signIn(other);
  expect((await other.ask("GET", "/api/audio/tracks")).status).toBe(200);
  expect((await ask(desk.url, "GET", "/api/callbacks", { headers: { Cookie: other.cookie ?? "" } })).status).toBe(200);
});
