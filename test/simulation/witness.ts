import type { Callback, Given } from "../../src/callback/callback.ts";
import type { Customer, Customers } from "./customers.ts";
import { mayBeRung } from "./hours.ts";
import type { Free } from "./reps.ts";
import { seenOf, type Seen } from "./seen.ts";
import { staffingAllowed } from "./staffing.ts";
import { atOnce, oneTooMany } from "./talks.ts";
import { toldWithoutRecord, toldTo } from "./told.ts";

/** What the exchange has seen, set against what the app has on record. Each of the lists is empty, or something is wrong. */
export type Witnessed = {
  readonly rung: number;
  readonly answered: number;
  readonly met: number;
  /** Promises that customers were told, aloud and by text. */
  readonly told: number;
  readonly toldWithoutRecord: readonly string[];
  /** Rung while we are closed, or out of the customer's daytime. */
  readonly atNight: readonly string[];
  /** More than one conversation for one promise, or one for none at all. */
  readonly answeredTwice: readonly string[];
  readonly rungTwiceAtOnce: readonly string[];
  /** Kept, as the record says, and the exchange has seen nothing of it. */
  readonly keptUnseen: readonly string[];
  /** Promises of a time that were not moved or cancelled, whose half hour was staffed, and whose customer could be reached. */
  readonly couldBeKept: number;
  readonly keptOnTime: number;
  readonly unstaffed: number;
  readonly unreachable: number;
  readonly missed: readonly string[];
};

/** A promise with the calls of its customer. */
export type Promised = { readonly callback: Callback; readonly given: Given; readonly seen: readonly Seen[] };

export function witness(
  customers: Customers,
  callbacks: readonly Callback[],
  free: readonly Free[],
  now: number,
): Witnessed {
  const seen = new Map(Array.from(customers.all.values(), (one) => [one.number, seenOf(one, now)]));
  const byUs = [...seen.values()].flat().filter((one) => one.byUs);
  const promised: readonly Promised[] = callbacks.flatMap((callback) =>
    callback.given.map((given) => ({ callback, given, seen: seen.get(callback.to) ?? [] })),
  );
  const texts = (number: string) => customers.all.get(number)?.phone.texts ?? [];
  const all = [...customers.all.values()];
  const told = all.flatMap((one) => toldTo(one.number, seen.get(one.number) ?? [], one.phone.texts));
  return {
    rung: byUs.length,
    answered: byUs.filter(({ answered }) => answered).length,
    met: byUs.filter(({ met }) => met).length,
    told: told.length,
    toldWithoutRecord: toldWithoutRecord(told, callbacks),
    atNight: all.flatMap((one) => atNight(one, seen.get(one.number) ?? [])),
    answeredTwice: oneTooMany(byUs, promised),
    rungTwiceAtOnce: [...seen.values()].flatMap(atOnce),
    keptUnseen: promised.filter((one) => one.given.ended?.how === "kept" && !wasSeen(one, texts)).map(nameOf),
    ...onTime(promised, free),
  };
}

const time = (at: number) => new Date(at).toISOString();
const nameOf = ({ callback, given }: Promised) =>
  `${callback.id} ${callback.kind} to ${callback.to}, given ${time(given.givenAt)}, ended ${JSON.stringify(given.ended)}`;

function atNight({ zone }: Customer, seen: readonly Seen[]): readonly string[] {
  return seen
    .filter(({ byUs, from }) => byUs && !mayBeRung(zone, from))
    .map(({ number, from }) => `${number} at ${time(from)}`);
}

/** Whether the exchange has seen the promise kept: being brought together with a rep, being told that there is no news, or such a text. */
function wasSeen(
  { callback, given, seen }: Promised,
  texts: (number: string) => readonly { at: number; body: string }[],
): boolean {
  const until = (given.ended?.at ?? Infinity) + 1_000;
  const during = (at: number) => at >= given.givenAt && at <= until;
  return (
    seen.some(
      ({ from, until: end, met, said }) =>
        end >= given.givenAt &&
        from <= until &&
        (met || said.some(({ text }) => /^Here is |There is no news yet/.test(text))),
    ) || texts(callback.to).some(({ at, body }) => during(at - 60_000) && /no news yet/.test(body))
  );
}

const unreached = new Set(["unanswered", "machine", "wrong-number", "not-placed"]);

/** How many promises of a time could be kept, and were. */
function onTime(promised: readonly Promised[], free: readonly Free[]) {
  const timed = promised.filter(
    ({ given: { by, ended } }) => by !== undefined && ended && ended.how !== "moved" && ended.how !== "cancelled",
  );
  const staffed = timed.filter(({ callback, given }) => staffingAllowed(callback, given, free));
  const reachable = staffed.filter((one) => !wasRungInVain(one));
  const missed = reachable.filter(({ given }) => given.ended?.how !== "kept");
  return {
    unstaffed: timed.length - staffed.length,
    unreachable: staffed.length - reachable.length,
    couldBeKept: reachable.length,
    keptOnTime: reachable.length - missed.length,
    missed: missed.map(nameOf),
  };
}

/** Not kept because the customer did not pick up, although the phone rang, by the exchange's record, by the time that was said. */
function wasRungInVain({ given, seen }: Promised): boolean {
  const { ended, by = Infinity, givenAt } = given;
  if (!ended || !("cause" in ended) || !unreached.has(ended.cause)) return false;
  return seen.some(({ byUs, from }) => byUs && from >= givenAt && from <= by);
}
