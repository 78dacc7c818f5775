import { nothingOwed, type Owed } from "../../src/callback/owed.ts";
import * as fc from "fast-check";
import type { Call } from "../../src/call/call.ts";
import type { CallEvent, House, Standing } from "../../src/call/event.ts";
import type { LegId } from "../../src/call/verb.ts";
import type { Routing } from "../../src/routing/routing.ts";
import { callbackOf, owing, receipt } from "./owing.ts";
import { callbackAt } from "./returns.ts";

/** How one event of a life is chosen, before it is known what the call is then doing. */
export type Choice = {
  /** Which of the events that may come. */
  readonly which: number;
  readonly key: string;
  readonly seconds: number;
  readonly waiting: number;
  readonly signedIn: number;
  readonly place: number;
  readonly words: string;
};

const keys = fc.constantFrom(..."0 1 2 3 4 5 6 7 8 9 * #".split(" "));
/** Choices with the likely ones in the greater number: small figures lead deep into a call. */
export const choices = fc.array(
  fc.record({
    which: fc.nat(1_000),
    key: fc.oneof(
      fc.constantFrom("1", "2", "4"),
      keys,
      keys,
      fc.oneof(fc.constantFrom("2125550199", receipt.code), fc.string({ maxLength: 4 })),
    ),
    seconds: fc.oneof(fc.constantFrom(0, 1, 30), fc.nat(900)),
    waiting: fc.nat(6),
    signedIn: fc.oneof({ weight: 3, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.nat(2) }),
    place: fc.integer({ min: 1, max: 30 }),
    words: fc.oneof(fc.constantFrom("support", "ventas", "a person", "sales"), fc.string({ unit: "binary" })),
  }),
  { minLength: 10, maxLength: 80, size: "large" },
);

const sid = `CA${"a".repeat(32)}`;
const track = {
  id: "harbour-lights",
  hash: "abc",
  samples: 960_000,
  phraseEnds: [240_000, 960_000],
  kind: "instrumental",
} as const;

/** What is for sales callers alone. */
export const sounds = [
  { ...track, id: "new-leaf", samples: 32_000, phraseEnds: [32_000], kind: "ident" },
  { ...track, id: "market-day", samples: 76_800, phraseEnds: [76_800], kind: "bed" },
] as const;

const unknown = { quiet: false, moreTime: false, announcements: {}, openSupportCallback: false };

/** The usual way to a conversation with Ben: half of all lives begin with it, for what comes after it is many steps away. */
export function toConversation(house: House): readonly CallEvent[] {
  const [caller, r1] = [{ leg: "caller", turn: 1, house } as const, { leg: "r1", turn: 1, house } as const];
  return [
    {
      type: "arrived",
      sid,
      from: "+12125551234",
      to: "+12125550000",
      known: unknown,
      house: { ...house, owed: nothingOwed },
    },
    { type: "pressed", keys: "2", ...caller },
    { type: "waited", ...caller, turn: 2 },
    { type: "assigned", rep: "ben", overtook: 0 },
    { type: "ring-placed", leg: "r1", sid: "CAr1" },
    { type: "rung", leg: "r1", sid: "CAr1" },
    { type: "pressed", keys: "1", ...r1 },
    { type: "moved", ...caller, turn: 3 },
    { type: "parted", status: "completed", ...r1, turn: 2 },
  ];
}

/** The way to being asked about a return call where nobody is there to take the call: a quarter of all lives begin with it. */
export function toOffer(house: House): readonly CallEvent[] {
  const caller = { leg: "caller", house } as const;
  return [
    {
      type: "arrived",
      sid,
      from: "+12125551234",
      to: "+12125550000",
      known: unknown,
      house: { ...house, owed: nothingOwed },
    },
    { type: "pressed", keys: "2", ...caller, turn: 1 },
    { type: "pressed", keys: "1", ...caller, turn: 2 },
  ];
}

/** A caller who rings in to whom a return call is owed, and mostly would rather speak now, or who was in line a moment ago. */
export function ringingIn({ place, seconds, which }: Choice, house: House): readonly CallEvent[] {
  const call = { type: "arrived", sid, from: "+12125551234", to: "+12125550000" } as const;
  const callback = callbackOf({
    kind: (["place", "booked", "promised"] as const)[place % 3] ?? "place",
    ...(place % 4 === 0 ? { owner: "ben", about: "about-repair" } : {}),
    given: [{ givenAt: 0, ...(place % 5 === 0 ? {} : { by: Date.UTC(2026, 10, 23, 15) + seconds * 1_000 }) }],
  });
  const owing: House = { ...house, owed: { ...house.owed, ofNumber: () => callback, ofCode: () => callback } };
  const arrives = { ...call, known: unknown, house: owing };
  const now: CallEvent = { type: "pressed", keys: "1", leg: "caller", turn: 1, house: owing };
  if (place % 3 > 0) return which % 3 > 0 ? [arrives, now] : [arrives];
  const lost = { queue: place % 2 === 0 ? "support" : "sales", joinedAt: 0, at: Date.UTC(2026, 10, 23, 15) };
  return [{ ...call, known: { ...unknown, place: lost }, house: { ...house, owed: nothingOwed } }];
}

/** A customer whom we ring back, in one of the ways in which that can be done. */
export function callingBack({ which, place, seconds, words }: Choice, house: House): CallEvent {
  const how = (["rep", "first", "no-news"] as const)[which % 3] ?? "rep";
  const kind = how === "no-news" ? "promised" : ((["place", "booked", "promised"] as const)[place % 3] ?? "place");
  const by = Date.UTC(2026, 10, 23, 15) + seconds * 1_000;
  const callback = callbackAt(
    { at: "due", since: 0 },
    {
      kind,
      queue: place % 4 === 0 ? "sales" : "support",
      everSupport: place % 4 > 0,
      confirm: place % 5 === 0,
      language: place % 7 === 0 ? "es" : "en",
      waitedSeconds: seconds,
      ...(place % 2 === 0 ? { owner: "ana", news: { at: 0, text: words } } : { note: { text: words } }),
      ...(place % 9 === 0
        ? {
            note: {
              recording: `https://api.twilio.com/2010-04-01/Accounts/AC1/Recordings/RE${"0".repeat(32)}`,
              seconds,
            },
          }
        : {}),
    },
    { by },
  );
  const known = { quiet: place % 6 === 0, moreTime: place % 5 === 0, announcements: {}, openSupportCallback: false };
  const rep = how === "rep" ? { rep: "ben" } : {};
  return { type: "calling-back", sid: "CB1.1", callback, how, known, house, ...rep };
}

/** The usual way from there to the customer's picking up. */
export function toCustomer(begins: CallEvent, house: House): readonly CallEvent[] {
  const picksUp: readonly CallEvent[] = [
    { type: "ring-placed", leg: "caller", sid },
    { type: "began-ringing", leg: "caller", sid },
    { type: "rung", leg: "caller", sid },
  ];
  if (!("rep" in begins)) return [begins, ...picksUp];
  return [
    begins,
    { type: "ring-placed", leg: "r1", sid: "CAr1" },
    { type: "rung", leg: "r1", sid: "CAr1" },
    { type: "pressed", keys: "1", leg: "r1", turn: 1, house },
    ...picksUp,
  ];
}

export type Facts = { readonly house: House; readonly standing: Standing };

/** What is true of the house at a choice. */
export function factsOf({ waiting, signedIn, place, seconds }: Choice, routing: Routing): Facts {
  const queues = Object.fromEntries(Object.keys(routing.queues).map((id) => [id, { waiting, signedIn }]));
  const there = Object.keys(routing.reps).slice(0, signedIn);
  const tracks = place % 7 === 0 ? {} : { [track.id]: track };
  const interludes = place % 8 === 0 ? [] : sounds;
  const storm = place % 6 === 0 ? { en: "We have a power cut." } : undefined;
  const owed = owedAt(place, seconds);
  const house: House = { queues, tracks, interludes, there, durable: place % 5 > 0, storm, owed };
  const expectedWait = place % 3 === 0 ? "unknown" : { from: seconds, to: seconds + 100 * place };
  return { house, standing: { place, expectedWait, ...(place % 4 === 0 ? { worseBecause: "returned" } : {}) } };
}

/** What can be promised: mostly all that is asked, at times nothing, or another time; at times a call is owed already. */
function owedAt(place: number, seconds: number): Owed {
  if (place % 6 === 0) return nothingOwed;
  const late: Owed["timeFor"] = (_rep, _queue, _zones, by) => ({
    fits: false,
    why: "off-then",
    by: seconds % 2 === 0 ? by + 3_600_000 : undefined,
  });
  return owing({
    ...(place % 4 === 0 ? { timeFor: late } : {}),
    ofCode: (code) => (code === receipt.code && place % 7 > 0 ? callbackOf() : undefined),
    wrongCodes: () => ({ ofNumber: place % 11 === 0 ? 10 : 0, ofAll: 0 }),
    ...(place % 10 === 0 ? { ofNumber: () => callbackOf() } : {}),
  });
}

/** A call that rings in: mostly a number, to a line of ours. */
export function arrival({ place, words }: Choice, house: House): CallEvent {
  const known = {
    quiet: place % 6 === 0,
    moreTime: place % 5 === 0,
    announcements: {},
    openSupportCallback: place % 9 === 0,
  };
  const from = place % 4 === 0 ? words : "+12125551234";
  const desk = { rep: { id: "ana", state: "out" } } as const;
  return {
    type: "arrived",
    sid,
    from,
    to: place % 8 === 0 ? words : "+12125550000",
    known,
    house,
    ...(place % 11 === 0 ? desk : {}),
  };
}

/** What comes of the worker and the line by themselves, whatever document a leg has. */
export function unasked(
  call: Call,
  { which, words, place }: Choice,
  house: House,
  routing: Routing,
  wild = false,
): readonly CallEvent[] {
  const legs = Object.keys(call.legs) as LegId[];
  const [leg = "caller"] = legs.slice(which % legs.length);
  const of = call.legs[leg];
  const reps = Object.keys(routing.reps);
  const rep = reps[which % reps.length] ?? "";
  const ofRep: readonly CallEvent[] =
    leg === "caller"
      ? [{ type: "move-failed", leg, why: words }, ...(call.returns || wild ? ofCustomer(which, words) : [])]
      : [
          { type: "ring-placed", leg, sid: `CA${leg}` },
          { type: "ring-failed", leg, why: words },
          { type: "rung", leg, sid: `CA${leg}` },
          { type: "rung", leg, sid: `CA${leg}` },
        ];
  const seldom = (all: readonly CallEvent[]) => (place % 3 === 0 ? all : []);
  return [
    ...ofRep,
    { type: "assigned", rep, overtook: 0 },
    { type: "assigned", rep, overtook: 0 },
    ...(call.at === "talking" || wild
      ? [{ type: "moved", leg: "caller", turn: call.legs.caller?.turn ?? 0, house } as const]
      : []),
    ...seldom([
      { type: "overtaken", by: "CAb", cause: "returned" },
      { type: "woke", why: `ring ${leg}` },
      { type: "woke", why: "wrap-up" },
      { type: "moved", leg, turn: of?.turn ?? 0, house },
      { type: "failed", code: "11200", house },
      { type: "leg-ended", leg, sid: of?.sid ?? "", status: "completed" },
    ]),
  ];
}

/** What can come of a customer's phone that we ring, and of the return call meanwhile. */
function ofCustomer(which: number, why: string): readonly CallEvent[] {
  const status = (["busy", "no-answer", "failed", "completed"] as const)[which % 4] ?? "busy";
  const as = (["person", "machine", "unknown", "fax"] as const)[which % 4] ?? "person";
  const off = (["moved", "cancelled", "rang-in"] as const)[which % 3] ?? "moved";
  const at = { leg: "caller", sid } as const;
  return [
    { type: "ring-placed", ...at },
    { type: "began-ringing", ...at },
    { type: "rung", ...at },
    { type: "identified", as, ...at },
    { type: "identified", as, ...at },
    { type: "in-room", leg: "caller" },
    { type: "leg-ended", status, ...at },
    { type: "ring-failed", leg: "caller", why },
    { type: "called-off", why: off },
    { type: "woke", why: "dial" },
  ];
}

/** Whatever Twilio can ask at a turn of a leg. */
export function askedAt(leg: LegId, turn: number, { key, words, which, seconds }: Choice, { house, standing }: Facts) {
  const at = { leg, turn, house };
  const results = ["leave", "error", "hangup", "redirected", "queue-full", "system-error", "bridged", "unknown"];
  const statuses = ["completed", "answered", "busy", "no-answer", "failed", "unknown"];
  const recording = which % 3 === 0 ? {} : { recording: "https://api.example/r" };
  return {
    answer: [
      { type: "pressed", keys: key, ...at, standing },
      { type: "pressed", keys: key, ...at, standing },
      { type: "said", words, ...at, standing },
      { type: "kept-silent", ...at, standing },
    ],
    wait: [{ type: "waited", ...at, standing }],
    left: [{ type: "left", result: results[which % results.length] ?? "", ...at, standing }],
    parted: [{ type: "parted", status: statuses[which % statuses.length] ?? "", ...at }],
    recorded: [{ type: "recorded", seconds: seconds % 100, hungUp: false, ...recording, ...at }],
    next: [{ type: "moved", ...at, standing }],
    held: [{ type: "held", ...at }],
    rung: [{ type: "rung", leg, sid: "CAr" }],
  } as const satisfies Record<string, readonly CallEvent[]>;
}

/** Any event at all, of any leg and turn. */
export function anything(call: Call, choice: Choice, facts: Facts, routing: Routing): readonly CallEvent[] {
  const legs = ["caller", ...Object.keys(call.legs), "r9"] as LegId[];
  const [leg = "caller"] = legs.slice(choice.which % legs.length);
  const turn = choice.place % 2 === 0 ? (call.legs[leg]?.turn ?? 0) : choice.waiting;
  return [
    ...Object.values(askedAt(leg, turn, choice, facts)).flat(),
    ...unasked(call, choice, facts.house, routing, true),
  ];
}
