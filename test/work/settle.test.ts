import { expect, test } from "vitest";
import { settledBy } from "../../src/work/settle.ts";

const now = 1_000_000;

test.each([
  ["done", { ok: 1 }, 0, { outcome: "done" }],
  ["what is gone needs nothing more", { gone: "no such call" }, 0, { outcome: "done" }],
  ["refused for good", { refused: "not a number" }, 0, { outcome: "gave-up", why: "not a number" }],
  ["later, at the first try: in a second", { later: "busy" }, 0, { outcome: "retry", at: now + 1_000 }],
  ["later, at the fifth try: in 16 s", { later: "busy" }, 4, { outcome: "retry", at: now + 16_000 }],
  ["later, at the sixth try: in 30 s", { later: "busy" }, 5, { outcome: "retry", at: now + 30_000 }],
  ["later, at the thousandth try: in 30 s", { later: "busy" }, 999, { outcome: "retry", at: now + 30_000 }],
  ["later, when Twilio says when", { later: "429", afterMs: 7_000 }, 9, { outcome: "retry", at: now + 7_000 }],
] as const)("%s", (_, reply, claims, settled) => {
  expect(settledBy(reply, { claims }, now)).toEqual(settled);
});
