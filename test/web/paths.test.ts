import express from "express";
import request from "supertest";
import { describe, expect, test } from "vitest";
import { legOf, numberUrls, paths, turnIn, urlsOf } from "../../src/web/paths.ts";
import { served } from "./served.ts";

const call = "CA0123456789abcdef0123456789abcdef";
const urls = urlsOf(
  "https://phone.example.com/",
  call,
  (track) => `${track}0a`,
  (name) => `${name}-seal`,
);
const recording = `https://api.twilio.com/2010-04-01/Accounts/AC1/Recordings/RE${"1".repeat(32)}`;
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
    [
      paths.said,
      urls.said(recording) ?? "",
      { recording: "RE" + "1".repeat(32), seal: `RE${"1".repeat(32)}-seal` },
      "",
    ],
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

test("what is no recording's address is played nowhere", () => {
  expect(urls.said("https://example.com/a.wav")).toBeUndefined();
});

describe("a turn's path", () => {
  test.each(["", "?again=1"])("says which leg of which call asks what%s", (query) => {
    const then = { asked: "wait", leg: "caller", turn: 12 };
    expect(turnIn(`/twilio/call/CA1/caller/12/wait${query}`)).toEqual({ call: "CA1", then });
  });

  test.each([
    "/twilio/call/CA1/r0/1/wait",
    "/twilio/call/CA1/rep/1/wait",
    "/twilio/call/CA1/caller/-1/wait",
    "/twilio/call/CA1/caller/1e3/wait",
    "/twilio/call/CA1/caller/1/toString",
    "/twilio/call/CA1/caller/1/wait/",
    "/twilio/call/CA%zz/caller/1/wait",
    "/twilio/call//caller/1/wait",
    "/elsewhere?/twilio/call/CA1/caller/1/wait",
    "/twilio/voice",
  ])("%s is none of ours", (url) => expect(turnIn(url)).toBeUndefined());

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
