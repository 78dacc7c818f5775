import type { Desk } from "../callback/capacity.ts";
import { verdict } from "../callback/guard.ts";
import type { Owed } from "../callback/owed.ts";
import { repTime } from "../callback/rep-time.ts";
import { slots } from "../callback/slots.ts";
import type { Instant, Routing } from "../routing/routing.ts";
import { openAgenda } from "./agenda.ts";
import type { Ledger } from "./ledger.ts";
import { numberFacts } from "./number-facts.ts";

type Options = {
  readonly ledger: Ledger;
  readonly routing: Routing;
  /** Who is there, and how long calls take. */
  readonly desk: Desk;
  readonly now: () => Instant;
};

/** What is owed to whom, and what can still be promised, as calls are told of it. */
export function owedBy({ ledger, routing, desk, now }: Options): Owed {
  const agenda = openAgenda(ledger);
  const countryOf = new Map(routing.lines.map(({ number }) => [number, numberFacts(number)?.country]));
  const own = new Set([...countryOf.values()].flatMap((country) => country ?? []));
  const today = { toNumber: 0, alike: 0, ofQueue: 0, minutes: 0 };

  return {
    ofNumber: ledger.ofNumber,
    ofCode: ledger.ofCode,
    receipt: ledger.receipt,
    judge: (number, line) =>
      verdict({ facts: numberFacts(number, countryOf.get(line)), own, today, askedNotTo: false }, routing),
    slots: (ask) => slots(ask, agenda.ofQueue, desk, routing, now()),
    timeFor: (rep, queue, zones, wished) => repTime({ rep, queue, zones, wished }, agenda.ofRep, routing, now()),
  };
}
