import { describe, expect, test } from "vitest";
import { mailServer } from "../support/mail-server.ts";
import { ida, openHouse, secretIn, signIn, type House } from "./house.ts";

const ben = { name: "Ben", email: "ben@example.com", role: "rep" };
const password = "a horse, a battery";
type Invited = {
  readonly user: { readonly id: string };
  readonly link: { readonly url: string; readonly mailed: boolean };
};

async function invited({ admin }: House, differs: object = {}): Promise<Invited> {
  const answer = await admin.ask("POST", "/api/users", { body: { ...ben, ...differs } });
  if (answer.status !== 201) throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body as Invited;
}

/** Ben at a browser of his own, who has come by his link. */
async function arrived(house: House, differs: object = {}) {
  const { user, link } = await invited(house, differs);
  const at = house.browser();
  const came = await at.ask("POST", `/api/invitations/${secretIn(link.url)}`, { body: { password } });
  if (came.status !== 204) throw new Error(`he did not come in: ${came.status}`);
  return { at, id: user.id };
}

async function etagOf({ admin }: House, id: string): Promise<Record<string, string>> {
  return { "If-Match": (await admin.ask("GET", `/api/users/${id}`)).headers.etag ?? "" };
}

describe("an invitation", () => {
  test("is a link: whoever has it sees whose it is, chooses a password, and is signed in, once", async () => {
    const house = await openHouse();
    const { user, link } = await invited(house);
    expect(link.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/sign-in#invitation=[\w-]{43}$/);
    const path = `/api/invitations/${secretIn(link.url)}`;
    const at = house.browser();
    const { name, email } = ben;
    expect((await at.ask("GET", path)).body).toEqual({ what: "invitation", name, email });
    expect(await signIn(house.browser(), ben.email, password)).toBe(401);
    expect((await at.ask("POST", path, { body: { password: "short" } })).status).toBe(400);
    expect((await at.ask("POST", path, { body: { password, name: "Benjamin" } })).status).toBe(204);
    expect((await at.ask("GET", "/api/me")).body).toMatchObject({ id: user.id, name: "Benjamin", role: "rep" });
    expect((await house.browser().ask("POST", path, { body: { password } })).status).toBe(410);
    expect(house.desk.logged.join()).not.toContain(secretIn(link.url));
  });

  test("is void once another was made, and after a week", async () => {
    let time = Date.UTC(2026, 10, 23, 15);
    const house = await openHouse({ now: () => time });
    const { user, link } = await invited(house);
    const next = (await house.admin.ask("POST", `/api/users/${user.id}/links`)).body as Invited["link"];
    const status = async ({ url }: Invited["link"]) =>
      (await house.browser().ask("GET", `/api/invitations/${secretIn(url)}`)).status;
    expect([await status(link), await status(next)]).toEqual([410, 200]);
    time += 7 * 24 * 3_600_000;
    expect(await status(next)).toBe(410);
  });

  test("is mailed too where mail is set up, and nothing of it lies on the disk", async () => {
    const mail = await mailServer();
    const house = await openHouse({ smtpUrl: mail.url });
    const { link } = await invited(house);
    expect(link.mailed).toBe(true);
    expect(mail.arrived).toMatchObject([{ to: [ben.email] }]);
    // Quoted-printable: long lines are broken, and so is each equals sign.
    const words = mail.arrived[0]?.message.replaceAll("=\r\n", "").replaceAll("=3D", "=");
    expect(words).toContain(link.url);
  });
});

test("whoever has lost the password gets a link for a new one; the old one and its sessions are over with it", async () => {
  const house = await openHouse();
  const { at, id } = await arrived(house);
  const { url } = (await house.admin.ask("POST", `/api/users/${id}/links`)).body as Invited["link"];
  expect(url).toContain("#reset=");
  expect((await at.ask("GET", "/api/me")).status).toBe(200);
  const again = house.browser();
  const path = `/api/invitations/${secretIn(url)}`;
  expect((await again.ask("POST", path, { body: { password: "another horse, another" } })).status).toBe(204);
  expect((await at.ask("GET", "/api/me")).status).toBe(401);
  expect(await signIn(house.browser(), ben.email, password)).toBe(401);
  expect(await signIn(house.browser(), ben.email, "another horse, another")).toBe(204);
});

describe("a user's own password", () => {
  test("is changed with the one before; other sessions end, and this one gets a new secret", async () => {
    const house = await openHouse();
    const other = house.browser();
    await signIn(other);
    const before = house.admin.cookie ?? "";
    const change = (current: string) =>
      house.admin.ask("POST", "/api/me/password", { body: { current, password: "a new battery, and a horse" } });
    expect((await change("not that one, I fear")).status).toBe(403);
    expect((await change(ida.password)).status).toBe(204);
    expect((await house.admin.ask("GET", "/api/me")).status).toBe(200);
    expect((await house.admin.ask("GET", "/api/me", { headers: { Cookie: before } })).status).toBe(401);
    expect((await other.ask("GET", "/api/me")).status).toBe(401);
  });
});

describe("another role", () => {
  test("counts at once, and ends the sessions of before", async () => {
    const house = await openHouse();
    const { at, id } = await arrived(house);
    expect((await at.ask("GET", "/api/users")).status).toBe(403);
    const headers = await etagOf(house, id);
    await house.admin.ask("PATCH", `/api/users/${id}`, { headers, body: { role: "admin" } });
    expect((await at.ask("GET", "/api/me")).status).toBe(401);
    await signIn(at, ben.email, password);
    expect((await at.ask("GET", "/api/users")).status).toBe(200);
  });

  test("of one's own gives one's session a new secret", async () => {
    const house = await openHouse();
    await arrived(house, { role: "admin" });
    const { id } = (await house.admin.ask("GET", "/api/me")).body as { id: string };
    const [headers, before] = [await etagOf(house, id), house.admin.cookie ?? ""];
    const answer = await house.admin.ask("PATCH", `/api/users/${id}`, { headers, body: { role: "lead" } });
    expect(answer.status).toBe(200);
    expect((await house.admin.ask("GET", "/api/me")).body).toMatchObject({ role: "lead" });
    expect((await house.admin.ask("GET", "/api/me", { headers: { Cookie: before } })).status).toBe(401);
  });
});

describe("a change of a user", () => {
  test("names what was read: of two who edit at once the second reads again", async () => {
    const house = await openHouse();
    const { id } = await arrived(house);
    const headers = await etagOf(house, id);
    const change = (body: object, named: Record<string, string>) =>
      house.admin.ask("PATCH", `/api/users/${id}`, { headers: named, body });
    expect((await change({ name: "Benjamin" }, {})).status).toBe(428);
    expect((await change({ name: "Benjamin" }, headers)).body).toMatchObject({ name: "Benjamin" });
    expect((await change({ name: "Benny" }, headers)).status).toBe(412);
    expect((await house.admin.ask("DELETE", `/api/users/${id}`, { headers })).status).toBe(412);
    expect((await change({ name: "Benny" }, { "If-Match": "*" })).body).toMatchObject({ name: "Benny" });
  });

  test.each<[string, object, number, string]>([
    ["an e-mail that another has", { email: "IDA@example.com" }, 409, "email"],
    ["a rep that is none", { rep: "nobody" }, 422, "rep"],
    ["a role that is none", { role: "root" }, 400, "role"],
    ["a field that is none", { password: "let me choose it" }, 400, ""],
  ])("to %s is refused", async (_what, body, status, path) => {
    const house = await openHouse();
    const { id } = await arrived(house);
    const answer = await house.admin.ask("PATCH", `/api/users/${id}`, { headers: { "If-Match": "*" }, body });
    expect(answer).toMatchObject({ status, body: { errors: [{ path }] } });
  });

  test("never leaves Holdfast without an admin who can sign in", async () => {
    const house = await openHouse();
    await invited(house, { role: "admin" });
    const { id } = (await house.admin.ask("GET", "/api/me")).body as { id: string };
    const headers = { "If-Match": "*" };
    expect((await house.admin.ask("DELETE", `/api/users/${id}`, { headers })).status).toBe(409);
    const demoted = await house.admin.ask("PATCH", `/api/users/${id}`, { headers, body: { role: "viewer" } });
    expect(demoted.status).toBe(409);
  });
});

test("who is removed is out at once, and the archive keeps no password", async () => {
  const house = await openHouse();
  const { at, id } = await arrived(house);
  const headers = await etagOf(house, id);
  expect((await house.admin.ask("DELETE", `/api/users/${id}`, { headers })).status).toBe(204);
  expect((await at.ask("GET", "/api/me")).status).toBe(401);
  expect(await signIn(house.browser(), ben.email, password)).toBe(401);
  const month = new Date().toISOString().slice(0, 7);
  const gone = await Array.fromAsync(house.desk.app.store.archive("user", month));
  expect(gone).toEqual([expect.not.objectContaining({ password: expect.anything() })]);
});

describe("one's sessions", () => {
  test("are listed, and ended one by one or all at once; nobody ends another's", async () => {
    const house = await openHouse();
    const { at } = await arrived(house);
    const phone = house.browser("198.51.100.7");
    const device = { "User-Agent": "Mozilla/5.0 (iPhone) AppleWebKit/605 Version/18.0 Mobile/15E148 Safari/604.1" };
    await phone.ask("POST", "/api/sign-in", { headers: device, body: { email: ben.email, password } });
    const { sessions } = (await at.ask("GET", "/api/sessions")).body as {
      sessions: { id: string; current: boolean }[];
    };
    expect(sessions).toHaveLength(2);
    const other = sessions.find(({ current }) => !current);
    expect(other).toMatchObject({ device: "Safari on iPhone", from: "198.51.100.7" });
    expect((await house.admin.ask("DELETE", `/api/sessions/${other?.id ?? ""}`)).status).toBe(404);
    expect((await at.ask("DELETE", `/api/sessions/${other?.id ?? ""}`)).status).toBe(204);
    expect((await phone.ask("GET", "/api/me")).status).toBe(401);
    expect((await at.ask("DELETE", "/api/sessions")).status).toBe(204);
    expect((await at.ask("GET", "/api/me")).status).toBe(401);
  });

  test("are ended by an admin for somebody else", async () => {
    const house = await openHouse();
    const { at, id } = await arrived(house);
    expect((await house.admin.ask("DELETE", `/api/users/${id}/sessions`)).status).toBe(204);
    expect((await at.ask("GET", "/api/me")).status).toBe(401);
  });
});
