import type { Logger } from "pino";
import type { Call } from "../call/call.ts";
import { liveRepLegs } from "../call/ring.ts";
import { legOf } from "../call/step.ts";
import type { PhoneLine } from "../twilio/line.ts";
import { isOver } from "../twilio/status.ts";
import type { Activity } from "./activity.ts";
import type { Board } from "./board.ts";
import type { Calls } from "./calls.ts";
import type { Callbacks } from "./callbacks.ts";
import type { Clock } from "./clock.ts";
import type { Ledger } from "./ledger.ts";
import { putBackOrphans } from "./orphans.ts";

/** A call that was not heard of for so long is asked after at Twilio, so often. */
const quietForMs = 5 * 60_000;
const everyMs = 60_000;

type Options = {
  readonly board: Board;
  readonly calls: Calls;
  readonly callbacks: Callbacks;
  readonly ledger: Ledger;
  readonly line: PhoneLine;
  readonly clock: Clock;
  readonly activity: Activity;
  readonly log: Logger;
  /** A return call waited for a call that is not there. */
  readonly foundAmiss: (what: string) => void;
};

/** Asks after calls, one round now, or every minute for those that have been quiet for five, and for orphans. */
export type Reconciling = { readonly round: () => Promise<void>; readonly start: () => () => void };

/** The legs of a call that are open as far as we know: the caller's, and those of its reps. */
function openLegs({ call }: { readonly call: Call }) {
  return (["caller", ...liveRepLegs(call)] as const).flatMap((leg) => {
    const { sid, ended } = legOf(call, leg);
    return sid === undefined || ended ? [] : [{ call: call.sid, leg, sid }];
  });
}

/**
 * Nobody stands in line who has hung up, and nobody is left alone in a room: a leg whose end we were not told of (we
 * were down, the callback was lost) is found out by asking. Nor does a return call wait for a call that is not there.
 */
export function reconcile({
  board,
  calls,
  callbacks,
  ledger,
  line,
  clock,
  activity,
  log,
  foundAmiss,
}: Options): Reconciling {
  let asked = new Map<string, number>();

  async function round(quietFor: number): Promise<void> {
    const now = clock.now();
    const quiet = [...board.calls()].filter(
      ({ call, touchedAt }) => now - Math.max(touchedAt, asked.get(call.sid) ?? 0) >= quietFor,
    );
    for (const { call, leg, sid } of quiet.flatMap(openLegs)) {
      const reply = await line.status(sid);
      if ("later" in reply) break;
      asked.set(call, now);
      const status = "gone" in reply ? "completed" : "ok" in reply ? reply.ok.status : "unknown";
      if (!isOver(status)) continue;
      log.warn({ call, leg }, "a leg had ended without our being told");
      const endedAt = "ok" in reply ? reply.ok.endedAt : undefined;
      await calls.tell(call, ({ house: { upSince } }) => ({ type: "leg-ended", leg, sid, status, upSince, endedAt }));
    }
    const open = new Set([...board.calls()].map(({ call }) => call.sid));
    asked = new Map([...asked].filter(([sid]) => open.has(sid)));
  }

  async function sweep(): Promise<void> {
    for (const id of await putBackOrphans({ ledger, board, callbacks })) {
      foundAmiss("no-call");
      log.error({ callback: id }, "a return call waited for a call that is not there");
    }
  }

  const failed = (error: unknown) => log.error({ err: error }, "asking after calls failed");
  return {
    round: () => round(0).catch(failed),
    start() {
      let cancel = clock.after(everyMs, tick);
      function tick(): void {
        cancel = clock.after(everyMs, tick);
        void activity.during(() => Promise.all([round(quietForMs), sweep()]).catch(failed));
      }
      return () => cancel();
    },
  };
}
