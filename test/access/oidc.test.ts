import { describe, expect, onTestFinished, test } from "vitest";
import { openIssuer, type TestIssuer } from "../support/issuer.ts";
import type { DeskOptions } from "../audio-api/desk.ts";
import { ida, openHouse, secretIn, signIn, type House } from "./house.ts";
import { wanderer, type Wanderer } from "./wanderer.ts";

type Line = { readonly what: string; readonly by: { readonly name: string }; readonly did?: object };
type Office = House & {
  readonly issuer: TestIssuer;
  /** Comes in as somebody at the issuer: where the browser is sent in the end. */
  readonly comesIn: (sub: string, at?: Wanderer) => Promise<string>;
  /** Whoever is signed in on a browser; undefined: nobody. */
  readonly whoOn: (at: Wanderer) => Promise<{ readonly name: string; readonly role: string } | undefined>;
  readonly log: () => Promise<readonly Line[]>;
  readonly invite: (
    said: object,
  ) => Promise<{ readonly user: { readonly id: string }; readonly link: { url: string } }>;
};

type Options = DeskOptions & {
  readonly how?: Parameters<typeof openIssuer>[0];
  readonly with?: Partial<TestIssuer["settings"]>;
};

/** A house whose people have accounts at an issuer: Ida, who is its admin. */
async function openOffice({ how, with: more = {}, ...options }: Options = {}): Promise<Office> {
  const issuer = await openIssuer(how);
  onTestFinished(issuer.close);
  issuer.accounts.set("ida-1", { email: ida.email, email_verified: true, name: "Ida Lind" });
  const house = await openHouse({ ...options, oidc: { ...issuer.settings, ...more } });
  return {
    ...house,
    issuer,
    comesIn: (sub, at = wanderer()) => at.comesIn(house.desk.url, sub),
    async whoOn(at) {
      const answer = await at.goes(`${house.desk.url}/api/me`);
      return answer.status === 200 ? ((await answer.json()) as { name: string; role: string }) : undefined;
    },
    async log() {
      const { body } = await house.admin.ask("GET", "/api/audit?limit=200");
      return (body as { readonly lines: readonly Line[] }).lines;
    },
    async invite(said) {
      const { status, body } = await house.admin.ask("POST", "/api/users", { body: said });
      if (status !== 201) throw new Error(`${status}: ${JSON.stringify(body)}`);
      return body as Awaited<ReturnType<Office["invite"]>>;
    },
  };
}

const refusedFor = (why: string) => `/sign-in?why=${why}`;
const lea = { name: "Lea", email: "lea@example.com", role: "lead" };
const leaThere = { email: lea.email, email_verified: true, name: "Lea" };

describe("who has an account at the issuer", () => {
  test.each([
    ["a secret that goes in the body", {}],
    ["a secret that goes in the header", { inHeader: true }],
    ["no secret, PKCE alone", { secret: false }],
    ["all that is said in the token itself", { inToken: true }],
  ])("comes in as who has that address here, with %s", async (_how, how) => {
    const { issuer, comesIn, whoOn, log, admin } = await openOffice({ how });
    const browser = wanderer();
    expect(await comesIn("ida-1", browser)).toBe("/");
    expect(await whoOn(browser)).toMatchObject({ name: "Ida", role: "admin" });
    const [signed, linked] = await log();
    expect([signed, linked]).toMatchObject([
      { what: "signIn", by: { name: "Ida" }, did: { by: "Example ID" } },
      { what: "linkUser", did: { linked: [null, `ida-1 at ${issuer.url}`] } },
    ]);
    const { users } = (await admin.ask("GET", "/api/users")).body as { users: object[] };
    expect(users).toMatchObject([{ name: "Ida", linked: true, invited: false }]);
  });

  test("gets a session of its own each time: one that was planted or was there before is over", async () => {
    const { desk, comesIn, whoOn } = await openOffice();
    const browser = wanderer();
    await comesIn("ida-1", browser);
    const before = browser.cookies(desk.url);
    await comesIn("ida-1", browser);
    expect(browser.cookies(desk.url)).not.toBe(before);
    const old = await fetch(`${desk.url}/api/me`, { headers: { Cookie: before } });
    expect(old.status).toBe(401);
    expect(await whoOn(browser)).toMatchObject({ name: "Ida" });
  });

  test("is known by its name there once it has come, whatever address it has there or here later", async () => {
    const { issuer, comesIn, whoOn, invite } = await openOffice();
    await invite(lea);
    issuer.accounts.set("lea-1", leaThere);
    expect(await comesIn("lea-1")).toBe("/");
    issuer.accounts.set("lea-1", { ...leaThere, email: "lea.lind@example.com" });
    const browser = wanderer();
    expect(await comesIn("lea-1", browser)).toBe("/");
    expect(await whoOn(browser)).toMatchObject({ name: "Lea", role: "lead" });
  });

  test("takes over nobody by getting the address there of somebody who has come", async () => {
    const { issuer, comesIn, log } = await openOffice();
    await comesIn("ida-1");
    issuer.accounts.set("mallory-1", { email: ida.email, email_verified: true, name: "Mallory" });
    expect(await comesIn("mallory-1")).toBe(refusedFor("linked"));
    const [last] = await log();
    expect(last).toMatchObject({ what: "failToSignIn", by: { name: "Ida" }, did: { why: "linked", by: "Example ID" } });
  });

  test("comes in from two windows at once, and is one and the same", async () => {
    const { desk, comesIn, whoOn } = await openOffice();
    const [one, other] = [wanderer(), wanderer()];
    const urls = await Promise.all([one, other].map((each) => each.signsInAt(desk.url, "ida-1")));
    expect(await Promise.all([one, other].map((each, place) => each.comesBack(urls[place] ?? "")))).toEqual(["/", "/"]);
    expect([await whoOn(one), await whoOn(other)]).toMatchObject([{ name: "Ida" }, { name: "Ida" }]);
    const browser = wanderer();
    const [first, second] = [await browser.signsInAt(desk.url, "ida-1"), await browser.signsInAt(desk.url, "ida-1")];
    expect([await browser.comesBack(second), await browser.comesBack(first)]).toEqual(["/", "/"]);
    expect(await comesIn("ida-1", browser)).toBe("/");
  });
});

describe("nobody comes in", () => {
  test.each<[string, object | undefined, string]>([
    ["whom nobody has added here", { email: "eve@example.com", email_verified: true }, "unknown"],
    ["whose address the issuer has not verified", { email: lea.email, email_verified: false }, "unverified"],
    ["of whose address the issuer does not say whether it is verified", { email: lea.email }, "unverified"],
    ["of whom the issuer says no address", { email_verified: true }, "no-email"],
    ["whose address is none", { email: "lea", email_verified: true }, "no-email"],
  ])("%s", async (_who, account, why) => {
    const { issuer, comesIn, whoOn, invite, log } = await openOffice();
    await invite(lea);
    issuer.accounts.set("one", { ...account });
    const browser = wanderer();
    expect(await comesIn("one", browser)).toBe(refusedFor(why));
    expect(await whoOn(browser)).toBeUndefined();
    expect((await log())[0]).toMatchObject({ what: "failToSignIn", did: { why } });
  });

  test("who turns back at the issuer", async () => {
    const { comesIn } = await openOffice();
    expect(await comesIn("cancel")).toBe(refusedFor("cancelled"));
  });

  test("who was removed here, though the issuer knows them still", async () => {
    const { issuer, comesIn, invite, admin, whoOn } = await openOffice();
    const { user } = await invite(lea);
    issuer.accounts.set("lea-1", leaThere);
    const browser = wanderer();
    await comesIn("lea-1", browser);
    await admin.ask("DELETE", `/api/users/${user.id}`, { headers: { "If-Match": "*" } });
    expect(await whoOn(browser)).toBeUndefined();
    expect(await comesIn("lea-1", browser)).toBe(refusedFor("unknown"));
  });

  test("where there is no issuer", async () => {
    const { desk } = await openHouse();
    const answer = await wanderer().goes(`${desk.url}/api/sign-in/oidc`);
    expect([answer.status, answer.headers.get("Location")]).toEqual([303, refusedFor("unset")]);
  });
});

describe("an answer of the issuer", () => {
  test("is good once", async () => {
    const { desk } = await openOffice();
    const browser = wanderer();
    const url = await browser.signsInAt(desk.url, "ida-1");
    const thief = wanderer();
    thief.robs(browser, desk.url);
    expect(await browser.comesBack(url)).toBe("/");
    expect(await browser.comesBack(url)).toBe(refusedFor("stale"));
    expect(await thief.comesBack(url)).toBe(refusedFor("stale"));
  });

  test("opens nothing in another browser than the one that has asked for it", async () => {
    const { desk, whoOn } = await openOffice();
    const [mallory, victim] = [wanderer(), wanderer()];
    const url = await mallory.signsInAt(desk.url, "ida-1");
    expect(await victim.comesBack(url)).toBe(refusedFor("stale"));
    // With a sign-in of its own on its way neither.
    const own = await victim.signsInAt(desk.url, "ida-1");
    own.searchParams.set("code", url.searchParams.get("code") ?? "");
    expect(await victim.comesBack(own)).toBe(refusedFor("mismatch"));
    expect(await whoOn(victim)).toBeUndefined();
  });

  test.each<[string, (url: URL) => void, string]>([
    ["with another state", (url) => url.searchParams.set("state", "chosen"), "stale"],
    [
      "with a state that begins like it",
      (url) => url.searchParams.set("state", `${url.searchParams.get("state")}x`),
      "stale",
    ],
    ["without a state", (url) => url.searchParams.delete("state"), "stale"],
    ["of another issuer", (url) => url.searchParams.set("iss", "https://evil.example.com"), "mismatch"],
    ["that says not whose it is", (url) => url.searchParams.delete("iss"), "mismatch"],
    ["with a code that is made up", (url) => url.searchParams.set("code", "made-up"), "mismatch"],
  ])("opens nothing %s", async (_how, change, why) => {
    const { desk, whoOn } = await openOffice();
    const browser = wanderer();
    const url = await browser.signsInAt(desk.url, "ida-1");
    change(url);
    expect(await browser.comesBack(url)).toBe(refusedFor(why));
    expect(await whoOn(browser)).toBeUndefined();
  });

  const hour = 3_600;
  const now = () => Math.floor(Date.now() / 1_000);
  test.each<[string, object, string]>([
    ["of another sign-in", { nonce: "another" }, "mismatch"],
    ["for another client", { aud: "another-phone" }, "mismatch"],
    ["by another issuer", { iss: "https://evil.example.com" }, "mismatch"],
    ["that is over already", { iat: now() - 2 * hour, exp: now() - hour }, "clock"],
    ["that is not good yet", { nbf: now() + hour }, "clock"],
  ])("opens nothing with a token %s", async (_which, claims, why) => {
    const { issuer, comesIn } = await openOffice();
    issuer.meddle = (told) => ({ ...told, ...claims });
    expect(await comesIn("ida-1")).toBe(refusedFor(why));
  });

  test("opens nothing after ten minutes", async () => {
    let time = Date.UTC(2026, 10, 23, 15);
    const { desk } = await openOffice({ now: () => time });
    const browser = wanderer();
    const [soon, late] = [await browser.signsInAt(desk.url, "ida-1"), await browser.signsInAt(desk.url, "ida-1")];
    time += 10 * 60_000 - 1;
    expect(await browser.comesBack(soon)).toBe("/");
    time += 1;
    expect(await browser.comesBack(late)).toBe(refusedFor("stale"));
  });

  test("lies in a cookie of this host alone, out of a script's reach, and no code or token in the log", async () => {
    const { desk } = await openOffice({ publicUrl: "https://phone.example.com" });
    const answer = await wanderer().goes(`${desk.url}/api/sign-in/oidc`);
    const [cookie = ""] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-oidc-[\w-]{10}=[\w-]+; Max-Age=600; Path=\/; .*HttpOnly; Secure; SameSite=Lax$/);
    const to = new URL(answer.headers.get("Location") ?? "");
    expect(to.searchParams.get("redirect_uri")).toBe("https://phone.example.com/api/sign-in/oidc/back");
    expect(desk.logged.join("\n")).not.toContain(to.searchParams.get("state"));
  });

  test("is asked for no more where thirty came to nothing", async () => {
    const { desk, comesIn } = await openOffice();
    const guesser = wanderer("198.51.100.1");
    const ends: string[] = [];
    for (let tries = 0; tries < 31; tries++) {
      const url = await guesser.signsInAt(desk.url, "ida-1");
      url.searchParams.set("code", `guess-${tries}`);
      ends.push(await guesser.comesBack(url));
    }
    expect(ends).toEqual([...Array<string>(30).fill(refusedFor("mismatch")), refusedFor("often")]);
    expect(await comesIn("ida-1", wanderer("198.51.100.2"))).toBe("/");
  });
});

describe("an issuer that does not answer", () => {
  test("stops no start; the sign-in page says so, and works again once it does", async () => {
    let time = Date.UTC(2026, 10, 23, 15);
    const { desk, issuer, comesIn, browser } = await openOffice({ now: () => time });
    issuer.isDown = true;
    await desk.restart();
    const ways = async () => (await browser().ask("GET", "/api/sign-in")).body;
    expect((await wanderer().goes(`${desk.url}/api/sign-in/oidc`)).headers.get("Location")).toBe(
      refusedFor("unreachable"),
    );
    expect(await ways()).toEqual({ password: true, issuer: { name: "Example ID", fault: "unreachable" } });
    expect(await signIn(browser())).toBe(204);
    issuer.isDown = false;
    time += 5_001;
    await ways();
    expect(await comesIn("ida-1")).toBe("/");
    expect(await ways()).toEqual({ password: true, issuer: { name: "Example ID" } });
  });

  test("while somebody signs in there is told of to whoever comes back", async () => {
    const { desk, issuer } = await openOffice();
    const browser = wanderer();
    const url = await browser.signsInAt(desk.url, "ida-1");
    issuer.isDown = true;
    expect(await browser.comesBack(url)).toBe(refusedFor("unreachable"));
  });

  test("and one that takes us for somebody else, or is none, are told apart from it", async () => {
    const { comesIn } = await openOffice({ with: { clientSecret: "another secret" } });
    expect(await comesIn("ida-1")).toBe(refusedFor("client"));
    const house = await openHouse();
    const { desk } = await openOffice({ with: { issuer: house.desk.url } });
    const answer = await wanderer().goes(`${desk.url}/api/sign-in/oidc`);
    expect(answer.headers.get("Location")).toBe(refusedFor("unusable"));
  });
});

describe("where an address counts unless the issuer says otherwise", () => {
  test.each([
    ["whoever is invited comes in, of whose address it says nothing", {}, "/"],
    ["nobody does whose address it says is not verified", { email_verified: false }, refusedFor("unverified")],
  ])("%s", async (_who, said, where) => {
    const { issuer, comesIn, invite } = await openOffice({ with: { trustsEmail: true } });
    await invite(lea);
    issuer.accounts.set("lea-1", { email: lea.email, ...said });
    expect(await comesIn("lea-1")).toBe(where);
  });
});

describe("where the issuer says who may what", () => {
  const mapped = { with: { roleClaim: "office_role" } };

  test("somebody unknown is made a user with that role, and follows it from then on", async () => {
    const { issuer, comesIn, whoOn, log } = await openOffice(mapped);
    issuer.accounts.set("new-1", {
      email: "new@example.com",
      email_verified: true,
      name: "Nora",
      office_role: ["rep", "lead"],
    });
    const browser = wanderer();
    expect(await comesIn("new-1", browser)).toBe("/");
    expect(await whoOn(browser)).toMatchObject({ name: "Nora", role: "lead" });
    expect((await log()).map(({ what }) => what).slice(0, 2)).toEqual(["signIn", "makeUserByIssuer"]);
    issuer.accounts.set("new-1", { email: "new@example.com", email_verified: true, office_role: "viewer" });
    const other = wanderer();
    expect(await comesIn("new-1", other)).toBe("/");
    expect(await whoOn(other)).toMatchObject({ role: "viewer" });
    expect(await whoOn(browser)).toBeUndefined();
    issuer.accounts.set("new-1", { email: "new@example.com", email_verified: true });
    expect(await comesIn("new-1")).toBe(refusedFor("no-role"));
  });

  test("somebody unknown is made nobody without a role, or with an address that is not verified", async () => {
    const { issuer, comesIn } = await openOffice(mapped);
    issuer.accounts.set("new-1", { email: "new@example.com", email_verified: true, office_role: "owner" });
    expect(await comesIn("new-1")).toBe(refusedFor("unknown"));
    issuer.accounts.set("new-1", { email: "new@example.com", email_verified: false, office_role: "admin" });
    expect(await comesIn("new-1")).toBe(refusedFor("unverified"));
  });

  test("who was added here keeps the role of here until the issuer says one, and the last admin stays admin", async () => {
    const { issuer, comesIn, whoOn } = await openOffice(mapped);
    const browser = wanderer();
    expect(await comesIn("ida-1", browser)).toBe("/");
    expect(await whoOn(browser)).toMatchObject({ role: "admin" });
    issuer.accounts.set("ida-1", { email: ida.email, email_verified: true, office_role: "viewer" });
    expect(await comesIn("ida-1", browser)).toBe("/");
    expect(await whoOn(browser)).toMatchObject({ role: "admin" });
  });

  test("the claim may be nested, or have dots in its name", async () => {
    const nested = await openOffice({ with: { roleClaim: "groups.office" } });
    nested.issuer.accounts.set("new-1", { email: "n@example.com", email_verified: true, groups: { office: ["rep"] } });
    expect(await nested.comesIn("new-1")).toBe("/");
  });
});

describe("where people sign in by the issuer alone", () => {
  const only = { with: { only: true } };

  test("no password opens anything, and none is chosen but at the machine", async () => {
    const { desk, admin, browser, comesIn, invite } = await openOffice(only);
    expect((await browser().ask("GET", "/api/sign-in")).body).toMatchObject({ password: false });
    expect(await signIn(browser())).toBe(403);
    const { user, link } = await invite(lea);
    expect(link).toEqual({ url: `${desk.url}/sign-in`, mailed: false });
    expect((await admin.ask("POST", `/api/users/${user.id}/links`)).status).toBe(409);
    const chosen = { current: ida.password, password: "another battery staple" };
    expect((await admin.ask("POST", "/api/me/password", { body: chosen })).status).toBe(403);
    expect(await comesIn("ida-1")).toBe("/");
  });

  test("the link that is made at the machine is good all the same, and one that was made before is not", async () => {
    const { giveAccess } = await import("../../src/web/people/at-the-machine.ts");
    const { desk, browser, invite, issuer } = await openOffice();
    const { link } = await invite(lea);
    const given = await giveAccess(["link", ida.email], { store: desk.app.store, publicUrl: desk.url, now: Date.now });
    const atMachine = "said" in given ? /#\w+=(\S+)/.exec(given.said)?.[1] : "";
    expect(issuer.url).toBeDefined();
    const chooses = async (secret = "") =>
      (await browser().ask("POST", `/api/invitations/${secret}`, { body: { password: "a horse, a battery" } })).status;
    await desk.restart(["tide"], { ...issuer.settings, only: true });
    expect([await chooses(secretIn(link.url)), await chooses(atMachine)]).toEqual([410, 204]);
  });
});
