import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Params } from "../../src/twilio/params.ts";
import { signatureChecker } from "../../src/twilio/signature.ts";

/** Twilio's own recipe: https://www.twilio.com/docs/usage/security#validating-requests */
function sign(token: string, url: string, params: Params = {}): string {
  const sent = Object.keys(params)
    .sort()
    .map((name) =>
      [params[name] ?? ""]
        .flat()
        .map((value) => name + value)
        .join(""),
    );
  return createHmac("sha1", token)
    .update(url + sent.join(""))
    .digest("base64");
}

const publicUrl = "https://phone.example.com";
const params: Params = { CallSid: "CA1", From: "+12125550123", Body: "a b+c é🫖" };
const isSigned = signatureChecker(["new", "old"], publicUrl);

describe("a webhook's signature", () => {
  test("holds in the example of Twilio's documentation", () => {
    const example = {
      CallSid: "CA1234567890ABCDE",
      Caller: "+14158675310",
      Digits: "1234",
      From: "+14158675310",
      To: "+18005551212",
    };
    const check = signatureChecker(["12345"], "https://example.com");
    expect(check("/myapp.php?foo=1&bar=2", example, "L/OH5YylLD5NRKLltdqwSvS0BnU=")).toBe(true);
  });

  test.each(["new", "old"])("holds with the %s token during a rotation, and with no other", (token) => {
    expect(isSigned("/twilio/voice", params, sign(token, `${publicUrl}/twilio/voice`, params))).toBe(true);
    expect(signatureChecker(["other"], publicUrl)("/twilio/voice", params, sign(token, publicUrl))).toBe(false);
  });

  test.each(["https://phone.example.com/", "https://phone.example.com"])("is over %s, one slash between", (base) => {
    const check = signatureChecker(["new"], base);
    expect(check("/twilio/voice?a=b'c%27", {}, sign("new", `${publicUrl}/twilio/voice?a=b'c%27`))).toBe(true);
  });

  test("is over the public address where a proxy takes a folder off the path", () => {
    const check = signatureChecker(["new"], `${publicUrl}/holdfast`);
    expect(check("/twilio/voice", {}, sign("new", `${publicUrl}/holdfast/twilio/voice`))).toBe(true);
  });

  test.each([
    ["is missing", "/twilio/voice", params, undefined],
    ["is empty", "/twilio/voice", params, ""],
    ["is cut short", "/twilio/voice", params, sign("new", `${publicUrl}/twilio/voice`, params).slice(0, -1)],
    ["is for another path", "/twilio/sms", params, sign("new", `${publicUrl}/twilio/voice`, params)],
    ["is for another host", "/twilio/voice", params, sign("new", "https://evil.example.com/twilio/voice", params)],
    [
      "has one parameter changed",
      "/twilio/voice",
      { ...params, From: "+12125550124" },
      sign("new", `${publicUrl}/twilio/voice`, params),
    ],
    [
      "has one parameter more",
      "/twilio/voice",
      { ...params, More: "" },
      sign("new", `${publicUrl}/twilio/voice`, params),
    ],
    ["is for a path that is none", "http://evil.example.com/", {}, sign("new", `${publicUrl}http://evil.example.com/`)],
  ])("does not hold where it %s", (_how, url, sent, signature) => {
    expect(isSigned(url, sent, signature)).toBe(false);
  });
});
