import { isUnderway } from "../callback/callback.ts";
import type { Board } from "./board.ts";
import type { Callbacks } from "./callbacks.ts";
import type { Ledger } from "./ledger.ts";

/**
 * Puts back return calls that wait for a call which is not there: where it is decided that a call ends, what becomes of its
 * callback is decided too, so that there are none, unless something is wrong. Resolves with their names.
 */
export async function putBackOrphans({
  ledger,
  board,
  callbacks,
}: {
  readonly ledger: Pick<Ledger, "all">;
  readonly board: Pick<Board, "call">;
  readonly callbacks: Callbacks;
}): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { id, state } of ledger.all()) {
    if (!("call" in state) || board.call(state.call)) continue;
    await callbacks.tell(id, (now) => {
      if (!now || !isUnderway(now) || !("call" in now.state) || board.call(now.state.call)) return undefined;
      found.push(id);
      return { type: "found-amiss", what: "no-call" };
    });
  }
  return found;
}
