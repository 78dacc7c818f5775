import type { Logger } from "pino";
import type { RoutingFault } from "../routing/check.ts";
import { areSame } from "../routing/compare.ts";
import type { Instant, Routing } from "../routing/routing.ts";
import type { By, Edition } from "../store/records.ts";
import type { Alongside, Store } from "../store/store.ts";
import type { Activity } from "./activity.ts";
import type { Clock } from "./clock.ts";
import { isAsSeen, openDrafts, type Changed, type Drafts, type Seen } from "./drafts.ts";
import { editionHistory, editionId, readSource, type Known } from "./editions.ts";
import { versionOf } from "./routings.ts";

/** Why nothing was published, or called off. */
export type NotDone =
  | { readonly why: "faults"; readonly faults: readonly RoutingFault[] }
  | { readonly why: "no-draft" }
  | Changed
  /** Another edition came into force since the draft was begun: the draft must catch up first. */
  | { readonly why: "behind"; readonly inForce: Edition }
  | { readonly why: "nothing-new" }
  | { readonly why: "no-such-edition" }
  | { readonly why: "past" }
  | { readonly why: "not-durable" };
type Published = NotDone | { readonly edition: Edition };

/** Where admins work on the routing: a shared draft, its check, what is published of it, and what was. */
export type RoutingDesk = {
  readonly drafts: Drafts;
  readonly inForce: () => Edition;
  /** What is to come into force, the next first. */
  readonly scheduled: () => Promise<readonly Edition[]>;
  readonly check: (source: unknown) => readonly RoutingFault[];
  /** Now, or from a time on. It is checked by today's rules, and once more when its time comes. */
  readonly publish: (as: {
    readonly by: By;
    readonly seen: Seen;
    readonly note?: string | undefined;
    readonly from?: Instant | undefined;
  }) => Promise<Published>;
  /** Puts an edition of before in force again, checked by today's rules. The draft stays as it is. */
  readonly rollBack: (id: string, by: By, note?: string) => Promise<Published>;
  /** Has what is to come into force later come at another time. */
  readonly reschedule: (id: string, from: Instant) => Promise<Published>;
  /** Calls off what was to come into force later. */
  readonly callOff: (id: string) => Promise<Published>;
  readonly edition: (id: string) => Promise<Edition | undefined>;
  /** All that is, was or is to be in force, newest first. */
  readonly history: () => AsyncIterable<Edition>;
  /** Begins to look after what is scheduled. */
  readonly start: () => void;
  readonly stop: () => void;
};

type Options = {
  readonly store: Store;
  readonly inForce: Edition;
  /** The music and the recordings that a routing may name now. */
  readonly known: () => Known;
  /** Lets the office work by another routing; resolves when it does. */
  readonly putInForce: (routing: Routing, source: unknown) => Promise<void>;
  readonly clock: Clock;
  readonly activity: Activity;
  readonly log: Logger;
};

/** A timer holds no longer than 24 days, and a clock may be set. */
const lookEveryMs = 3_600_000;

export function openRoutingDesk(options: Options): RoutingDesk {
  const { store, inForce: first, known, putInForce, clock, activity, log } = options;
  let inForce = first;
  let wake: (() => void) | undefined;
  let stopped = true;
  let last: Promise<unknown> = Promise.resolve();
  const history = () => editionHistory(store, inForce, clock.now());
  const isDurable = () => store.condition().state === "ok";

  /** Two who publish at once would each take the place of the same edition. */
  function inTurn<T>(task: () => Promise<T>): Promise<T> {
    const done = last.then(task);
    last = done.catch(() => undefined);
    return done;
  }

  async function edition(id: string): Promise<Edition | undefined> {
    const open = await store.get("edition", id);
    if (open) return open;
    for await (const one of history()) if (one.id === id) return one;
    return undefined;
  }

  async function scheduled(): Promise<readonly Edition[]> {
    const open = await store.open("edition");
    return open.filter(({ state }) => state === "scheduled").toSorted((a, b) => a.from - b.from);
  }

  /** What is to be published as an edition of its own, by today's rules. */
  function made(source: unknown, as: Pick<Edition, "by" | "from" | "origin"> & Partial<Edition>) {
    const read = readSource(source, known());
    if ("faults" in read) return { why: "faults" as const, faults: read.faults };
    const at = clock.now();
    const version = versionOf(source);
    const { file } = inForce;
    const state = as.from > at ? "scheduled" : "in-force";
    const { firstAt } = inForce;
    const made: Edition = {
      ...as,
      id: editionId(at, version),
      version,
      source,
      at,
      firstAt,
      state,
      ...(file === undefined ? {} : { file }),
    };
    return { edition: made, routing: read.routing };
  }

  /** Makes it durable together with what it ends, and lets the office work by it where its time has come. */
  async function bringOut(edition: Edition, routing: Routing, also: readonly Alongside[] = []): Promise<Published> {
    const now = edition.state === "in-force";
    const over: readonly Alongside[] = now
      ? [{ kind: "edition", id: inForce.id, close: { ...inForce, state: "over" } }]
      : [];
    await store.decide("edition", edition.id, () => ({ put: edition, also: [...over, ...also], answer: null }));
    if (!isDurable()) return { why: "not-durable" };
    if (now) {
      inForce = edition;
      await putInForce(routing, edition.source);
      log.info({ edition: edition.id, by: edition.by.id }, "another routing is in force");
    } else await lookAhead();
    return { edition };
  }

  const publish: RoutingDesk["publish"] = ({ by, seen, note, from = clock.now() }) =>
    inTurn(async () => {
      if (!isDurable()) return { why: "not-durable" };
      if (from < clock.now()) return { why: "past" };
      const draft = await drafts.read();
      if (!isAsSeen(draft, seen)) return { why: "changed", draft };
      if (!draft) return { why: "no-draft" };
      if (draft.base !== inForce.id) return { why: "behind", inForce };
      if (areSame(draft.source, inForce.source)) return { why: "nothing-new" };
      const ready = made(draft.source, { by, from, origin: "page", ...(note === undefined ? {} : { note }) });
      if ("why" in ready) return ready;
      return bringOut(ready.edition, ready.routing, [{ kind: "draft", id: "routing", close: draft }]);
    });

  const rollBack: RoutingDesk["rollBack"] = (id, by, note) =>
    inTurn(async () => {
      if (!isDurable()) return { why: "not-durable" };
      const of = await edition(id);
      if (!of) return { why: "no-such-edition" };
      if (areSame(of.source, inForce.source)) return { why: "nothing-new" };
      const as = {
        by,
        from: clock.now(),
        origin: "roll-back",
        of: id,
        ...(note === undefined ? {} : { note }),
      } as const;
      const ready = made(of.source, as);
      return "why" in ready ? ready : bringOut(ready.edition, ready.routing);
    });

  /** Decides about what is to come into force later, while it is. */
  const ahead = (id: string, decide: (one: Edition) => { put?: Edition; close?: Edition; answer: Published }) =>
    inTurn(async () => {
      const none = { answer: { why: "no-such-edition" } } as const;
      const done = await store.decide("edition", id, (one) => (one?.state === "scheduled" ? decide(one) : none));
      await lookAhead();
      return done;
    });

  const reschedule: RoutingDesk["reschedule"] = (id, from) =>
    ahead(id, (one) => {
      if (from < clock.now()) return { answer: { why: "past" } };
      const put: Edition = { ...one, from };
      return { put, answer: { edition: put } };
    });

  const callOff: RoutingDesk["callOff"] = (id) =>
    ahead(id, (one) => {
      const close: Edition = { ...one, state: "called-off" };
      return { close, answer: { edition: close } };
    });

  /** The time of an edition has come: it takes the place of the one in force, if it still holds. */
  async function comeIntoForce(one: Edition): Promise<void> {
    const read = readSource(one.source, known());
    if ("routing" in read) {
      await bringOut({ ...one, state: "in-force", firstAt: inForce.firstAt }, read.routing);
      return;
    }
    const why = read.faults.map(({ path, sentence }) => `${path}: ${sentence}`);
    await store.decide("edition", one.id, () => ({ close: { ...one, state: "failed", why }, answer: null }));
    log.error({ edition: one.id, why }, "a scheduled routing does not hold; the one before stays in force");
  }

  async function lookAhead(): Promise<void> {
    wake?.();
    if (stopped) return;
    const [next] = await scheduled();
    if (!next) return;
    const wait = Math.min(lookEveryMs, Math.max(0, next.from - clock.now()));
    wake = clock.after(wait, lookNow);
  }

  function lookNow(): void {
    const failed = (error: unknown) => log.error({ err: error }, "what was scheduled could not be published");
    void activity.during(() => inTurn(look).catch(failed));
  }

  async function look(): Promise<void> {
    for (const one of await scheduled()) if (one.from <= clock.now() && !stopped) await comeIntoForce(one);
    await lookAhead();
  }

  const drafts = openDrafts({ store, inForce: () => inForce, edition, now: () => clock.now() });
  return {
    drafts,
    inForce: () => inForce,
    scheduled,
    check(source) {
      const read = readSource(source, known());
      return "faults" in read ? read.faults : [];
    },
    publish,
    rollBack,
    reschedule,
    callOff,
    edition,
    history,
    start() {
      stopped = false;
      lookNow();
    },
    stop() {
      stopped = true;
      wake?.();
    },
  };
}
