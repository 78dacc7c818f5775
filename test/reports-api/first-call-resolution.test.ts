import request from "supertest";
import { expect, test } from "vitest";
import type { Business } from "../support/business.ts";
import { adminToken } from "../support/admin-token.ts";
import { office, type Office } from "../support/office.ts";
import { asksFor, talk, wrapsUp } from "../support/usual.ts";

const path = "/api/reports/first-call-resolution";
const unknown = { cases: 0, atFirst: 0, share: null };

/** A case is over after a day without more of it. */
function overInADay(routing: Business) {
  return { ...routing, business: { ...routing.business, resolvedWithinDays: 1 } };
}

async function asked({ app }: Office, query: object = {}, accept = "application/json") {
  const api = request((await app()).publicUrl);
  return api.get(path).set("Authorization", `Bearer ${adminToken}`).set("Accept", accept).query(query);
}

/** Ben resolves one case at the first call; another comes back, and is not. Both are over on Tuesday evening. */
async function twoCases(): Promise<Office> {
  const all = office({ reps: ["Ben"], routing: overInADay });
  const { caller, another, rep, pass } = all;
  await talk(caller, rep("Ben"));
  await caller.hangsUp();
  await wrapsUp(rep("Ben"));
  const other = another();
  await talk(other, rep("Ben"));
  await other.hangsUp();
  await wrapsUp(rep("Ben"));
  await asksFor(other, "support").hears(/sorry that it is not solved/);
  await other.hangsUp();
  await pass({ minutes: 26 * 60 });
  return all;
}

test("first-call resolution is shown by queue; without a case that is over it is not known", async () => {
  const all = await twoCases();
  const { status, body, headers } = await asked(all);
  expect({ status, cache: headers["cache-control"] }).toEqual({ status: 200, cache: "no-store" });
  expect(body).toMatchObject({
    from: new Date(all.now() - 30 * 86_400_000).toISOString(),
    to: new Date(all.now()).toISOString(),
    by: "queue",
    figures: [
      { queue: "support", cases: 2, atFirst: 1, share: 0.5 },
      { queue: "sales", ...unknown },
      { queue: "reception", ...unknown },
    ],
  });
});

test("for coaching it is shown by rep, in the order of the routing and never by the figure", async () => {
  const { body } = await asked(await twoCases(), { by: "rep" });
  expect(body.figures).toEqual([
    { rep: "ana", ...unknown },
    { rep: "ben", cases: 2, atFirst: 1, share: 0.5 },
    { rep: "cleo", ...unknown },
    { rep: "dana", ...unknown },
    { rep: "rosa", ...unknown },
  ]);
});

test.each([
  ["a day of the business, to its end", { from: "2026-11-24", to: "2026-11-24" }, 2],
  ["the day before", { from: "2026-11-23", to: "2026-11-23" }, 0],
  ["months before", { from: "2026-08-15", to: "2026-11-22" }, 0],
  ["over the turn of a year", { from: "2026-02-01", to: "2027-01-31" }, 2],
  ["to an instant", { from: "2026-11-24", to: "2026-11-24T10:00:00-05:00" }, 0],
  ["from an instant", { from: "2026-11-24T10:00:00-05:00" }, 2],
])("asked for %s, the cases that were over then are counted", async (_, query, cases) => {
  const { body } = await asked(await twoCases(), query);
  expect(body.figures[0]).toMatchObject({ queue: "support", cases });
});

test.each([
  ["by its address", { format: "csv" }, "*/*"],
  ["by what is accepted", {}, "text/csv"],
])("it can be had as CSV, %s, where what is not known is empty", async (_, query, accept) => {
  const answer = await asked(await twoCases(), query, accept);
  expect(answer.headers["content-type"]).toMatch(/^text\/csv/);
  expect(answer.headers["content-disposition"]).toContain("filename=first-call-resolution-by-queue.csv");
  expect(answer.text).toBe("queue,cases,atFirst,share\r\nsupport,2,1,0.5\r\nsales,0,0,\r\nreception,0,0,\r\n");
});

test.each([
  ["from", { from: "yesterday" }],
  ["to", { to: "2026-11-31" }],
  ["from", { from: ["2026-11-01", "2026-11-02"] }],
  ["to", { from: "2026-11-24", to: "2026-11-23" }],
  ["from", { from: "2020-01-01" }],
  ["by", { by: "talk-time" }],
  ["format", { format: "pdf" }],
  ["", { since: "2026-11-01" }],
])("a %s that does not hold is named: %j", async (field, query) => {
  const { status, body, headers } = await asked(office(), query);
  expect({ status, type: headers["content-type"] }).toMatchObject({ status: 400, type: /problem\+json/ });
  expect(body.errors[0]).toEqual({ path: field, sentence: expect.any(String) as string });
});

test("what we cannot write is refused, and so is whoever is not the admin", async () => {
  const all = office();
  expect((await asked(all, {}, "application/pdf")).status).toBe(406);
  expect((await request((await all.app()).publicUrl).get(path)).status).toBe(401);
});

test("cases that are over are there for Prometheus", async () => {
  const { app } = await twoCases();
  const { text } = await request((await app()).publicUrl).get("/metrics");
  expect(text).toContain('holdfast_cases_total{queue="support",at_first="yes"} 1');
  expect(text).toContain('holdfast_cases_total{queue="support",at_first="no"} 1');
});
