import { argon2Sync } from "node:crypto";
import { describe, expect, test } from "vitest";
import { hashPassword, isOutdated, isPassword } from "../../src/web/people/password.ts";
import { hashOf } from "../../src/web/people/secret.ts";
import { ida, openHouse, signIn } from "./house.ts";

const hour = 3_600_000;
const secretOf = (cookie = "") => cookie.split("=")[1] ?? "";

describe("a session", () => {
  test("is opaque: what is kept does not open anything, nor does the log tell", async () => {
    const { desk, admin } = await openHouse();
    const secret = secretOf(admin.cookie);
    const kept = await desk.app.store.open("session");
    expect(kept).toHaveLength(1);
    expect(kept[0]?.id).toBe(hashOf(secret));
    expect(JSON.stringify([kept, desk.logged])).not.toContain(secret);
    expect((await admin.ask("GET", "/api/me", { headers: { Cookie: `session=${kept[0]?.id ?? ""}` } })).status).toBe(
      401,
    );
  });

  test("survives a restart", async () => {
    const { desk, admin } = await openHouse();
    await desk.restart();
    expect((await admin.ask("GET", "/api/me")).status).toBe(200);
  });

  test("gets a new secret at each signing in, and the one before is over: nobody can plant one", async () => {
    const { admin, browser } = await openHouse();
    const planted = "session=chosen-by-somebody-else";
    const victim = browser();
    victim.cookie = planted;
    expect(await signIn(victim)).toBe(204);
    expect(victim.cookie).not.toBe(planted);
    const before = admin.cookie ?? "";
    await signIn(admin);
    expect(admin.cookie).not.toBe(before);
    expect((await admin.ask("GET", "/api/me", { headers: { Cookie: before } })).status).toBe(401);
    expect((await admin.ask("GET", "/api/me")).status).toBe(200);
  });

  test("is over once it is signed out of, whoever kept the cookie", async () => {
    const { admin } = await openHouse();
    const cookie = admin.cookie ?? "";
    expect((await admin.ask("POST", "/api/sign-out")).status).toBe(204);
    expect(admin.cookie).toBeUndefined();
    expect((await admin.ask("GET", "/api/me", { headers: { Cookie: cookie } })).status).toBe(401);
  });

  test.each([
    ["12 hours without use", [12 * hour - 1, 12 * hour], [200, 401]],
    [
      "30 days, however much it is used",
      Array.from({ length: 67 }, () => 11 * hour),
      [...Array(65).fill(200), 401, 401],
    ],
  ])("is over after %s", async (_when, waits, statuses) => {
    let time = Date.UTC(2026, 10, 23, 15);
    const { admin } = await openHouse({ now: () => time });
    const seen: number[] = [];
    for (const wait of waits) {
      time += wait;
      seen.push((await admin.ask("GET", "/api/me")).status);
    }
    expect(seen).toEqual(statuses);
  });

  test.each([
    ["https://phone.example.com", "__Host-session", true],
    ["http://localhost:3000", "session", false],
  ])("at %s lies in the cookie %s, out of a script's reach", async (publicUrl, name, secure) => {
    const { browser } = await openHouse({ publicUrl });
    const answer = await browser().ask("POST", "/api/sign-in", { body: { email: ida.email, password: ida.password } });
    const [cookie = ""] = answer.headers["set-cookie"] ?? [];
    expect(cookie).toMatch(new RegExp(`^${name}=[\\w-]{43}; `));
    expect(cookie).toContain("; HttpOnly");
    expect(cookie).toContain("; SameSite=Lax");
    expect(cookie).toContain("; Path=/");
    expect(cookie).not.toContain("Domain");
    expect(cookie.includes("; Secure")).toBe(secure);
  });
});

describe("whoever guesses", () => {
  test("cannot tell an account that there is not from a wrong password", async () => {
    const { browser } = await openHouse();
    const guess = (email: string) =>
      browser().ask("POST", "/api/sign-in", { body: { email, password: "let me in, please" } });
    const [wrong, unknown] = [await guess(ida.email), await guess("eve@example.com")];
    expect([unknown.status, unknown.body]).toEqual([wrong.status, wrong.body]);
    expect(wrong.status).toBe(401);
  });

  test("from one address is stopped there, for the right password too, and told until when", async () => {
    const { browser } = await openHouse();
    const guesser = browser("198.51.100.1");
    const statuses: number[] = [];
    for (let at = 0; at < 11; at++) statuses.push(await signIn(guesser, ida.email, `guess number ${at}`));
    expect(statuses).toEqual([...Array(10).fill(401), 429]);
    const refused = await guesser.ask("POST", "/api/sign-in", { body: { email: ida.email, password: ida.password } });
    expect([refused.status, Number(refused.headers["retry-after"]) > 800]).toEqual([429, true]);
    expect(await signIn(browser("198.51.100.2"))).toBe(204);
  });

  test("at one account from many addresses stops it for strangers, and not where its owner signs in", async () => {
    const { browser } = await openHouse();
    await signIn(browser("192.0.2.7"));
    const statuses: number[] = [];
    for (let at = 0; at < 21; at++)
      statuses.push(await signIn(browser(`198.51.100.${at}`), ida.email, `guess number ${at}`));
    expect(statuses).toEqual([...Array(20).fill(401), 429]);
    expect([await signIn(browser("203.0.113.9")), await signIn(browser("192.0.2.7"))]).toEqual([429, 204]);
  });

  test("is not let off by many requests at once", async () => {
    const { browser } = await openHouse();
    const guesses = Array.from({ length: 15 }, (_, at) =>
      signIn(browser("198.51.100.1"), ida.email, `guess number ${at}`),
    );
    expect((await Promise.all(guesses)).toSorted((a, b) => a - b)).toEqual([
      ...Array(10).fill(401),
      ...Array(5).fill(429),
    ]);
  });
});

describe("a password", () => {
  test("is kept so that nobody can read it, and each time otherwise", async () => {
    const [one, other] = [await hashPassword("correct horse"), await hashPassword("correct horse")];
    expect(JSON.stringify(one)).not.toContain("correct");
    expect(one.hash).not.toBe(other.hash);
    expect([await isPassword("correct horse", one), await isPassword("correct horsf", one)]).toEqual([true, false]);
  });

  test("is the same however the keyboard composes its letters", async () => {
    expect(await isPassword("cafe\u0301 au lait", await hashPassword("caf\u00e9 au lait"))).toBe(true);
  });

  test("that was kept at other costs opens, and is kept at those of today from then on", async () => {
    const { desk, browser } = await openHouse();
    const [user] = await desk.app.store.open("user");
    if (!user?.password) throw new Error("Ida has a password");
    // A derivation at lower costs, made here as an older version would have.
    const salt = Buffer.from(user.password.salt, "base64url");
    const low = { memory: 1_024, passes: 2, parallelism: 1 };
    const hash = argon2Sync("argon2id", { ...low, message: ida.password, nonce: salt, tagLength: 32 });
    const before = { ...low, salt: user.password.salt, hash: hash.toString("base64url") };
    await desk.app.store.decide("user", user.id, () => ({ put: { ...user, password: before }, answer: null }));
    expect(isOutdated(before)).toBe(true);
    expect(await signIn(browser())).toBe(204);
    const kept = (await desk.app.store.get("user", user.id))?.password;
    expect(kept && isOutdated(kept)).toBe(false);
    expect(await signIn(browser())).toBe(204);
  });
});
