import express from "express";
import request from "supertest";
import { expect, test } from "vitest";
import type { PhoneLine } from "../../src/twilio/line.ts";
import { saidRouter, sealWith } from "../../src/web/said.ts";
import { served } from "./served.ts";

const recording = `RE${"0a".repeat(16)}`;
const seal = sealWith("a token");

type Reply = Awaited<ReturnType<PhoneLine["recording"]>>;

/** Asks for a recording, of which Twilio has this to say, each time it is asked; the last for good. */
async function ask(path: string, ...replies: readonly [Reply, ...Reply[]]) {
  const app = express();
  const left = [...replies];
  const recording = () => Promise.resolve((left.length > 1 ? left.shift() : left[0]) ?? replies[0]);
  app.use(
    "/audio",
    saidRouter({ recording }, seal, () => Promise.resolve()),
  );
  return request(await served(app)).get(path);
}

test("what was said is played to whoever has its seal, and is kept nowhere on the way", async () => {
  const { status, headers, body } = await ask(`/audio/said/${recording}/${seal(recording)}.wav`, {
    ok: Buffer.from("RIFF as it came"),
  });
  expect([status, headers["content-type"], headers["cache-control"]]).toEqual([200, "audio/wav", "private, no-store"]);
  expect(String(body)).toBe("RIFF as it came");
});

test("what was said a moment ago is asked for again, until it can be had", async () => {
  const gone = { gone: "not found" };
  const path = `/audio/said/${recording}/${seal(recording)}.wav`;
  expect(String((await ask(path, gone, gone, { ok: Buffer.from("RIFF at last") })).body)).toBe("RIFF at last");
});

test.each([
  ["another recording's", sealWith("a token")(`RE${"1".repeat(32)}`)],
  ["one by another token", sealWith("another token")(recording)],
  ["none at all", "0".repeat(32)],
])("with %s seal there is nothing", async (_, wrong) => {
  expect((await ask(`/audio/said/${recording}/${wrong}.wav`, { ok: Buffer.from("RIFF") })).status).toBe(404);
});

test.each([
  ["is gone", { gone: "deleted" }],
  ["cannot be had now", { later: "busy" }],
  ["is refused", { refused: "no" }],
])("a recording that %s is a moment of silence, for what comes after it", async (_, reply) => {
  const { status, body } = await ask(`/audio/said/${recording}/${seal(recording)}.wav`, reply);
  expect([status, Buffer.from(body as Uint8Array).toString("latin1", 0, 4)]).toEqual([200, "RIFF"]);
});
