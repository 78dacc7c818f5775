import { expect, test } from "vitest";
import { sign } from "../../src/exchange/signature.ts";
import { signedOver, type Arrived } from "../../src/twilio/signed-over.ts";

const publicUrl = "https://phone.example.com/line";
const path = "/twilio/proof/abc?x=1";
const told = publicUrl + path;
const token = "0123456789abcdef0123456789abcdef";
const params = { CallSid: "CA1", CallStatus: "initiated" };

const signed = (url: string, differs: Partial<Arrived> = {}, by = token) =>
  signedOver(
    { method: "POST", asked: path, params, signature: sign(by, url, params, "voice"), hosts: [], ...differs },
    { told, publicUrl, token },
  );

test.each<[string, ReturnType<typeof signed>, ReturnType<typeof signedOver>]>([
  ["over the address that Twilio was told", signed(told), { as: "right" }],
  ["without a signature", signed(told, { signature: undefined }), { as: "unsigned" }],
  ["with another token", signed(told, {}, "another"), { as: "unknown" }],
  ["after a parameter was changed", signed(told, { params: { ...params, CallStatus: "ringing" } }), { as: "unknown" }],
  [
    "over the address that we were told, and asked at another path",
    signed(told, { asked: `/app${path}` }),
    { as: "over", over: told },
  ],
  [
    "over plain http, where it was sent on from",
    signed(told.replace("https:", "http:")),
    { as: "over", over: told.replace("https:", "http:") },
  ],
  [
    "over the name with www",
    signed(told.replace("phone.", "www.phone.")),
    { as: "over", over: told.replace("phone.", "www.phone.") },
  ],
  [
    "over the name that a proxy tells of",
    signed("https://edge.example.net/line/twilio/proof/abc?x=1", { hosts: ["edge.example.net"] }),
    { as: "over", over: "https://edge.example.net/line/twilio/proof/abc?x=1" },
  ],
  [
    "over a path that a proxy has taken something away from",
    signed("https://phone.example.com/twilio/proof/abc?x=1"),
    { as: "over", over: "https://phone.example.com/twilio/proof/abc?x=1" },
  ],
  [
    "over the address without its query",
    signed("https://phone.example.com/line/twilio/proof/abc"),
    { as: "over", over: "https://phone.example.com/line/twilio/proof/abc" },
  ],
])("a request that is signed %s", (_how, found, expected) => {
  expect(found).toEqual(expected);
});
