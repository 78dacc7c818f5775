import type { Logger } from "pino";
import type { Callback } from "../callback/callback.ts";
import { limitReached, verdict, type HeldBack } from "../callback/guard.ts";
import type { NumberFault, Owed } from "../callback/owed.ts";
import type { Instant, Routing } from "../routing/routing.ts";
import type { Store } from "../store/store.ts";
import type { Ledger } from "./ledger.ts";
import { isCountry, numberFacts } from "./number-facts.ts";
import { openSwitch, type OpenSwitch } from "./switch.ts";
import { openTally, type TodayInAll } from "./tally.ts";

/** Keeps strangers from having us ring whom they please: which numbers are rung back, and how much in a day. */
export type Guard = {
  readonly judge: Owed["judge"];
  /** Whether nobody is to be rung back now: it was switched off, or what may be spent today is spent. */
  readonly holdsBack: () => boolean;
  /** What stands in the way of dialling for a return call now: a limit on calls in a day, or the switch; undefined: neither. */
  readonly heldBack: (callback: Callback) => HeldBack | undefined;
  /** The limit among them, by itself. */
  readonly overLimit: (callback: Callback) => HeldBack | undefined;
  /** The emergency switches: with `calls` off nobody is rung back, and with either no return call is promised. */
  readonly switches: { readonly calls: Switchable; readonly offers: Switchable };
  /** What was promised and dialled today. */
  readonly today: () => TodayInAll;
  readonly close: () => void;
};

type Switchable = Pick<OpenSwitch, "read" | "isOff" | "set">;
type Options = {
  readonly store: Store;
  readonly ledger: Ledger;
  readonly routing: Routing;
  readonly now: () => Instant;
  readonly log: Logger;
  /** A number was refused; the same one for the same reason once an hour. */
  readonly refused: (why: NumberFault) => void;
};

const onceIn = 3_600_000;
const mostRemembered = 10_000;

export async function openGuard({ store, ledger, routing, now, log, refused }: Options): Promise<Guard> {
  const tally = await openTally({ store, ledger, routing, now, log });
  const countryOf = new Map(routing.lines.map(({ number }) => [number, numberFacts(number)?.country]));
  const own = new Set([...countryOf.values()].flatMap((country) => country ?? []));
  const { countries } = routing.business.outbound;
  for (const country of countries)
    if (!isCountry(country)) log.warn({ country }, "there is no such country: none of its numbers is rung back");
  if (countries.length === 0 && own.size === 0)
    log.warn("no line's country is known: nobody is rung back until business.outbound.countries names some");
  const factsOf = rememberFacts();
  const unwanted = new Set<string>();
  const told = new Map<string, Instant>();
  const [calls, offers] = [await openSwitch(store, "return-calls", now), await openSwitch(store, "offers", now)];

  const stops = [
    store.watch("caller", (number, memory) => {
      if (memory?.callsUnwanted) unwanted.add(number);
      else unwanted.delete(number);
    }),
    calls.close,
    offers.close,
  ];
  for (const { number, callsUnwanted } of await store.open("caller")) if (callsUnwanted) unwanted.add(number);

  function note(number: string, line: string, queue: string, why: NumberFault): void {
    const key = `${why} ${number}`;
    const last = told.get(key);
    if (last !== undefined && now() - last < onceIn) return;
    if (told.size >= mostRemembered) told.clear();
    told.set(key, now());
    refused(why);
    log.warn({ number, to: line, queue, why }, "a number is not rung back");
  }

  const isSpent = () => tally.minutes() >= routing.business.outbound.minutesADay;
  const overLimit = ({ id, to, queue }: Callback) =>
    tally.hasRoom(id) ? undefined : limitReached(tally.of(to, queue), routing);
  return {
    heldBack: (callback) => (calls.isOff() ? "switched-off" : isSpent() ? "spent" : overLimit(callback)),
    overLimit,
    today: tally.today,
    judge(number, line, queue, unasked) {
      const facts = factsOf(number, countryOf.get(line) ?? factsOf(line)?.country);
      const today = tally.of(facts?.number ?? "", queue);
      const off = calls.isOff() || offers.isOff();
      const said = verdict({ facts, own, today, askedNotTo: unwanted.has(facts?.number ?? ""), off }, routing);
      if (!said.ok && unasked === undefined) note(facts?.number ?? number, line, queue, said.why);
      return said;
    },
    holdsBack: () => calls.isOff() || isSpent(),
    switches: { calls: telling(calls, "ringing back", log), offers: telling(offers, "promising return calls", log) },
    close: () => stops.forEach((stop) => stop()),
  };
}

/** Whoever reads the log sees why nobody is rung. */
function telling(one: OpenSwitch, what: string, log: Logger): Switchable {
  return {
    ...one,
    async set(off, by) {
      await one.set(off, by);
      log.warn({ off, by: by?.name }, off ? `${what} is switched off` : `${what} is switched on again`);
    },
  };
}

/** What is known of numbers by their digits, found out once: that takes as long as a whole webhook. */
function rememberFacts(): typeof numberFacts {
  const known = new Map<string, ReturnType<typeof numberFacts>>();
  return (written, country = "") => {
    const key = `${country} ${written}`;
    if (!known.has(key)) {
      if (known.size >= mostRemembered) known.clear();
      known.set(key, country === "" ? numberFacts(written) : numberFacts(written, country));
    }
    return known.get(key);
  };
}
