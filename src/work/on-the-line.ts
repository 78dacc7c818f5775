import type { Call } from "../call/call.ts";
import { legOf } from "../call/step.ts";

/** Which numbers are on the line with us, in whatever call, about whatever. */
export type OnTheLine = {
  /** A call as it is now; undefined: it is over. */
  readonly see: (id: string, call: Call | undefined) => void;
  readonly has: (number: string) => boolean;
};

/** Nobody yet. */
export function nobodyOnTheLine(): OnTheLine {
  const calls = new Map<string, string>();
  const numbers = new Map<string, number>();
  const count = (number: string, by: number) => {
    const left = (numbers.get(number) ?? 0) + by;
    if (left > 0) numbers.set(number, left);
    else numbers.delete(number);
  };
  return {
    see(id, call) {
      const before = calls.get(id);
      if (before !== undefined) count(before, -1);
      calls.delete(id);
      if (!call || call.at === "ended" || legOf(call, "caller").ended) return;
      calls.set(id, call.from);
      count(call.from, 1);
    },
    has: (number) => numbers.has(number),
  };
}
