import type { Call, Common, State } from "../../src/call/call.ts";
import type { InLine } from "../../src/call/waiting.ts";
import { unheard } from "../../src/hold/programme.ts";
import { modelRouting } from "../routing/model.ts";

export const routing = modelRouting();
/** When the calls of these tests came in. */
export const arrived = Date.UTC(2026, 10, 23, 15);

/** A call that has just come in, but for what differs, in a state. */
export function callAt<S extends State>(state: S, differs: Partial<Common> = {}): Common & S {
  return {
    sid: "CA1",
    from: "+12125550123",
    to: "+12125550100",
    arrivedAt: arrived,
    routing: routing.version,
    language: "en",
    moreTime: false,
    quiet: false,
    legs: { caller: { sid: "CA1", turn: 0 } },
    everSupport: false,
    heardBefore: {},
    story: [],
    played: [],
    overtaken: [],
    failures: 0,
    ...differs,
    ...state,
  };
}

/** A place in the support line since the call came in, but for what differs. */
export function lineOf(differs: Partial<InLine> = {}): InLine {
  return {
    queue: "support",
    joinedAt: arrived,
    since: arrived,
    heard: unheard(false),
    triedReps: {},
    overflowed: false,
    ...differs,
  };
}

/** One call in each state, with what a rep does in it done by Ben on leg r1. */
export const everyState: readonly Call[] = [
  callAt({ at: "fetching", rep: "ben", leg: "r1", rungAt: arrived }),
  callAt({ at: "dialling", how: "rep", with: { rep: "ben", leg: "r1" } }),
  callAt({ at: "greeting", how: "rep", with: { rep: "ben", leg: "r1" }, misses: 0 }),
  callAt({ at: "agreeing", with: { rep: "ben", leg: "r1" }, misses: 0 }),
  callAt({ at: "informing", misses: 0 }),
  callAt({ at: "snoozing", with: { rep: "ben", leg: "r1" }, informed: false, misses: 0 }),
  callAt({ at: "parting", came: "busy", with: { rep: "ben", leg: "r1" } }),
  callAt({
    at: "asking-after",
    matter: {
      id: "support +12125550123",
      number: "+12125550123",
      queue: "support",
      line: "+12125550100",
      language: "en",
      everSupport: true,
      spoken: [{ call: "CA0", rep: "ben", at: arrived, said: "resolved" }],
    },
    misses: 0,
    reached: true,
  }),
  callAt({ at: "menu", menu: "main", misses: 0 }),
  callAt({ at: "notice", cause: "closed", misses: 0 }),
  callAt({ at: "owed", code: "482107", asks: "what" }),
  callAt({ at: "receipt", menu: "main" }),
  callAt({ at: "dropped", place: { queue: "support", joinedAt: arrived, at: arrived } }),
  callAt({
    at: "offer",
    offer: { queue: "support", asks: "what", misses: 0 },
    notice: { cause: "closed", queue: "support", misses: 0 },
  }),
  callAt({ at: "queue", line: lineOf() }),
  callAt({ at: "ringing", line: lineOf(), rep: "ben", leg: "r1", rungAt: arrived, overtook: 0 }),
  talking(),
  transferring(),
  callAt({ at: "cut-off", line: lineOf(), rep: "ben" }),
  callAt({ at: "message", line: lineOf() }),
  callAt({ at: "voicemail", tries: 0 }),
  callAt({ at: "out", number: "+12125550777" }),
  callAt({ at: "desk", rep: "ben", misses: 0 }),
  wrappingUp(),
  callAt({ at: "leaving", outcome: "informed" }),
  callAt({ at: "ended", endedAt: arrived, outcome: "answered" }),
];

export function talking() {
  const conversation = { line: lineOf(), rep: "ben", leg: "r1", room: "CA1", since: arrived } as const;
  return callAt({ at: "talking", ...conversation, joined: true, desk: "room", misses: 0 });
}

export function transferring(other?: { readonly took: boolean }) {
  const conversation = { line: lineOf(), rep: "ben", leg: "r1", room: "CA1", since: arrived } as const;
  return callAt({
    at: "transferring",
    ...conversation,
    how: "warm",
    target: "sales",
    seekingSince: arrived,
    triedReps: {},
    desk: "waiting",
    ...(other ? { other: { rep: "ana", leg: "r2", took: other.took } as const } : {}),
  });
}

export function wrappingUp(ended = false) {
  const legs = { caller: { sid: "CA1", turn: 3, ended: true }, r1: { sid: "CA2", turn: 2, rep: "ben", ended } };
  return callAt(
    {
      at: "wrap-up",
      rep: "ben",
      leg: "r1",
      queue: "support",
      since: arrived,
      talkedSeconds: 60,
      asks: "disposition",
      misses: 0,
    },
    { legs },
  );
}
