import { randomBytes, randomInt } from "node:crypto";
import { givenNow, type Callback, type CallbackId } from "../callback/callback.ts";
import { dueAt } from "../callback/schedule.ts";
import type { RepId, Routing } from "../routing/routing.ts";
import type { Store } from "../store/store.ts";

/** Every open callback, found by number and by receipt; kept up with every decision. */
export type Ledger = {
  readonly all: () => Iterable<Callback>;
  readonly get: (id: CallbackId) => Callback | undefined;
  readonly ofNumber: (number: string) => Callback | undefined;
  /** Whether support owes a call to a number. */
  readonly supportOwes: (number: string) => boolean;
  readonly ofCode: (code: string) => Callback | undefined;
  /** The calls that a rep has promised, the next one first. */
  readonly ofRep: (rep: RepId) => readonly Callback[];
  readonly receipt: () => { readonly id: CallbackId; readonly code: string };
  /** Called when any has changed, with the one before. */
  readonly onChange: (seen: (id: CallbackId, callback: Callback | undefined) => void) => void;
  readonly close: () => void;
};

const codes = 1_000_000;
const codeLength = 6;

/** Reads what is owed, and follows it from there on. */
export async function openLedger(store: Store, routing: Routing): Promise<Ledger> {
  const byId = new Map<CallbackId, Callback>();
  const byNumber = new Map<string, Set<CallbackId>>();
  const byCode = new Map<string, CallbackId>();
  const listeners: ((id: CallbackId, callback: Callback | undefined) => void)[] = [];
  let next = draw();

  function see(id: CallbackId, callback: Callback | undefined): void {
    const before = byId.get(id);
    if (before) {
      byNumber.get(before.to)?.delete(id);
      byCode.delete(before.code);
    }
    if (callback) {
      byId.set(id, callback);
      byCode.set(callback.code, id);
      const ofNumber = byNumber.get(callback.to) ?? new Set();
      byNumber.set(callback.to, ofNumber.add(id));
    } else byId.delete(id);
    if (byNumber.get(before?.to ?? "")?.size === 0) byNumber.delete(before?.to ?? "");
    if (byId.has(next.id) || byCode.has(next.code)) next = draw();
    for (const seen of listeners) seen(id, callback);
  }

  /** A receipt that nobody has: the digits are drawn, so that one cannot be told from another. */
  function draw() {
    for (;;) {
      const code = String(randomInt(codes)).padStart(codeLength, "0");
      if (!byCode.has(code)) return { id: `CB${randomBytes(16).toString("hex")}`, code };
    }
  }

  const openOf = (number: string) => Array.from(byNumber.get(number) ?? []).flatMap((id) => byId.get(id) ?? []);

  const stop = store.watch("callback", see);
  for (const callback of await store.open("callback")) see(callback.id, callback);

  return {
    all: () => byId.values(),
    get: (id) => byId.get(id),
    ofNumber(number) {
      return openOf(number).toSorted((a, b) => nextTime(a, routing) - nextTime(b, routing))[0];
    },
    ofRep(rep) {
      const promised = Array.from(byId.values()).filter(({ kind, owner }) => kind === "promised" && owner === rep);
      return promised.toSorted((a, b) => nextTime(a, routing) - nextTime(b, routing));
    },
    supportOwes: (number) => openOf(number).some(({ everSupport }) => everSupport),
    ofCode: (code) => byId.get(byCode.get(code) ?? ""),
    receipt: () => next,
    onChange: (seen) => void listeners.push(seen),
    close: stop,
  };
}

function nextTime(callback: Callback, routing: Routing): number {
  return givenNow(callback).by ?? dueAt(callback, routing);
}
