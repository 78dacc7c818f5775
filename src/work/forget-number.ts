import type { Callback } from "../callback/callback.ts";
import { resolutionId, type Resolution } from "../resolution/resolution.ts";
import type { CallerMemory, CallRecord, Kind } from "../store/records.ts";
import type { Alongside, Erasure, Look, Store } from "../store/store.ts";
import { recordingIn } from "../twilio/recording-sid.ts";
import type { Board } from "./board.ts";
import { deletionsOf } from "./delete-recording.ts";
import type { Ledger } from "./ledger.ts";
import type { WrongCodes } from "./wrong-codes.ts";

/** How much of a number was forgotten. */
export type Forgotten = { readonly records: number; readonly recordings: number };
/** Why it cannot be: a return call is owed to it, it is in a call, or the disk takes nothing, or does not give all. */
export type Hindered = { readonly owed: Callback } | { readonly inCall: true } | { readonly broken: string };

type Options = {
  readonly store: Store;
  readonly ledger: Pick<Ledger, "ofNumber">;
  readonly board: Pick<Board, "calls">;
  readonly wrongCodes: Pick<WrongCodes, "forget">;
  /** There is something to delete at Twilio. */
  readonly poke: () => void;
};

/** As Twilio has it of a caller who withholds the number. */
const nobody = "anonymous";

/**
 * Forgets a number: what is remembered of it and was texted with it, its cases, what is on the leads' list of it, its number in calls
 * and return calls that are over with what was said in them, and what was recorded. That it wants no calls or texts is kept, for
 * otherwise it would get them. All is gone from the disk when it resolves; Twilio is asked until the recordings are gone there.
 */
export async function forgetNumber(number: string, options: Options): Promise<Forgotten | Hindered> {
  const { store, wrongCodes, poke } = options;
  const before = hindrance(number, options);
  if (before) return before;
  const found = await allOf(number, store).catch(broken);
  if ("broken" in found) return found;
  const done = await store.decide("caller", number, (known, look) => {
    // Everything may have changed while the archive was read.
    const hindered = hindrance(number, options);
    if (hindered) return { answer: hindered };
    const also = [...alongside(number, found, look), deleting(found.recordings)];
    return { ...forgottenBut(known), also, answer: undefined };
  });
  if (done) return done;
  poke();
  await wrongCodes.forget(number);
  await dropPlanned(number, store);
  const gone = await store.erase(await erasuresOf(number, found.recordings, store)).catch(broken);
  if (typeof gone !== "number") return gone;
  // Recordings are told of by themselves, and their lines are none of the records.
  return { records: gone - found.lines + found.open, recordings: found.recordings.length };
}

function broken(cause: unknown): { readonly broken: string } {
  return { broken: cause instanceof Error ? cause.message : String(cause) };
}

function hindrance(number: string, { store, ledger, board }: Options): Hindered | undefined {
  const condition = store.condition();
  if (condition.state !== "ok") return broken(condition.why);
  const owed = ledger.ofNumber(number);
  if (owed) return { owed };
  return Array.from(board.calls()).some(({ call }) => isOf(number, call)) ? { inCall: true } : undefined;
}

function isOf(number: string, { from, returns }: CallRecord["call"]): boolean {
  return from === number || returns?.callback.to === number;
}

/** What there is of a number: open cases and reviews by name, and recordings by SID. */
type Found = {
  readonly cases: readonly string[];
  readonly reviews: readonly string[];
  readonly recordings: readonly string[];
  /** How many of the recordings have a line of their own in the archive, and how many records are open. */
  readonly lines: number;
  readonly open: number;
};

async function allOf(number: string, store: Store): Promise<Found> {
  const calls = new Set<string>();
  const recordings = new Set<string>();
  for (const month of await store.months("call"))
    for await (const { call } of store.archive("call", month)) if (isOf(number, call)) calls.add(call.sid);
  for (const month of await store.months("callback"))
    for await (const { to, note } of store.archive("callback", month))
      if (to === number && note?.recording !== undefined) recordings.add(recordingIn(note.recording));
  const reviews = (await store.open("review")).filter(({ from, call }) => from === number || calls.has(call));
  for (const { recording = "" } of reviews) recordings.add(recordingIn(recording));
  recordings.delete("");
  let lines = 0;
  for (const month of await store.months("recording"))
    for await (const { id, call } of store.archive("recording", month)) {
      if (!calls.has(call) && !recordings.has(id)) continue;
      recordings.add(id);
      lines++;
    }
  const cases = (await store.open("resolution")).filter((one) => one.number === number);
  const remembered = [await store.get("caller", number), await store.get("conversation", number)].filter(Boolean);
  return {
    cases: cases.map(({ id }) => id),
    reviews: reviews.map(({ id }) => id),
    recordings: [...recordings],
    lines,
    open: cases.length + reviews.length + remembered.length,
  };
}

const kinds: readonly Kind[] = ["call", "callback", "resolution", "review", "caller", "conversation", "rep"];

/** What was still to be done about it, a text to it or of it: nobody is there for it any more. */
async function dropPlanned(number: string, store: Store): Promise<void> {
  // A longer number may begin with the same digits.
  const named = new RegExp(`\\${number}(?!\\d)`);
  for (const kind of kinds)
    for (const planned of await store.planned(kind))
      if (named.test(JSON.stringify([planned.of, planned.lane, planned.effect])))
        await store.settle(planned.id, { outcome: "done" });
}

/** What of the open records goes; a case that has been closed meanwhile is in the archive. */
function alongside(number: string, { cases, reviews }: Found, look: Look): readonly Alongside[] {
  return [
    ...(look("conversation", number) ? [{ kind: "conversation", id: number, forget: true } as const] : []),
    ...cases.flatMap((id) => (look("resolution", id) ? [{ kind: "resolution", id, forget: true } as const] : [])),
    ...reviews.flatMap((id) => (look("review", id) ? [{ kind: "review", id, forget: true } as const] : [])),
  ];
}

function deleting(recordings: readonly string[]): Alongside {
  return { kind: "retention", id: "retention", effects: deletionsOf(recordings) };
}

/** Of who wants no calls or no texts that is known for ever, and nothing else. */
function forgottenBut(known: CallerMemory | undefined): { put: CallerMemory } | { forget: true } | object {
  if (!known) return {};
  const { number, callsUnwanted, textsUnwanted, forgetAt } = known;
  if (!callsUnwanted && !textsUnwanted) return { forget: true };
  const unwanted = { ...(callsUnwanted ? { callsUnwanted } : {}), ...(textsUnwanted ? { textsUnwanted } : {}) };
  return { put: { number, quiet: false, moreTime: false, announcements: {}, forgetAt, ...unwanted } };
}

/** Of every month there is, for what was closed while the archive was read. */
async function erasuresOf(number: string, recordings: readonly string[], store: Store): Promise<readonly Erasure[]> {
  const gone = new Set(recordings);
  const of = async (kind: Erasure["kind"]) => store.months(kind);
  return [
    ...(await of("call")).map((month): Erasure => ({
      kind: "call",
      month,
      rest: (one) => (isOf(number, one.call) ? callWithout(one) : one),
    })),
    ...(await of("callback")).map((month): Erasure => ({
      kind: "callback",
      month,
      rest: (one) => (one.to === number ? callbackWithout(one) : one),
    })),
    ...(await of("resolution")).map((month): Erasure => ({
      kind: "resolution",
      month,
      rest: (one) => (one.number === number ? caseWithout(one) : one),
    })),
    ...(await of("recording")).map((month): Erasure => ({
      kind: "recording",
      month,
      rest: (one) => (gone.has(one.id) ? undefined : one),
    })),
    // Also where nothing is closed: what was forgotten is to be gone from the disk.
    { kind: "review", month: "0000-00", rest: (one) => one },
  ];
}

/** A call as it counts in figures, and nothing of whoever called or of what was said. */
function callWithout({ call }: CallRecord): CallRecord {
  const { returns: _returns, promised: _promised, cases: _cases, spokeWith: _spokeWith, ...rest } = call;
  const story = rest.story.filter(({ what }) => what !== "message");
  return { call: { ...rest, from: nobody, heardBefore: {}, story, legs: {} }, answers: {} };
}

function callbackWithout({ note: _note, news: _news, ...rest }: Callback): Callback {
  return { ...rest, to: nobody, zones: [] };
}

function caseWithout(one: Resolution): Resolution {
  return { ...one, id: resolutionId(nobody, one.queue), number: nobody };
}
