import type { Desk } from "../callback/capacity.ts";
import type { Owed } from "../callback/owed.ts";
import { repTime } from "../callback/rep-time.ts";
import { slots } from "../callback/slots.ts";
import type { Instant, Routing } from "../routing/routing.ts";
import { openAgenda } from "./agenda.ts";
import type { Ledger } from "./ledger.ts";
import type { Guard } from "./guard.ts";
import type { WrongCodes } from "./wrong-codes.ts";

type Options = {
  readonly ledger: Ledger;
  readonly guard: Guard;
  readonly routing: Routing;
  /** Who is there, and how long calls take. */
  readonly desk: Desk;
  readonly wrongCodes: WrongCodes;
  /** The place in line of a return call that stands in it. */
  readonly placeOf: Owed["placeOf"];
  readonly now: () => Instant;
};

/** What is owed to whom, and what can still be promised, as calls are told of it. */
export function owedBy({ ledger, guard, routing, desk, wrongCodes, placeOf, now }: Options): Owed {
  const agenda = openAgenda(ledger);

  return {
    ofNumber: ledger.ofNumber,
    ofCode: ledger.ofCode,
    receipt: ledger.receipt,
    supportOwes: ledger.supportOwes,
    wrongCodes: wrongCodes.of,
    placeOf,
    judge: guard.judge,
    slots: (ask) => slots(ask, agenda.ofQueue, desk, routing, now()),
    timeFor: (rep, queue, zones, wished) => repTime({ rep, queue, zones, wished }, agenda.ofRep, routing, now()),
  };
}
