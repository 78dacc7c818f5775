import { expect, test } from "vitest";
import { ida, openHouse, secretIn, signIn } from "./house.ts";
import { ask } from "./visitor.ts";

type Line = { readonly id: string; readonly what: string; readonly by: { readonly name: string } };
type Page = { readonly lines: readonly Line[]; readonly next?: string };

const bearer = (secret: string) => ({ headers: { Authorization: `Bearer ${secret}` } });

test("a token is shown once, good for what it was made for until it is revoked, and kept as a hash", async () => {
  const { desk, admin } = await openHouse();
  const made = await admin.ask("POST", "/api/tokens", { body: { name: "the wallboard", scopes: ["read"] } });
  const { token, secret } = made.body as { token: { id: string }; secret: string };
  expect(secret).toMatch(/^hf_[\w-]{43}$/);
  expect((await ask(desk.url, "GET", "/api/callbacks", bearer(secret))).status).toBe(200);
  expect((await ask(desk.url, "GET", "/api/users", bearer(secret))).status).toBe(403);
  const listed = await admin.ask("GET", "/api/tokens");
  expect(listed.body).toMatchObject({ tokens: [{ name: "the wallboard", scopes: ["read"] }] });
  expect(JSON.stringify([listed.body, await desk.app.store.open("token"), desk.logged])).not.toContain(secret);
  expect((await admin.ask("DELETE", `/api/tokens/${token.id}`)).status).toBe(204);
  expect((await ask(desk.url, "GET", "/api/callbacks", bearer(secret))).status).toBe(401);
  expect((await admin.ask("DELETE", `/api/tokens/${token.id}`)).status).toBe(404);
});

test.each([[{ scopes: [] }], [{ scopes: ["everything", "else"] }], [{ name: "" }], [{ expiresAt: "tomorrow" }]])(
  "no token is made of %j",
  async (differs) => {
    const { admin } = await openHouse();
    const body = { name: "the wallboard", scopes: ["read"], ...differs };
    expect((await admin.ask("POST", "/api/tokens", { body })).status).toBe(400);
  },
);

test("the log says who changed what, when and from where, page by page, and no secret", async () => {
  const { desk, admin } = await openHouse();
  const { body } = await admin.ask("POST", "/api/users", {
    body: { name: "Ben", email: "ben@example.com", role: "rep" },
  });
  const { user, link } = body as { user: { id: string }; link: { url: string } };
  const headers = { "If-Match": "*" };
  await admin.ask("PATCH", `/api/users/${user.id}`, { headers, body: { role: "lead" } });
  await admin.ask("PATCH", `/api/users/${user.id}`, { headers, body: { role: "root" } });
  await admin.ask("DELETE", `/api/users/${user.id}`, { headers });
  await desk.restart();
  const read = async (query: string) => (await admin.ask("GET", `/api/audit?${query}`)).body as Page;
  const first = await read("limit=3");
  const rest = await read(`limit=3&cursor=${first.next ?? ""}`);
  const lines = [...first.lines, ...rest.lines];
  expect(lines.map(({ what }) => what)).toEqual([
    "removeUser",
    "changeUser",
    "makeLink",
    "inviteUser",
    "makeFirstUser",
  ]);
  expect(lines[1]).toMatchObject({
    by: { name: "Ida" },
    from: "192.0.2.1",
    of: user.id,
    did: { role: ["rep", "lead"] },
  });
  expect(rest.next).toBeUndefined();
  expect(JSON.stringify(lines)).not.toContain(secretIn(link.url));
  expect(await read("month=2020-01")).toEqual({ lines: [] });
});

test("the log as CSV has no formula of somebody's name in it", async () => {
  const { admin } = await openHouse();
  const name = '=HYPERLINK("https://evil.example","Ben")';
  await admin.ask("POST", "/api/users", { body: { name, email: "ben@example.com", role: "admin" } });
  const csv = await admin.ask("GET", "/api/audit?format=csv");
  expect(csv.headers["content-type"]).toMatch(/^text\/csv/);
  expect(csv.body).toMatch(/^at,by,name,from,what,of,did\r\n/);
  expect(csv.body).not.toMatch(/(^|,)"?[=+@-]/m);
});

test("lines are found by words: a name, what was done, to what", async () => {
  const { admin } = await openHouse();
  await admin.ask("POST", "/api/users", { body: { name: "Ben", email: "ben@example.com", role: "rep" } });
  const about = async (words: string) =>
    ((await admin.ask("GET", `/api/audit?about=${encodeURIComponent(words)}`)).body as Page).lines.map(
      ({ what }) => what,
    );
  expect(await about("invite USER")).toEqual(["inviteUser"]);
  expect(await about("ben@")).toEqual(["inviteUser"]);
  expect(await about("nobody")).toEqual([]);
});

test("who signs in and out is in the log, and who fails to, without what was typed", async () => {
  const { admin, browser } = await openHouse();
  const other = browser("192.0.2.7");
  await signIn(other, ida.email, "not her password");
  await signIn(other, "my-password@example.com", "nobody's");
  await signIn(other);
  await other.ask("POST", "/api/sign-out");
  const { lines } = (await admin.ask("GET", "/api/audit?limit=4")).body as Page;
  expect(lines.map(({ what, by }) => [what, by.name])).toEqual([
    ["signOut", "Ida"],
    ["signIn", "Ida"],
    ["failToSignIn", "somebody unknown"],
    ["failToSignIn", "Ida"],
  ]);
  expect(JSON.stringify(lines)).not.toMatch(/password/);
});
