import { expect, test } from "vitest";
import { anne, at, openAdmin } from "./admin.ts";

const word = { kind: "promised", rep: "ana", by: at("12:00") };

test("a rep's word is moved to another time, and its history says by whom", async () => {
  const { made, patch, get, office } = await openAdmin();
  const { shown, etag } = await made({ ...word, confirmed: true });
  const moved = await patch(`/${shown.id}`, { by: at("14:00") }, etag);
  expect(moved.status).toBe(200);
  expect(moved.headers["etag"]).not.toBe(etag);
  expect(moved.body).toMatchObject({
    owed: { by: "2026-11-23T19:00:00.000Z" },
    promises: [{ ended: { how: "moved", by: { who: "admin" } } }, { by: "2026-11-23T19:00:00.000Z" }],
  });
  expect((await get(`/${shown.id}`)).body).toEqual(moved.body);
  await office.another(anne).getsText(/at another time than we said: by 2 PM/);
});

test("a kept place that is given a window is booked", async () => {
  const { made, patch, get } = await openAdmin();
  const { shown } = await made({ kind: "place" });
  const { body } = await get("/slots", { queue: "support", number: anne, most: 1 });
  const [slot] = body.slots;
  const moved = await patch(`/${shown.id}`, { from: slot.from }, "*");
  expect(moved.body).toMatchObject({ kind: "booked", owed: slot });
});

test.each([
  ["a time at which the rep's queue is open, but past", { by: at("09:00") }, 409],
  ["a window for what is a rep's word", { from: at("12:00") }, 422],
  ["two times", { from: at("12:00"), by: at("12:15") }, 400],
  ["no time", {}, 400],
])("%s is no time to move it to", async (_, body, status) => {
  const { made, patch } = await openAdmin();
  const { shown, etag } = await made(word);
  expect((await patch(`/${shown.id}`, body, etag)).status).toBe(status);
});

test("whoever edits names what was read: not at all is refused, something older too, and anything is said by a star", async () => {
  const { made, patch, remove } = await openAdmin();
  const { shown, etag } = await made(word);
  expect((await patch(`/${shown.id}`, { by: at("13:00") })).status).toBe(428);
  expect((await remove(`/${shown.id}`)).status).toBe(428);
  const moved = await patch(`/${shown.id}`, { by: at("13:00") }, etag);
  const stale = await patch(`/${shown.id}`, { by: at("14:00") }, etag);
  expect(stale.status).toBe(412);
  expect(stale.headers["etag"]).toBe(moved.headers["etag"]);
  expect((await remove(`/${shown.id}`, etag)).status).toBe(412);
  expect((await remove(`/${shown.id}`, "*")).status).toBe(200);
});

test("of two who move it at once only one does", async () => {
  const { made, patch } = await openAdmin();
  const { shown, etag } = await made(word);
  const both = [at("13:00"), at("14:00")].map((by) => patch(`/${shown.id}`, { by }, etag));
  const statuses = (await Promise.all(both)).map(({ status }) => status);
  expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 412]);
});

test("what is cancelled is over, is told, and can still be read, but not changed", async () => {
  const { made, remove, get, patch, office } = await openAdmin();
  const { shown, etag } = await made({ ...word, confirmed: true });
  const cancelled = await remove(`/${shown.id}`, etag);
  expect(cancelled.body).toMatchObject({ state: { at: "closed" }, promises: [{ ended: { how: "cancelled" } }] });
  await office.another(anne).getsText(/has been called off/);
  expect((await get(`/${shown.id}`)).body).toEqual(cancelled.body);
  expect((await get()).body.callbacks).toEqual([]);
  expect((await patch(`/${shown.id}`, { by: at("14:00") }, "*")).status).toBe(404);
});

test("what is not there is not found", async () => {
  const { get, remove } = await openAdmin();
  expect((await get("/CB404")).status).toBe(404);
  expect((await remove("/CB404", "*")).status).toBe(404);
});

test("news is kept with who brought it", async () => {
  const { made, post, office } = await openAdmin();
  const { shown } = await made(word);
  await office.pass({ minutes: 5 });
  const told = await post({ text: "The part is here.", rep: "ben" }, `/${shown.id}/news`);
  expect(told.body.news).toEqual({ text: "The part is here.", rep: "ben", at: "2026-11-23T15:05:00.000Z" });
  expect((await post({ text: " " }, `/${shown.id}/news`)).status).toBe(400);
});
