import { describe, expect, test } from "vitest";
import { verdict, type Judged } from "../../src/callback/guard.ts";
import type { NumberKind } from "../../src/callback/number.ts";
import { modelRouting } from "../routing/model.ts";

const number = "+12125550123";
const facts = { number, country: "US", kind: "mobile-or-fixed", zones: ["America/New_York"] } as const;
const none = { toNumber: 0, alike: 0, ofQueue: 0, minutes: 0 };
const usual: Judged = { facts, own: new Set(["US"]), today: none, askedNotTo: false, off: false };

type Outbound = Partial<ReturnType<typeof modelRouting>["business"]["outbound"]>;
function judged(differs: Partial<Judged>, outbound: Outbound = {}) {
  const routing = modelRouting();
  const business = { ...routing.business, outbound: { ...routing.business.outbound, ...outbound } };
  const said = verdict({ ...usual, ...differs }, { ...routing, business });
  return said.ok ? "rung" : said.why;
}

test("a number that may be rung comes with its zones, and whether it takes texts", () => {
  const { routing } = { routing: modelRouting() };
  expect(verdict(usual, routing)).toEqual({ ok: true, number, zones: ["America/New_York"], texts: true });
  const fixed = { ...facts, kind: "fixed" } as const;
  expect(verdict({ ...usual, facts: fixed }, routing)).toMatchObject({ ok: true, texts: false });
});

describe("what a number is:", () => {
  const of = (country: string | undefined, kind: NumberKind) => ({
    facts: { number, kind, zones: [], ...(country === undefined ? {} : { country }) },
  });
  test.each<[string, Partial<Judged>, Outbound, string]>([
    ["none at all", { facts: undefined }, {}, "not-a-number"],
    ["one of an own line's country", of("US", "mobile"), {}, "rung"],
    ["one of another country", of("JM", "mobile"), {}, "country"],
    ["one of another country that is allowed", of("JM", "mobile"), { countries: ["US", "JM"] }, "rung"],
    ["one of an own line's country that is not allowed", of("US", "mobile"), { countries: ["JM"] }, "country"],
    ["one of no country", of(undefined, "mobile"), {}, "kind"],
    ["premium, shared cost, satellite", of("US", "never"), {}, "kind"],
    ["premium, in another country", of("JM", "never"), {}, "kind"],
    ["toll-free", of("US", "toll-free"), {}, "kind"],
    ["toll-free where that is allowed", of("US", "toll-free"), { kinds: ["toll-free"] }, "rung"],
    ["a mobile where only fixed ones are allowed", of("US", "mobile"), { kinds: ["fixed"] }, "kind"],
    [
      "one that may be a mobile, where only fixed ones are allowed",
      of("US", "mobile-or-fixed"),
      { kinds: ["fixed"] },
      "rung",
    ],
    ["one that may be a mobile, where neither is allowed", of("US", "mobile-or-fixed"), { kinds: ["voip"] }, "kind"],
    ["one over the internet", of("US", "voip"), {}, "rung"],
  ])("%s", (_, differs, outbound, expected) => {
    expect(judged(differs, outbound)).toBe(expected);
  });
});

describe("how much was done today:", () => {
  const today = (differs: Partial<Judged["today"]>) => ({ today: { ...none, ...differs } });
  test.each<[string, Partial<Judged>, Outbound, string]>([
    ["3 of 4 to the number", today({ toNumber: 3 }), { perNumberADay: 4 }, "rung"],
    ["4 of 4 to the number", today({ toNumber: 4 }), { perNumberADay: 4 }, "too-often"],
    ["39 of 40 to numbers alike", today({ alike: 39 }), { perPrefixADay: 40 }, "rung"],
    ["40 of 40 to numbers alike", today({ alike: 40 }), { perPrefixADay: 40 }, "too-many-alike"],
    ["499 of 500 of the queue", today({ ofQueue: 499 }), { perQueueADay: 500 }, "rung"],
    ["500 of 500 of the queue", today({ ofQueue: 500 }), { perQueueADay: 500 }, "too-many-today"],
    ["99 of 100 minutes", today({ minutes: 99 }), { minutesADay: 100 }, "rung"],
    ["100 of 100 minutes", today({ minutes: 100 }), { minutesADay: 100 }, "spent"],
  ])("%s", (_, differs, outbound, expected) => {
    expect(judged(differs, outbound)).toBe(expected);
  });

  test("nobody is rung while return calls are switched off, whatever the number", () => {
    expect(judged({ off: true, facts: undefined, askedNotTo: true })).toBe("switched-off");
  });

  test("whoever has said STOP is not rung, and hears that before any cap", () => {
    expect(judged({ askedNotTo: true, ...today({ toNumber: 99 }) })).toBe("asked-not-to");
  });
});
