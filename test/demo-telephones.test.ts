import { once } from "node:events";
import { createServer, request as httpRequest } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { expect, onTestFinished, test } from "vitest";
import { demoTelephones } from "../src/demo-telephones.ts";
import { realClock } from "../src/exchange/clock.ts";
import { startExchange } from "../src/exchange/exchange.ts";
import { pacedClock } from "../src/exchange/paced-clock.ts";
import { readCompany } from "../src/phone/company.ts";

const line = "+12125550100";
const caller = "+12125550301";

async function demo() {
  const clock = pacedClock(realClock());
  const exchange = await startExchange({ clock, accountSid: "AC1", authToken: "t", numbers: [] });
  const app = express();
  app.use(
    demoTelephones({ exchange, clock, company: () => readCompany("config/routing.json", "audio/manifest.json") }),
  );
  const server = createServer(app).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await exchange.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Reads a stream of events until one is as wanted. */
async function told(base: string, path: string, wanted: (one: Told) => boolean, meanwhile = async () => {}) {
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  const answer = await fetch(base + path, { signal: stop.signal });
  await meanwhile();
  let text = "";
  for await (const part of answer.body ?? []) {
    text += Buffer.from(part).toString();
    const blocks = text.split("\n\n").slice(0, -1);
    const found = blocks.map((block) => JSON.parse(block.slice("data: ".length)) as Told).find(wanted);
    if (found) return found;
  }
  throw new Error(`the stream ended without it: ${text}`);
}
type Told = { readonly address?: string; readonly event?: string; readonly data?: object; readonly kind?: string };

const act = (base: string, action: string, body: object) =>
  fetch(`${base}/demo/telephones/${encodeURIComponent(caller)}/${action}`, {
    method: "POST",
    body: JSON.stringify(body),
  });

test("a page dials as a caller's telephone, and one stream tells it of every telephone", async () => {
  const base = await demo();
  const state = await told(base, "/demo/telephones/events", ({ address }) => address === "+12125550201");
  expect(state).toMatchObject({ event: "state", data: { calls: [] } });
  const dialled = await told(
    base,
    "/demo/telephones/events",
    ({ event }) => event === "dialled",
    async () => {
      expect((await act(base, "dial", { to: line })).status).toBe(200);
    },
  );
  expect(dialled).toMatchObject({ address: caller, data: { to: line } });
  expect((await act(base, "press", { keys: "1" })).status).toBe(409);
});

test("a page knows the company by its files", async () => {
  const company = await (await fetch(`${await demo()}/demo/company`)).json();
  expect(company).toMatchObject({ routing: { business: { name: "Bright Kettle" } }, tracks: expect.any(Array) });
});

test("a page has time go faster, by one of a few paces", async () => {
  const base = await demo();
  const set = (pace: unknown) =>
    fetch(`${base}/demo/clock`, {
      method: "PUT",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ pace }),
    });
  expect(await (await fetch(`${base}/demo/clock`)).json()).toMatchObject({ pace: 1 });
  expect(await (await set(60)).json()).toMatchObject({ pace: 60, now: expect.any(String) });
  for (const wrong of [0, -1, 61, "60", null]) expect((await set(wrong)).status).toBe(400);
  expect(await (await fetch(`${base}/demo/clock`)).json()).toMatchObject({ pace: 60 });
});

test.each([
  [{ host: "evil.example.com" }, 403],
  [{ "sec-fetch-site": "cross-site" }, 403],
  [{ "sec-fetch-site": "same-site" }, 403],
  [{ "sec-fetch-site": "same-origin" }, 200],
])("a page of elsewhere does not reach the telephones: %j is answered %d", async (headers, status) => {
  const base = await demo();
  const answer = await new Promise<number | undefined>((resolve, reject) => {
    httpRequest(`${base}/demo/company`, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on("error", reject)
      .end();
  });
  expect(answer).toBe(status);
});
