import type { Call } from "./call.ts";
import type { Talking } from "./with-rep.ts";
import type { Effect } from "./effect.ts";
import { give, legOf, type Step } from "./step.ts";
import type { Heard, LegId } from "./verb.ts";

/** Puts a leg into the call's room, after `before`. Only a rep's star key leads out of it again, to the rep's menu. */
export function intoRoom(
  call: Call,
  leg: LegId,
  room: string,
  before: readonly Heard[] = [],
  effects: readonly Effect[] = [],
): Step {
  return give(
    call,
    leg,
    (turn) => [
      ...before,
      {
        verb: "join",
        room,
        label: leg,
        star: leg !== "caller",
        // Whether a customer whom we called came to speak with anybody is what a promise is kept by.
        ...(call.returns ? { tells: true } : {}),
        then: { asked: "parted", leg, turn },
      },
    ],
    effects,
  );
}

/** Holds the caller, who then hears instrumental music, or takes the caller back. */
export function hold(call: Call & Pick<Talking, "room">, on: boolean): readonly Effect[] {
  const { sid, ended, turn } = legOf(call, "caller");
  return sid === undefined || ended ? [] : [{ do: "hold", room: call.room, sid, on, turn }];
}
