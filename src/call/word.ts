import type { CallbackId, Note } from "../callback/callback.ts";
import type { NewCallback } from "../callback/event.ts";
import type { Owed, Verdict } from "../callback/owed.ts";
import type { Instant, QueueId, RepId } from "../routing/routing.ts";
import type { Common } from "./call.ts";
import type { Effect } from "./effect.ts";
import { tellReturn } from "./returning.ts";

/** A rep's word, complete: who calls whom by when, what for. */
export type Word = {
  readonly rep: RepId;
  readonly queue: QueueId;
  readonly number: Extract<Verdict, { readonly ok: true }>;
  readonly by: Instant;
  readonly note?: Note;
};

/**
 * The return call that was promised, and what has the callback know of it: made; moved where this call made it before; and
 * where this call is itself a return call, the next time of the same.
 */
export function given(
  call: Common,
  word: Word,
  owed: Owed,
): { readonly id: CallbackId; readonly effects: readonly Effect[] } {
  const { by, note, rep } = word;
  if (call.promised) {
    const { id } = call.promised;
    const moved = { type: "moved", to: { by }, by: { who: "rep", rep } } as const;
    return {
      id,
      effects: [
        { do: "tell-callback", id, event: moved },
        ...(note === undefined ? [] : [{ do: "tell-callback", id, event: { type: "noted", note } } as const]),
      ],
    };
  }
  if (call.returns && !call.returns.told) {
    const next = { type: "talked", rep, next: { by }, ...(note === undefined ? {} : { note }) } as const;
    return { id: call.returns.callback.id, effects: tellReturn(call, next) };
  }
  const callback = callbackOf(call, word, owed);
  return {
    id: callback.id,
    effects: [{ do: "tell-callback", id: callback.id, event: { type: "made", callback } }],
  };
}

function callbackOf(call: Common, { rep, queue, number, by, note }: Word, owed: Owed): NewCallback {
  return {
    ...owed.receipt(),
    kind: "promised",
    to: number.number,
    from: call.to,
    language: call.language,
    queue,
    joinedAt: call.arrivedAt,
    madeBy: { who: "rep", rep },
    origin: call.sid,
    confirm: false,
    zones: number.zones,
    texts: number.texts,
    everSupport: call.everSupport,
    owner: rep,
    ...(call.about === undefined ? {} : { about: call.about }),
    ...(call.segment === undefined ? {} : { segment: call.segment }),
    ...(note === undefined ? {} : { note }),
    given: { by },
  };
}
