import type { Callback, CallbackFacts, CallbackState, Given } from "../../src/callback/callback.ts";
import { arrived } from "./calls.ts";

/** A place that was kept when the calls of these tests came in, but for what differs, in a state. */
export function callbackAt(
  state: CallbackState,
  differs: Partial<CallbackFacts> = {},
  given: Partial<Given> = {},
): Callback {
  return {
    id: "CB1",
    code: "123456",
    kind: "place",
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
    given: [{ givenAt: arrived, ...given }],
    tries: [],
    triedReps: {},
    overtaken: 0,
    ...differs,
    state,
  };
}

export const due = { at: "due", since: arrived } as const;
export const ringingOut = { at: "ringing", since: arrived, call: "CB1.1" } as const;
