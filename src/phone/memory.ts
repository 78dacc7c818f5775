import type { Call, PhoneEvent } from "./event.ts";

/** What a telephone has to remember to show what comes next. */
export type Memory = {
  /** The calls that last, oldest first. */
  readonly calls: readonly Call[];
  /** How many texts it has had; absent before the first connection. */
  readonly texts?: number;
};

export const nothingYet: Memory = { calls: [] };

/** The call that an event is about, as it was before. */
export function callBefore(memory: Memory, sid: string): Call | undefined {
  return memory.calls.find((call) => call.sid === sid);
}

/** What a telephone remembers after an event. */
export function remember(memory: Memory, { event, data }: PhoneEvent): Memory {
  switch (event) {
    case "state":
      return { calls: data.calls, texts: data.texts.length };
    case "text":
      return { ...memory, texts: (memory.texts ?? 0) + 1 };
    case "heard": {
      const calls = memory.calls.map((call) => (call.sid === data.sid ? { ...call, hearing: data } : call));
      // What somebody says does not end what else is heard.
      return data.kind === "words" ? memory : { ...memory, calls };
    }
    case "ended":
      return { ...memory, calls: memory.calls.filter(({ sid }) => sid !== data.sid) };
    default:
      return { ...memory, calls: [...memory.calls.filter(({ sid }) => sid !== data.sid), data] };
  }
}
