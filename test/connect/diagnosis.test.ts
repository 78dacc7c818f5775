import { expect, test } from "vitest";
import type { AccountNumber } from "../../src/twilio/account.ts";
import { diagnosis, type Facts } from "../../src/twilio/diagnosis.ts";

const leads = {
  voiceUrl: "",
  voiceFallbackUrl: "",
  statusCallback: "",
  smsUrl: "",
  voiceApplicationSid: "",
  smsApplicationSid: "",
};
const number: AccountNumber = {
  sid: "PN1",
  number: "+12125550000",
  name: "Main",
  voice: true,
  sms: true,
  trunk: false,
  leads,
};
const standing = { status: "active", type: "Full", name: "Bright Kettle" };
const good: Facts = {
  publicUrl: "https://phone.example.com",
  standing: { ok: standing },
  numbers: { ok: [number] },
  missingLines: [],
  notDialled: [],
  ownAddress: { is: "ours" },
  proof: { was: "came", signed: { as: "right" }, redirected: false },
};
const came = (signed: Extract<Facts["proof"], { was: "came" }>["signed"], redirected = false) =>
  ({ was: "came", signed, redirected }) as const;

test("a connection in good order has nothing wrong with it", () => {
  expect(diagnosis(good).map(({ is }) => is)).toEqual(["fine", "fine", "fine", "fine"]);
});

test.each<[string, Partial<Facts>, RegExp]>([
  ["a wrong token", { standing: { refused: "Authenticate", code: 20003 } }, /SID or the auth token is wrong/],
  ["an account that is none", { standing: { gone: "not found" } }, /no such account/],
  ["an account that was suspended", { standing: { ok: { ...standing, status: "suspended" } } }, /has suspended/],
  ["one that lets nobody in any more", { standing: { refused: "Account not active", code: 20005 } }, /suspended or/],
  ["one that is closed", { standing: { ok: { ...standing, status: "closed" } } }, /The account is closed/],
  ["Twilio out of reach", { standing: { later: "ECONNREFUSED" } }, /does not answer \(ECONNREFUSED\)/],
  ["no number", { numbers: { ok: [] } }, /has no number/],
  ["numbers that only text", { numbers: { ok: [{ ...number, voice: false }] } }, /None .* takes calls/],
  ["a number on a trunk", { numbers: { ok: [{ ...number, trunk: true }] } }, /\+12125550000 goes over a SIP trunk/],
  ["a line that is another's", { missingLines: ["+12125550001"] }, /does not have \+12125550001/],
  ["no permission to dial", { notDialled: ["ES", "FR"] }, /may not dial ES, FR.*Geo permissions/],
  ["a page of somebody else's", { ownAddress: { is: "another" } }, /something else answers/],
  ["a redirect", { ownAddress: { is: "moved", to: "https://www.example.com" } }, /sends on to https:\/\/www\.example/],
  ["nothing that comes", { proof: { was: "silent" } }, /never came here/],
  ["nothing that is sent", { proof: { was: "not-sent", why: "no" } }, /would not send us anything.*: no/],
  ["no signature", { proof: came({ as: "unsigned" }) }, /takes the header X-Twilio-Signature away/],
  ["another address", { proof: came({ as: "over", over: "https://a.example/b" }) }, /probably signed https:\/\/a\.ex/],
  ["another token", { proof: came({ as: "unknown" }) }, /not the account's primary one/],
  [
    "a post turned into a get",
    { proof: came({ as: "over", over: "https://a.example/b" }, true) },
    /at https:\/\/a\.ex/,
  ],
])("%s is said in words, and what to do", (_what, differs, words) => {
  const wrong = diagnosis({ ...good, ...differs }).filter(({ is }) => is === "wrong");
  expect(wrong.map(({ sentence }) => sentence)).toEqual([expect.stringMatching(words)]);
});

test("a trial account, and an address that cannot be reached from within, are worth a note", () => {
  const found = diagnosis({
    ...good,
    standing: { ok: { ...standing, type: "Trial" } },
    ownAddress: { is: "dead", why: "ETIMEDOUT" },
  });
  expect(found.filter(({ is }) => is === "note").map(({ about }) => about)).toEqual(["Account", "Address"]);
  expect(found.filter(({ is }) => is === "wrong")).toEqual([]);
});
