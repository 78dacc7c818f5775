import { expect, test } from "vitest";
import type { Callback } from "../../src/callback/callback.ts";
import type { CallbackEvent } from "../../src/callback/event.ts";
import { putBackOrphans } from "../../src/work/orphans.ts";
import { arrived, talking } from "../call/calls.ts";
import { callbackAt, due } from "../call/returns.ts";

/** What is told to these callbacks, where the call CA1 is open and `meanwhile` is what each has become by then. */
async function told(all: readonly Callback[], meanwhile: (callback: Callback) => Callback | undefined = (it) => it) {
  const events: (readonly [string, CallbackEvent])[] = [];
  const found = await putBackOrphans({
    ledger: { all: () => all },
    board: { call: (id) => (id === "CA1" ? talking() : undefined) },
    callbacks: {
      tell(id, event) {
        const now = all.find((one) => one.id === id);
        const happened = event(now && meanwhile(now));
        if (happened) events.push([id, happened]);
        return Promise.resolve(now);
      },
      onDecided: () => undefined,
    },
  });
  expect(events).toEqual(found.map((id) => [id, { type: "found-amiss", what: "no-call" }]));
  return found;
}

const waitsFor = (at: "ringing" | "talking" | "live", call: string) =>
  callbackAt({ at, since: arrived, call }, { id: `${at} ${call}` });

test("what waits for a call that is not there is put back, and nothing else", async () => {
  const states = ["ringing", "talking", "live"] as const;
  const all = [...states.flatMap((at) => [waitsFor(at, "CA1"), waitsFor(at, "CA2")]), callbackAt(due)];
  expect(await told(all)).toEqual(["ringing CA2", "talking CA2", "live CA2"]);
});

test("one that was decided about meanwhile is left alone", async () => {
  expect(await told([waitsFor("ringing", "CA2")], () => callbackAt(due))).toEqual([]);
  expect(await told([waitsFor("ringing", "CA2")], () => undefined)).toEqual([]);
});
