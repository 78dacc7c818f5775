import request from "supertest";
import { expect, test } from "vitest";
import { anne, at, openAdmin, tenOClock } from "./admin.ts";

test("only the admin is let in", async () => {
  const { office } = await openAdmin();
  const { publicUrl } = await office.app();
  const answer = await request(publicUrl).get("/api/callbacks");
  expect(answer.status).toBe(401);
  expect(answer.type).toBe("application/problem+json");
});

test("a rep's word is promised over the API, and read with its whole history", async () => {
  const { made, get } = await openAdmin();
  const { shown, etag } = await made({ kind: "promised", rep: "ana", by: at("12:00"), note: "the pump" });
  expect(shown).toMatchObject({
    kind: "promised",
    number: anne,
    rep: "ana",
    queue: "support",
    state: { at: "promised" },
    late: false,
    owed: { by: "2026-11-23T17:00:00.000Z" },
    made: { at: tenOClock, by: { who: "admin" } },
    note: { text: "the pump" },
    promises: [{ givenAt: tenOClock, by: "2026-11-23T17:00:00.000Z" }],
    tries: [],
  });
  const read = await get(`/${shown.id}`);
  expect(read.status).toBe(200);
  expect(read.headers["etag"]).toBe(etag);
  expect(read.headers["cache-control"]).toBe("no-store");
  expect(read.body).toEqual(shown);
});

test("a place is kept over the API, as if the caller had joined the line now", async () => {
  const { made } = await openAdmin();
  const { shown } = await made({ kind: "place" });
  expect(shown).toMatchObject({ kind: "place", joinedAt: tenOClock, confirm: true });
});

test("a free window is named, and can be booked by its beginning", async () => {
  const { get, made, post } = await openAdmin();
  const { body } = await get("/slots", { queue: "support", number: anne, most: 3 });
  const { slots } = body as { slots: readonly { from: string; by: string }[] };
  expect(slots).toHaveLength(3);
  const [first] = slots;
  const { shown } = await made({ kind: "booked", from: first?.from });
  expect(shown.owed).toEqual(first);
  const odd = await post({ kind: "booked", queue: "support", number: "+12125550124", from: at("11:07") });
  expect(odd.status).toBe(409);
  expect(odd.body).toMatchObject({ errors: [{ path: "from" }], next: [{}, {}, {}] });
});

test.each([
  ["number", { number: "+1212" }, 422],
  ["number", { number: "+19005550123" }, 422],
  ["number", { number: "+447911123456" }, 422],
  ["queue", { queue: "nowhere" }, 422],
  ["rep", { kind: "promised", rep: "nobody", by: at("12:00") }, 422],
  ["line", { line: "+15550109999" }, 422],
  ["language", { language: "fr" }, 422],
  ["by", { kind: "promised", rep: "ana", by: at("09:00") }, 409],
  ["kind", { kind: "dreamt" }, 400],
  ["by", { kind: "promised", rep: "ana", by: "noon" }, 400],
  ["by", { kind: "promised", rep: "ana" }, 400],
  ["note", { note: "x".repeat(501) }, 400],
  ["", { colour: "red" }, 400],
])("what does not hold in %j is named (%j: %d)", async (path, body, status) => {
  const { post, get } = await openAdmin();
  const answer = await post({ kind: "place", queue: "support", number: anne, ...body });
  expect(answer.type).toBe("application/problem+json");
  expect({ status: answer.status, path: answer.body.errors[0].path }).toEqual({ status, path });
  expect((await get()).body.callbacks).toEqual([]);
});

test.each([
  ["text/plain", "kind=place", 415],
  ["application/json", "{", 400],
  ["application/json", JSON.stringify({ note: "x".repeat(20_000) }), 413],
])("a body of %s that cannot be read is refused", async (type, body, status) => {
  const { post } = await openAdmin();
  expect((await post(body).set("Content-Type", type)).status).toBe(status);
});

test("a number that is owed a call already is not promised another: the one that there is is named", async () => {
  const { made, post } = await openAdmin();
  const { shown } = await made({ kind: "place" });
  const again = await post({ kind: "promised", queue: "sales", number: "(212) 555-0123", rep: "ana", by: at("12:00") });
  expect(again.status).toBe(409);
  expect(again.body.existing).toEqual({ id: shown.id, href: `/api/callbacks/${shown.id}` });
});

test("asked for ten times at once it is promised once", async () => {
  const { post, get } = await openAdmin();
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => post({ kind: "place", queue: "support", number: anne })),
  );
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, ...Array(9).fill(409)]);
  expect((await get()).body.callbacks).toHaveLength(1);
});

test("two numbers at once are two return calls, each with a receipt of its own", async () => {
  const { post } = await openAdmin();
  const asked = ["+12125550123", "+12125550124"].map((number) => post({ kind: "place", queue: "support", number }));
  const [one, other] = await Promise.all(asked);
  expect(one?.body.id).not.toBe(other?.body.id);
  expect(one?.body.code).not.toBe(other?.body.code);
});

test("a disk that takes nothing promises nothing", async () => {
  const { office, post, made } = await openAdmin();
  office.diskFails();
  const first = await post({ kind: "place", queue: "support", number: anne });
  expect(first.status).toBe(503);
  expect(first.body.detail).toMatch(/nothing is promised/);
  await expect(made({ kind: "place", number: "+12125550124" })).rejects.toThrow(/503/);
});
