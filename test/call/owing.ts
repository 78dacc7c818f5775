import type { Callback } from "../../src/callback/callback.ts";
import type { Owed, Slot, Verdict } from "../../src/callback/owed.ts";
import { arrived } from "./calls.ts";

export const receipt = { id: "CB1", code: "482107" };
const quarter = 900_000;

/** The windows that follow the hour after these tests begin. */
export function slotAt(index: number): Slot {
  const from = arrived + 3_600_000 + index * quarter;
  return { from, by: from + quarter, due: from };
}

/** Numbers of North America may be rung, premium ones not; all that is asked for can be had, but for what differs. */
export function owing(differs: Partial<Owed> = {}): Owed {
  return {
    ofNumber: () => undefined,
    ofCode: () => undefined,
    supportOwes: () => false,
    placeOf: () => undefined,
    wrongCodes: () => ({ ofNumber: 0, ofAll: 0 }),
    judge,
    slots: ({ after, most }) =>
      Array.from({ length: 12 }, (_, index) => slotAt(index))
        .filter(({ from }) => from >= after)
        .slice(0, most),
    timeFor: (_rep, _queue, _zones, wished) => ({ fits: true, by: wished }),
    receipt: () => receipt,
    ...differs,
  };
}

function judge(number: string): Verdict {
  const digits = number.replace(/^\+?1?/, "");
  if (!/^[2-9]\d{9}$/.test(digits)) return { ok: false, why: "not-a-number" };
  if (digits.startsWith("900")) return { ok: false, why: "kind" };
  return { ok: true, number: `+1${digits}`, zones: ["America/New_York"], texts: true };
}

/** A booked callback of the caller of these tests, but for what differs. */
export function callbackOf(differs: Partial<Callback> = {}): Callback {
  return {
    ...receipt,
    kind: "booked",
    to: "+12125550123",
    from: "+12125550100",
    language: "en",
    queue: "support",
    joinedAt: arrived,
    madeAt: arrived,
    madeBy: { who: "caller", via: "phone" },
    confirm: false,
    zones: ["America/New_York"],
    texts: true,
    everSupport: true,
    given: [{ givenAt: arrived, ...slotAt(0) }],
    tries: [],
    triedReps: {},
    overtaken: 0,
    state: { at: "promised" },
    ...differs,
  };
}
