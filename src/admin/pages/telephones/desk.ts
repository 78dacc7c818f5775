import "../../no-eval.ts";
import { z } from "zod";
import type { Book } from "../../../phone/book.ts";
import { readTold, type Call, type PhoneEvent } from "../../../phone/event.ts";
import { nothingYet, remember, type Memory } from "../../../phone/memory.ts";
import { captionOf, type Caption } from "./captions.ts";

/** A telephone as its screen has it. */
export type Phone = { readonly memory: Memory; readonly captions: readonly (Caption & { readonly id: number })[] };

/** All telephones by their addresses, and whether the exchange tells of them now. */
export type DeskState = { readonly phones: ReadonlyMap<string, Phone>; readonly connected: boolean };

/** What can be done with a telephone. */
export type Act = "dial" | "answer" | "decline" | "press" | "say" | "hangup" | "text";

/** The telephones of a page. */
export type Desk = {
  readonly state: () => DeskState;
  /** Told whenever the state is another; returns what ends it. */
  readonly subscribe: (changed: () => void) => () => void;
  /** Does one thing with a telephone; what could not be done is said on its screen. */
  readonly act: (address: string, act: Act, input?: Readonly<Record<string, string>>) => Promise<void>;
  /** Listens to the exchange; returns what ends it. */
  readonly listen: () => () => void;
};

/** What a telephone is before anything has happened. */
export const silentPhone: Phone = { memory: nothingYet, captions: [] };

/** The most captions that a screen keeps. */
const mostCaptions = 300;
const Told = z.object({ address: z.string(), event: z.string(), data: z.unknown() });

/** The telephones of a company. */
export function openDesk(book: Book): Desk {
  let state: DeskState = { phones: new Map(), connected: true };
  let lastId = 0;
  const listeners = new Set<() => void>();

  function become(next: Partial<DeskState>) {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  }
  function change(address: string, how: (phone: Phone) => Phone) {
    become({ phones: new Map(state.phones).set(address, how(state.phones.get(address) ?? silentPhone)) });
  }
  function show(address: string, caption: Caption) {
    change(address, (phone) => ({
      ...phone,
      captions: [...phone.captions, { ...caption, id: ++lastId }].slice(-mostCaptions),
    }));
  }
  function told(address: string, event: PhoneEvent) {
    const phone = state.phones.get(address) ?? silentPhone;
    const caption = captionOf(event, hearingBefore(phone.memory, event), book);
    change(address, (one) => ({ ...one, memory: remember(one.memory, event) }));
    if (caption) show(address, caption);
  }

  return {
    state: () => state,
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    async act(address, act, input = {}) {
      // Shown before it is done: what it brings about comes after it.
      const own = ownWords(act, input);
      if (own !== undefined) show(address, { kind: "own", words: own });
      const refusal = await post(address, act, input);
      if (refusal !== undefined) show(address, { kind: "trouble", words: refusal });
    },
    listen() {
      const source = new EventSource("/demo/telephones/events");
      source.addEventListener("open", () => become({ connected: true }));
      source.addEventListener("error", () => become({ connected: false }));
      source.addEventListener("message", ({ data }: MessageEvent<string>) => {
        const { data: read } = Told.safeParse(JSON.parse(data));
        const event = read && readTold({ event: read.event, data: read.data });
        if (read && event) told(read.address, event);
      });
      return () => source.close();
    },
  };
}

function hearingBefore(memory: Memory, { event, data }: PhoneEvent) {
  return event === "heard" ? memory.calls.find(({ sid }) => sid === data.sid)?.hearing : undefined;
}

function ownWords(act: Act, input: Readonly<Record<string, string>>): string | undefined {
  if (act === "press") return `Pressed ${input["keys"] ?? ""}`;
  if (act === "say") return input["words"];
  return act === "text" ? `Texted “${input["body"] ?? ""}”` : undefined;
}

/** What kept it from being done, in a sentence; nothing where it was done. */
async function post(address: string, act: Act, input: object): Promise<string | undefined> {
  try {
    const answer = await fetch(`/demo/telephones/${encodeURIComponent(address)}/${act}`, {
      method: "POST",
      body: JSON.stringify(input),
    });
    if (answer.ok) return undefined;
    return answer.status === 409 ? "There is no call for that now." : `The exchange refused it (${answer.status}).`;
  } catch {
    return "The exchange cannot be reached. Is npm start still running?";
  }
}

/** The call that a telephone's holder means: the one that is talked on, else what rings, else the newest. */
export function currentCall({ calls }: Memory): Call | undefined {
  return calls.findLast(({ state }) => state === "in-progress") ?? calls.at(-1);
}

/** The call that somebody else rings this telephone for. */
export function ringingCall({ calls }: Memory): Call | undefined {
  return calls.findLast(({ state, direction }) => state === "ringing" && direction === "outbound");
}
