import express from "express";
import { pino } from "pino";
import request from "supertest";
import { expect, test } from "vitest";
import { z } from "zod";
import { openApiOf } from "../../../src/web/api/openapi.ts";
import { operation } from "../../../src/web/api/operation.ts";
import { apiRouter, type Note } from "../../../src/web/api/router.ts";
import { may, roles } from "../../../src/web/api/who.ts";
import { errorHandler } from "../../../src/web/errors.ts";
import { Problem } from "../../../src/web/problem.ts";

const Hours = z.strictObject({ opens: z.string(), days: z.array(z.int().min(1).max(7)) });
const operations = [
  operation({
    id: "setHours",
    method: "put",
    path: "/api/hours/:name",
    tag: "Hours",
    summary: "Sets when it is open.",
    needs: "admin",
    params: z.object({ name: z.string().max(10) }),
    body: Hours,
    endings: { 200: { says: "Set.", body: Hours.extend({ name: z.string() }) } },
    answer: ({ params, body, who }) => ({ body: { ...body, name: params.name, by: who?.name } }),
  }),
  operation({
    id: "checkHours",
    method: "post",
    path: "/api/hours/check",
    tag: "Hours",
    summary: "Whether it could be so.",
    needs: "viewer",
    asks: true,
    body: Hours,
    endings: { 200: { says: "It could." } },
    answer: () => ({ body: {} }),
  }),
  operation({
    id: "readHours",
    method: "get",
    path: "/api/hours",
    tag: "Hours",
    summary: "When it is open.",
    needs: "anyone",
    query: z.object({ most: z.coerce.number().int().max(5).default(2) }),
    endings: { 200: { says: "So many.", body: z.object({ most: z.int() }) } },
    answer: ({ query }) => ({ body: { most: query.most }, headers: { ETag: '"1"' } }),
  }),
];

const apology = () => {
  throw new Error("no caller is here");
};
const noted: string[] = [];
let diskIsFull = false;
const note: Note = async (one, _request, who) => void noted.push(`${who.name} ${one.id}`);
const app = express()
  .use(
    apiRouter(operations, {
      async admit(asked, _response, needs) {
        const role = roles.find((one) => one === asked.get("X-Role"));
        if (!role) throw new Problem(401, "Sign in.");
        if (!may(role, needs)) throw new Problem(403, `Only ${needs} may.`);
        return { id: "u1", name: "Ida", role };
      },
      note,
      begun: () => {},
      kept() {
        if (diskIsFull) throw new Problem(503, "The disk is full.");
      },
    }),
  )
  .use(errorHandler({ log: pino({ level: "silent" }), publicUrl: "https://x.example", apology }));

test("what is read by the schemas is handed on, with who asks", async () => {
  const answer = await request(app)
    .put("/api/hours/shop")
    .set("X-Role", "admin")
    .send({ opens: "09:00", days: [1, 2] });
  expect(answer.body).toEqual({ opens: "09:00", days: [1, 2], name: "shop", by: "Ida" });
  expect(noted).toEqual(["Ida setHours"]);
});

test.each([
  [undefined, 401],
  ["rep", 403],
  ["admin", 400],
])("before %s is let in, not even the body is looked at: %i", async (role, status) => {
  const asked = request(app).put("/api/hours/shop");
  const answer = await (role === undefined ? asked : asked.set("X-Role", role)).send({ opens: "09:00", days: [9] });
  expect(answer.status).toBe(status);
  expect(answer.type).toBe("application/problem+json");
});

test("each field that does not hold is named by its path", async () => {
  const answer = await request(app)
    .put("/api/hours/shop")
    .set("X-Role", "admin")
    .send({ days: [1, 9] });
  const paths = (answer.body as { errors: { path: string }[] }).errors.map(({ path }) => path);
  expect(paths).toEqual(["opens", "days.1"]);
});

test("anyone may ask what is for anyone", async () => {
  const answer = await request(app).get("/api/hours");
  expect([answer.status, answer.body, answer.headers["etag"]]).toEqual([200, { most: 2 }, '"1"']);
});

test("the document is made of the same schemas", () => {
  const document = openApiOf(operations, "https://x.example", "session") as {
    paths: Record<string, Record<string, Record<string, unknown>>>;
  };
  expect(Object.keys(document.paths)).toEqual(["/api/hours/{name}", "/api/hours/check", "/api/hours"]);
  expect(document.paths["/api/hours/{name}"]?.["put"]).toMatchObject({
    operationId: "setHours",
    "x-role": "admin",
    parameters: [{ name: "name", in: "path", required: true, schema: { type: "string", maxLength: 10 } }],
    requestBody: { content: { "application/json": { schema: { required: ["opens", "days"] } } } },
  });
  expect(document.paths["/api/hours"]?.["get"]).toMatchObject({
    security: [],
    parameters: [{ name: "most", in: "query", required: false, schema: { maximum: 5, default: 2 } }],
  });
});

test("a change that the disk has not taken is not answered as made, and a question is answered all the same", async () => {
  diskIsFull = true;
  try {
    const put = request(app).put("/api/hours/shop").set("X-Role", "admin");
    expect((await put.send({ opens: "09:00", days: [1] })).status).toBe(503);
    expect(
      (await request(app).post("/api/hours/check").set("X-Role", "viewer").send({ opens: "?", days: [] })).status,
    ).toBe(200);
  } finally {
    diskIsFull = false;
  }
});

test("a question changes nothing, and nobody is told of it", async () => {
  noted.length = 0;
  await request(app)
    .post("/api/hours/check")
    .set("X-Role", "viewer")
    .send({ opens: "09:00", days: [1] });
  expect(noted).toEqual([]);
});
