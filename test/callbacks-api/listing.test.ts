import { expect, test } from "vitest";
import { at, openAdmin, type Admin, type Shown } from "./admin.ts";

const number = (last: number) => `+1212555${String(100 + last).padStart(4, "0")}`;

/** Three words by different reps, and two kept places. */
async function filled(): Promise<Admin> {
  const admin = await openAdmin({ reps: [] });
  const { made } = admin;
  await made({ number: number(1), kind: "promised", rep: "ana", by: at("13:00") });
  await made({ number: number(2), kind: "promised", rep: "ben", by: at("12:00") });
  await made({ number: number(3), kind: "promised", rep: "ana", by: at("11:00") });
  await made({ number: number(4), kind: "place" });
  await made({ number: number(5), kind: "place", queue: "sales" });
  return admin;
}

const numbers = (body: { callbacks: readonly Shown[] }) => body.callbacks.map((one) => Number(one.number.slice(-1)));

test("what is owed is listed by when it is owed", async () => {
  const { get } = await filled();
  const { body } = await get();
  expect(numbers(body).slice(2)).toEqual([3, 2, 1]);
  expect(
    numbers(body)
      .slice(0, 2)
      .toSorted((a, b) => a - b),
  ).toEqual([4, 5]);
});

test.each([
  [{ rep: "ana" }, [3, 1]],
  [{ rep: "dana" }, []],
  [{ queue: "sales" }, [5]],
  [{ kind: "promised", rep: "ben" }, [2]],
  [{ state: "missed" }, []],
  [{ state: "promised", kind: "promised" }, [3, 2, 1]],
])("asked for %j: %j", async (query, expected) => {
  const { get } = await filled();
  expect(numbers((await get("", query)).body)).toEqual(expected);
});

test("what is late is found, once its window is over and nobody has rung", async () => {
  const { made, get, office } = await openAdmin({ reps: ["Ana"] });
  const { body } = await get("/slots", { queue: "support", number: number(1), most: 1 });
  await made({ number: number(1), kind: "booked", from: body.slots[0].from });
  await office.rep("Ana").texts("out", office.line);
  const late = async () => numbers((await get("", { late: "true" })).body);
  await office.pass({ minutes: 29 });
  expect(await late()).toEqual([]);
  await office.pass({ minutes: 2 });
  expect(await late()).toEqual([1]);
  expect(numbers((await get("", { late: "false" })).body)).toEqual([]);
});

test("page by page, nothing is left out and nothing comes twice, though more is promised meanwhile", async () => {
  const { get, made } = await filled();
  const seen: number[] = [];
  let cursor: string | undefined;
  do {
    const { body } = await get("", { limit: 2, ...(cursor === undefined ? {} : { cursor }) });
    seen.push(...numbers(body));
    cursor = body.next;
    if (seen.length === 2) await made({ number: number(6), kind: "promised", rep: "ben", by: at("13:30") });
  } while (cursor !== undefined);
  expect(seen.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6]);
});

test("what was closed in a month is listed by that month, page by page", async () => {
  const { get, remove } = await filled();
  const { body } = await get("", { kind: "promised" });
  for (const { id } of body.callbacks as readonly Shown[]) await remove(`/${id}`, "*");
  const first = await get("", { month: "2026-11", limit: 2 });
  expect(numbers(first.body)).toEqual([3, 2]);
  expect(numbers((await get("", { month: "2026-11", limit: 2, cursor: first.body.next })).body)).toEqual([1]);
  expect(numbers((await get("", { month: "2026-10" })).body)).toEqual([]);
});

test.each([
  ["limit", { limit: 0 }],
  ["limit", { limit: 201 }],
  ["state", { state: "asleep" }],
  ["late", { late: "perhaps" }],
  ["month", { month: "2026-13" }],
  ["cursor", { cursor: "!!!" }],
  ["cursor", { cursor: "next", month: "2026-11" }],
])("a %s that does not hold is named", async (path, query) => {
  const { get } = await openAdmin();
  const answer = await get("", query);
  expect({ status: answer.status, path: answer.body.errors[0].path }).toEqual({ status: 400, path });
});

test.each([
  ["1212555", [4, 5, 3, 2, 1]],
  ["(212) 555-0103", [3]],
  ["555 0105", [5]],
  ["0199", []],
])("looked for %s: %j", async (find, expected) => {
  const { get } = await filled();
  expect(new Set(numbers((await get("", { find })).body))).toEqual(new Set(expected));
});

test("one is found by the code that its customer reads out", async () => {
  const { get, made } = await filled();
  const { shown } = await made({ number: number(6), kind: "place" });
  expect(numbers((await get("", { find: `${shown.code.slice(0, 3)} ${shown.code.slice(3)}` })).body)).toEqual([6]);
});

test("as a sheet they come all at once, and a note is no formula in it", async () => {
  const { get, made } = await filled();
  await made({ number: number(6), kind: "place", note: '=1+1, "the kettle"' });
  const { text, headers } = await get("", { format: "csv", limit: 2 });
  const [columns, ...rows] = text.trimEnd().split("\r\n");
  expect(headers["content-type"]).toMatch(/^text\/csv/);
  expect(headers["content-disposition"]).toContain("return-calls-open.csv");
  expect(columns).toMatch(/^id,code,kind,state,queue,number/);
  expect(rows).toHaveLength(6);
  expect(text).toContain('"\'=1+1, ""the kettle"""');
});
