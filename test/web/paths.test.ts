import express from "express";
import request from "supertest";
import { describe, expect, test } from "vitest";
import { legOf, numberUrls, paths, thenOf, urlsOf } from "../../src/web/paths.ts";
import { served } from "./served.ts";

const call = "CA0123456789abcdef0123456789abcdef";
const urls = urlsOf("https://phone.example.com/", call, (track) => `${track}0a`);
const retries = "#rc=2&rp=ct,rt,5xx&ct=3000&rt=4000";

describe("every URL that we give Twilio", () => {
  const then = { asked: "answer", leg: "r2", turn: 7 } as const;
  test.each([
    [paths.turn, urls.turn(then), { call, leg: "r2", turn: "7", asked: "answer" }, retries],
    [paths.leg, urls.leg("r2"), { call, leg: "r2" }, retries],
    [paths.identified, urls.identified("caller"), { call, leg: "caller" }, retries],
    [paths.room, urls.room, {}, retries],
    [paths.music, urls.track("harbour", 80, 8000), { hash: "harbour0a", from: "80", to: "8000" }, ""],
    [paths.recorded, urls.recorded("welcome.wav"), { file: "welcome.wav" }, ""],
    [paths.voice, numberUrls("https://phone.example.com").voice, {}, retries],
    [paths.voiceFallback, numberUrls("https://phone.example.com").voiceFallback, {}, retries],
    [paths.status, numberUrls("https://phone.example.com").status, {}, retries],
    [paths.sms, numberUrls("https://phone.example.com").sms, {}, retries],
    [paths.apology, numberUrls("https://phone.example.com").apology, {}, retries],
  ])("for %s is routed there, with what it names", async (path, url, params, fragment) => {
    const app = express();
    app.use(path, (asked, response) => void response.json(asked.params));
    const { origin, pathname, hash } = new URL(url);
    expect([origin, hash]).toEqual(["https://phone.example.com", fragment]);
    expect(
      (
        await request(await served(app))
          .get(pathname)
          .expect(200)
      ).body,
    ).toEqual(params);
  });
});

describe("a turn's path", () => {
  test("says which leg asks what", () => {
    expect(thenOf({ leg: "caller", turn: "12", asked: "wait" })).toEqual({ asked: "wait", leg: "caller", turn: 12 });
  });

  test.each([
    [{ leg: "r0", turn: "1", asked: "wait" }],
    [{ leg: "rep", turn: "1", asked: "wait" }],
    [{ leg: "caller", turn: "-1", asked: "wait" }],
    [{ leg: "caller", turn: "1e3", asked: "wait" }],
    [{ leg: "caller", turn: "1", asked: "toString" }],
    [{}],
  ])("of %j is none of ours", (params) => expect(thenOf(params)).toBeUndefined());

  test("names legs as calls do", () => {
    expect(["caller", "r1", "r12", "r", "R1", undefined].map(legOf)).toEqual([
      "caller",
      "r1",
      "r12",
      undefined,
      undefined,
      undefined,
    ]);
  });
});
