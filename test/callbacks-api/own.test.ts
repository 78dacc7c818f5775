import { expect, onTestFinished, test } from "vitest";
import { secretIn } from "../access/house.ts";
import { visitor, type Visitor } from "../access/visitor.ts";
import { adminToken } from "../support/admin-token.ts";
import { anne, at, openAdmin, type Admin, type Shown } from "./admin.ts";

const [bill, carl] = ["+12125550124", "+12125550125"];

/** Somebody of a role who has signed in, a rep where one is named. */
async function signedIn({ office }: Admin, role: string, rep?: string): Promise<Visitor> {
  const { publicUrl } = await office.app();
  const person = visitor(() => publicUrl);
  const made = await person.ask("POST", "/api/users", {
    headers: { Authorization: `Bearer ${adminToken}` },
    body: {
      name: `the ${role}`,
      email: `${role}-${rep ?? ""}@example.com`,
      role,
      ...(rep === undefined ? {} : { rep }),
    },
  });
  const { link } = made.body as { readonly link: { readonly url: string } };
  await person.ask("POST", `/api/invitations/${secretIn(link.url)}`, { body: { password: "a horse, a battery" } });
  return person;
}

async function openHouse() {
  const admin = await openAdmin();
  const anas = await admin.made({ kind: "promised", by: at("12:00"), rep: "ana" });
  const bens = await admin.made({ kind: "promised", number: bill, by: at("12:00"), rep: "ben" });
  const nobodys = await admin.made({ kind: "place", number: carl });
  return { admin, anas, bens, nobodys, ana: await signedIn(admin, "rep", "ana") };
}

const listed = async (person: Visitor, query = "") => {
  const { body } = await person.ask("GET", `/api/callbacks${query}`);
  return (body as { readonly callbacks: readonly Shown[] }).callbacks.map(({ number }) => number).toSorted();
};

test("a rep sees the return calls of their own, on the list, on the sheet and each by itself; everybody else sees all", async () => {
  const { admin, anas, bens, nobodys, ana } = await openHouse();
  expect(await listed(ana)).toEqual([anne]);
  expect(await listed(ana, "?rep=ben")).toEqual([]);
  expect(await listed(ana, `?find=${bill.slice(-4)}`)).toEqual([]);
  const sheet = String((await ana.ask("GET", "/api/callbacks?format=csv")).body);
  expect([sheet.includes(anne), sheet.includes(bill), sheet.includes(carl)]).toEqual([true, false, false]);
  const read = async (person: Visitor, { id }: Shown) => (await person.ask("GET", `/api/callbacks/${id}`)).status;
  expect(await Promise.all([anas, bens, nobodys].map(({ shown }) => read(ana, shown)))).toEqual([200, 404, 404]);
  for (const role of ["viewer", "lead", "admin"])
    expect(await listed(await signedIn(admin, role))).toEqual([anne, bill, carl]);
  expect(await listed(await signedIn(admin, "rep"))).toEqual([]);
});

test("a rep moves, notes and cancels what is their own; of another's they are told that there is none", async () => {
  const { anas, bens, ana } = await openHouse();
  const path = ({ id }: Shown) => `/api/callbacks/${id}`;
  const changes: readonly [string, string, object | undefined][] = [
    ["PATCH", "", { by: at("12:30") }],
    ["POST", "/news", { text: "The part has come." }],
    ["DELETE", "", undefined],
  ];
  for (const [method, of, body] of changes) {
    const ask = (one: Shown, etag: string) =>
      ana.ask(method, path(one) + of, { headers: { "If-Match": etag }, ...(body ? { body } : {}) });
    const { etag = "" } = (await ana.ask("GET", path(anas.shown))).headers;
    expect([method, (await ask(anas.shown, etag)).status]).toEqual([method, 200]);
    const others = await ask(bens.shown, bens.etag);
    expect([method, others.status, JSON.stringify(others.body).includes(bill)]).toEqual([method, 404, false]);
  }
});

test("a closed one is a rep's own as it was when it was open", async () => {
  const { admin, anas, bens, ana } = await openHouse();
  for (const { shown, etag } of [anas, bens]) expect((await admin.remove(`/${shown.id}`, etag)).status).toBe(200);
  expect(await listed(ana, "?month=2026-11")).toEqual([anne]);
  expect((await ana.ask("GET", `/api/callbacks/${bens.shown.id}`)).status).toBe(404);
});

test("a rep gives their own word and no other, and it is told as theirs", async () => {
  const { admin, ana } = await openHouse();
  const asks = (person: Visitor, body: object) =>
    person.ask("POST", "/api/callbacks", { body: { queue: "support", ...body } });
  const free = "+12125550126";
  const own = await asks(ana, { kind: "promised", number: free, by: at("13:00"), rep: "ana" });
  expect([own.status, own.body]).toMatchObject([201, { rep: "ana", made: { by: { who: "rep", rep: "ana" } } }]);
  const refused = [
    await asks(ana, { kind: "promised", number: "+12125550127", by: at("13:00"), rep: "ben" }),
    await asks(ana, { kind: "place", number: "+12125550127" }),
    await asks(ana, { kind: "booked", number: "+12125550127", from: at("13:00") }),
    await asks(await signedIn(admin, "rep"), { kind: "promised", number: "+12125550127", by: at("13:00"), rep: "ana" }),
  ];
  expect(refused.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
  // That somebody has one open says not which.
  const again = await asks(ana, { kind: "promised", number: bill, by: at("13:00"), rep: "ana" });
  expect([again.status, "existing" in (again.body as object)]).toEqual([409, false]);
});

test("a rep is told of changes to their own, and counts no others", async () => {
  const { admin, anas, bens, ana } = await openHouse();
  const { publicUrl } = await admin.office.app();
  expect((await ana.ask("GET", "/api/floor")).body).toMatchObject({ owed: { open: 1 } });
  const leaving = new AbortController();
  onTestFinished(() => leaving.abort());
  const { body } = await fetch(`${publicUrl}/api/events`, {
    headers: { Cookie: ana.cookie ?? "" },
    signal: leaving.signal,
  });
  const chunks = (body ?? new ReadableStream<Uint8Array>()).pipeThrough(new TextDecoderStream()).getReader();
  let told = "";
  const hears = async (words: string) => {
    while (!told.includes(words)) told += (await chunks.read()).value ?? "";
  };
  await hears('"open":1');
  for (const { shown, etag } of [bens, anas]) await admin.remove(`/${shown.id}`, etag);
  await hears(anas.shown.id);
  expect(told).not.toContain(bens.shown.id);
});
