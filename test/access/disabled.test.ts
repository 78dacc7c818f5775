import { describe, expect, onTestFinished, test } from "vitest";
import { openIssuer } from "../support/issuer.ts";
import type { DeskOptions } from "../audio-api/desk.ts";
import { ida, openHouse, secretIn, signIn, type House } from "./house.ts";
import { ask, type Visitor } from "./visitor.ts";
import { wanderer } from "./wanderer.ts";

const lea = { name: "Lea", email: "lea@example.com", password: "a kettle on the hob" };

/** A house with a second user who has come, and what an admin does about her. */
async function openWithLea(role = "admin", options: DeskOptions = {}) {
  const house = await openHouse(options);
  const { name, email, password } = lea;
  const { body } = await house.admin.ask("POST", "/api/users", { body: { name, email, role } });
  const { user, link } = body as { readonly user: { readonly id: string }; readonly link: { readonly url: string } };
  const her = house.browser("192.0.2.9");
  const agent = { "User-Agent": "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) Version/18.0 Safari/605" };
  await her.ask("POST", `/api/invitations/${secretIn(link.url)}`, { body: { password }, headers: agent });
  const path = `/api/users/${user.id}`;
  const change = (said: object) => house.admin.ask("PATCH", path, { body: said, headers: { "If-Match": "*" } });
  return { ...house, her, path, id: user.id, change, disable: () => change({ disabled: true }) };
}

const who = async (at: Visitor) => (await at.ask("GET", "/api/me")).status;

/** Follows the events of a house, until they end: by a cookie or a token. */
async function follows({ desk }: House, headers: Readonly<Record<string, string>>): Promise<() => Promise<void>> {
  const leaving = new AbortController();
  onTestFinished(() => leaving.abort());
  const { body, status } = await fetch(`${desk.url}/api/events`, { headers, signal: leaving.signal });
  if (status !== 200 || !body) throw new Error(`the events are refused: ${status}`);
  const reader = body.getReader();
  await reader.read();
  return async () => {
    while (!(await reader.read()).done);
  };
}

describe("who is disabled", () => {
  test("is signed out at once, hears no more events, and signs in by no way until enabled again", async () => {
    const issuer = await openIssuer();
    onTestFinished(issuer.close);
    issuer.accounts.set("lea-1", { email: lea.email, email_verified: true });
    const house = await openWithLea("lead", { oidc: issuer.settings });
    const { desk, admin, her, path, browser, change, disable } = house;
    expect(await wanderer().comesIn(desk.url, "lea-1")).toBe("/");
    const { link } = { link: (await admin.ask("POST", `${path}/links`)).body as { readonly url: string } };
    const ends = await follows(house, { Cookie: her.cookie ?? "" });
    expect((await disable()).body).toMatchObject({ disabled: true });
    await ends();
    expect(await who(her)).toBe(401);
    expect(await signIn(browser("192.0.2.9"), lea.email, lea.password)).toBe(403);
    expect(await signIn(browser("192.0.2.9"), lea.email, "something else")).toBe(401);
    expect(await wanderer().comesIn(desk.url, "lea-1")).toBe("/sign-in?why=disabled");
    const chooses = { body: { password: "another battery" } };
    expect((await browser().ask("POST", `/api/invitations/${secretIn(link.url)}`, chooses)).status).toBe(410);

    expect((await change({ disabled: false })).body).toMatchObject({ disabled: false });
    expect(await who(her)).toBe(401);
    expect(await signIn(browser("192.0.2.9"), lea.email, lea.password)).toBe(204);
    expect(await wanderer().comesIn(desk.url, "lea-1")).toBe("/");
  });

  test("keeps the name in the log, which tells of it", async () => {
    const { admin, disable } = await openWithLea();
    await disable();
    const { lines } = (await admin.ask("GET", "/api/audit?about=disabled")).body as { readonly lines: object[] };
    expect(lines).toMatchObject([{ what: "changeUser", by: { name: "Ida" }, did: { disabled: [false, true] } }]);
  });

  test("is neither oneself nor the last admin who can sign in", async () => {
    const { desk, admin, her, id, disable, browser } = await openWithLea();
    const [ofIda] = ((await admin.ask("GET", "/api/users")).body as { users: { id: string; name: string }[] }).users;
    const path = `/api/users/${ofIda?.id ?? ""}`;
    const byHer = (method: string, body?: object) =>
      her.ask(method, path, { headers: { "If-Match": "*" }, ...(body ? { body } : {}) });
    expect((await admin.ask("PATCH", path, { body: { disabled: true }, headers: { "If-Match": "*" } })).status).toBe(
      409,
    );
    expect((await byHer("PATCH", { disabled: true })).status).toBe(200);
    // Now Lea is the last one.
    const herself = (said: object) =>
      her.ask("PATCH", `/api/users/${id}`, { body: said, headers: { "If-Match": "*" } });
    expect((await herself({ role: "viewer" })).status).toBe(409);
    expect((await her.ask("DELETE", `/api/users/${id}`, { headers: { "If-Match": "*" } })).status).toBe(409);
    expect([await who(admin), await signIn(browser("192.0.2.3"), ida.email)]).toEqual([401, 403]);
    expect((await disable()).status).toBe(401);
    await desk.restart();
    expect([await who(her), await signIn(browser("192.0.2.3"), ida.email)]).toEqual([200, 403]);
  });

  test("of two admins who disable each other at once one remains", async () => {
    const { admin, her, id } = await openWithLea();
    const { users } = (await admin.ask("GET", "/api/users")).body as { users: { id: string; name: string }[] };
    const idas = users.find(({ name }) => name === "Ida")?.id ?? "";
    const disables = (at: Visitor, other: string) =>
      at.ask("PATCH", `/api/users/${other}`, { body: { disabled: true }, headers: { "If-Match": "*" } });
    const ends = await Promise.all([disables(admin, id), disables(her, idas)]);
    expect(ends.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await Promise.all([who(admin), who(her)])).toSorted()).toEqual([200, 401]);
  });
});

describe("the tokens of somebody", () => {
  async function withTokens() {
    const house = await openWithLea();
    const make = async (headers: Readonly<Record<string, string>>, name: string) => {
      const asked = { body: { name, scopes: ["everything"] }, headers };
      const { body } = await house.browser().ask("POST", "/api/tokens", asked);
      return (body as { readonly secret: string }).secret;
    };
    const secret = await make({ Cookie: house.her.cookie ?? "" }, "the wallboard");
    const byToken = await make({ Authorization: `Bearer ${secret}` }, "made by the wallboard");
    const idas = await make({ Cookie: house.admin.cookie ?? "" }, "the report");
    const status = async (one: string) =>
      (await ask(house.desk.url, "GET", "/api/floor", { headers: { Authorization: `Bearer ${one}` } })).status;
    return { ...house, secret, statuses: () => Promise.all([secret, byToken, idas].map(status)) };
  }

  test("are stopped while they are disabled, with those that were made by them, and go on after", async () => {
    const house = await withTokens();
    const { admin, secret, statuses, disable, change } = house;
    expect(await statuses()).toEqual([200, 200, 200]);
    const ends = await follows(house, { Authorization: `Bearer ${secret}` });
    await disable();
    await ends();
    expect(await statuses()).toEqual([403, 403, 200]);
    const { tokens } = (await admin.ask("GET", "/api/tokens")).body as { tokens: { name: string; stopped: boolean }[] };
    expect(tokens.filter(({ stopped }) => stopped).map(({ name }) => name)).toEqual(
      expect.arrayContaining(["the wallboard", "made by the wallboard"]),
    );
    await change({ disabled: false });
    expect(await statuses()).toEqual([200, 200, 200]);
  });

  test("are stopped for good once they are removed", async () => {
    const { admin, path, statuses } = await withTokens();
    expect((await admin.ask("DELETE", path, { headers: { "If-Match": "*" } })).status).toBe(204);
    expect(await statuses()).toEqual([403, 403, 200]);
  });
});

describe("an admin", () => {
  test("sees where somebody is signed in, by what and since when, and ends one or all", async () => {
    const house = await openWithLea("viewer");
    const { admin, her, path, browser } = house;
    const other = browser("192.0.2.9");
    await signIn(other, lea.email, lea.password);
    const sessions = async () =>
      (
        (await admin.ask("GET", `${path}/sessions`)).body as {
          sessions: { id: string; device: string; from: string }[];
        }
      ).sessions;
    const all = await sessions();
    expect(all).toHaveLength(2);
    expect(all).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ device: "Safari on iPhone", from: "192.0.2.9", current: false }),
      ]),
    );
    const phone = all.find(({ device }) => device === "Safari on iPhone")?.id ?? "";
    const ends = await follows(house, { Cookie: her.cookie ?? "" });
    expect((await admin.ask("DELETE", `${path}/sessions/${phone}`)).status).toBe(204);
    await ends();
    expect([await who(her), await who(other)]).toEqual([401, 200]);
    const [line] = ((await admin.ask("GET", "/api/audit?limit=1")).body as { lines: object[] }).lines;
    expect(line).toMatchObject({ what: "endUserSession", did: { device: "Safari on iPhone" } });
    expect((await admin.ask("DELETE", `${path}/sessions/${phone}`)).status).toBe(404);
    const [own] = ((await admin.ask("GET", "/api/sessions")).body as { sessions: { id: string }[] }).sessions;
    expect((await admin.ask("DELETE", `${path}/sessions/${own?.id ?? ""}`)).status).toBe(404);
    expect((await admin.ask("DELETE", `${path}/sessions`)).status).toBe(204);
    expect([await who(other), await sessions()]).toEqual([401, []]);
  });

  test("unlinks somebody from an account at the issuer, and the next one with that address takes its place", async () => {
    const issuer = await openIssuer();
    onTestFinished(issuer.close);
    const { desk, admin, path } = await openWithLea("viewer", { oidc: issuer.settings });
    issuer.accounts.set("lea-1", { email: lea.email, email_verified: true });
    await wanderer().comesIn(desk.url, "lea-1");
    issuer.accounts.set("lea-2", { email: lea.email, email_verified: true });
    expect(await wanderer().comesIn(desk.url, "lea-2")).toBe("/sign-in?why=linked");
    expect((await admin.ask("DELETE", `${path}/identity`)).status).toBe(204);
    expect(await wanderer().comesIn(desk.url, "lea-2")).toBe("/");
    expect(await wanderer().comesIn(desk.url, "lea-1")).toBe("/sign-in?why=linked");
  });
});
