import { askedFor, movedTo, type Refusal, type Wish, type WishedTime } from "../callback/asked.ts";
import type { By, Callback, CallbackId } from "../callback/callback.ts";
import type { CallbackEvent } from "../callback/event.ts";
import type { Owed } from "../callback/owed.ts";
import type { Instant, Routing } from "../routing/routing.ts";
import type { Condition } from "../store/store.ts";
import type { Callbacks } from "./callbacks.ts";

/** Why nothing was done: a rule, the callback is gone, it has changed since it was read, a rep is speaking with the customer, the disk. */
export type NotDone =
  | Refusal
  | { readonly why: "gone" }
  | { readonly why: "changed"; readonly callback: Callback }
  | { readonly why: "being-served" }
  | { readonly why: "not-durable" };

/** What was done, durable; or why not. */
export type Done = { readonly callback: Callback } | NotDone;

/** Whether the callback is still as whoever asks has read it. */
export type AsRead = (callback: Callback) => boolean;

/**
 * What can be done about return calls otherwise than by phone: over the API, by text, on the receipt page. The rules are those
 * of a call; each is asked in the instant of deciding, so that two who ask at once do not get the same thing.
 */
export type CallbackDesk = {
  readonly make: (wish: Wish) => Promise<Done>;
  readonly move: (id: CallbackId, time: WishedTime, by: By, asRead?: AsRead) => Promise<Done>;
  readonly cancel: (id: CallbackId, by: By, asRead?: AsRead) => Promise<Done>;
  /** The state of the news that the customer waits for, and who says so. */
  readonly news: (id: CallbackId, news: Of<"news">["news"], asRead?: AsRead) => Promise<Done>;
};
type Of<T extends CallbackEvent["type"]> = Extract<CallbackEvent, { readonly type: T }>;

type Options = {
  readonly callbacks: Callbacks;
  readonly owed: Owed;
  readonly routing: Routing;
  readonly now: () => Instant;
  readonly condition: () => Condition;
};

export function callbackDesk({ callbacks, owed, routing, now, condition }: Options): CallbackDesk {
  const durable = () => condition().state === "ok";

  /** Tells an open callback what `decide` makes of it as it is in that instant. */
  async function change(
    id: CallbackId,
    asRead: AsRead,
    decide: (callback: Callback) => Of<"moved" | "cancelled" | "news"> | NotDone,
  ): Promise<Done> {
    if (!durable()) return { why: "not-durable" };
    let refused: NotDone | undefined;
    const callback = await callbacks.tell(id, (open) => {
      const decided = !open ? gone : asRead(open) ? decide(open) : { why: "changed" as const, callback: open };
      refused = "why" in decided ? decided : undefined;
      return "why" in decided ? undefined : decided;
    });
    if (refused) return refused;
    if (!durable()) return { why: "not-durable" };
    return callback ? { callback } : gone;
  }

  async function make(wish: Wish): Promise<Done> {
    if (!durable()) return { why: "not-durable" };
    const { id } = owed.receipt();
    let asked: ReturnType<typeof askedFor> | undefined;
    const callback = await callbacks.tell(id, (taken) => {
      asked = taken ? undefined : askedFor(wish, owed, routing, now());
      return !asked || "why" in asked ? undefined : { type: "made", callback: { ...asked.callback, id } };
    });
    if (!asked) return make(wish);
    if ("why" in asked) return asked;
    return callback && durable() ? { callback } : { why: "not-durable" };
  }

  return {
    make,
    move: (id, time, by, asRead = () => true) =>
      change(id, asRead, (callback) => {
        const to = movedTo(callback, time, owed, routing, now());
        return "why" in to ? to : { type: "moved", to: to.given, by };
      }),
    cancel: (id, by, asRead = () => true) =>
      change(id, asRead, ({ state }) =>
        state.at === "talking" && state.rep !== undefined ? { why: "being-served" } : { type: "cancelled", by },
      ),
    news: (id, news, asRead = () => true) => change(id, asRead, () => ({ type: "news", news })),
  };
}

const gone = { why: "gone" } as const;
