import { setImmediate } from "node:timers/promises";
import type { Logger } from "pino";
import { isThere } from "../acd/rep.ts";
import type { Callback, CallbackId } from "../callback/callback.ts";
import type { NumberFault } from "../callback/owed.ts";
import type { Interlude, Track } from "../hold/music.ts";
import { sentence } from "../routing/prompts.ts";
import type { Instant, QueueId, Routing } from "../routing/routing.ts";
import type { Store } from "../store/store.ts";
import type { PhoneLine } from "../twilio/line.ts";
import type { CallUrls } from "../twilio/urls.ts";
import type { Activity } from "./activity.ts";
import { openAudit } from "./audit.ts";
import { askedTracks } from "./asked-tracks.ts";
import { openBoard, type Board } from "./board.ts";
import { openCallbacks, type Callbacks } from "./callbacks.ts";
import { openCalls, type Calls } from "./calls.ts";
import type { Clock } from "./clock.ts";
import { forgetNumber, type Forgotten, type Hindered } from "./forget-number.ts";
import { openGate } from "./gate.ts";
import { openGuard, type Guard } from "./guard.ts";
import { openLedger, type Ledger } from "./ledger.ts";
import type { Owed } from "../callback/owed.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { owedBy } from "./owed.ts";
import { perform } from "./perform.ts";
import type { Post } from "./post.ts";
import { reconcile } from "./reconcile.ts";
import { openRetention, type OpenRetention } from "./retention.ts";
import { openRoutings, type Routings } from "./routings.ts";
import { sizeQueues } from "./size-queues.ts";
import { openTexts, type Texts } from "./texts.ts";
import { openStorm, type Storm } from "./storm.ts";
import { startWorker } from "./worker.ts";
import { countWrongCodes, wrongCodeHeldFor } from "./wrong-codes.ts";

/** Everything that goes on behind the webhooks. */
export type Office = {
  readonly board: Board;
  readonly calls: Calls;
  readonly callbacks: Callbacks;
  readonly ledger: Ledger;
  readonly guard: Guard;
  readonly owed: Owed;
  readonly texts: Texts;
  /** The tracks that open calls may still ask for, by id. */
  readonly askedTracks: () => ReadonlySet<string>;
  readonly routings: Routings;
  readonly storm: Storm;
  readonly retention: OpenRetention;
  /** Forgets a number, unless something is owed to it. */
  readonly forget: (number: string) => Promise<Forgotten | Hindered>;
  /** Lets the worker begin. `first`: we were not there, and who is still on the line is asked first. */
  readonly start: (first: boolean) => Promise<void>;
  /** Finishes what is being done, and takes up nothing more. */
  readonly stop: () => Promise<void>;
};

export type OfficeOptions = {
  readonly store: Store;
  readonly routing: Routing;
  readonly source: unknown;
  /** Since when this process has answered. */
  readonly upSince: Instant;
  /** The routings of the office before this one, which its calls keep. */
  readonly before?: Routings;
  readonly tracks: Readonly<Record<string, Track>>;
  readonly interludes: readonly Interlude[];
  readonly line: PhoneLine;
  /** Unset: no mail is sent. */
  readonly post?: Post;
  readonly urls: (call: string) => CallUrls;
  /** Where a customer finds a return call by its receipt. */
  readonly receiptUrl: (code: string) => string;
  readonly clock: Clock;
  readonly activity: Activity;
  readonly log: Logger;
  readonly callEnded: (outcome: string) => void;
  readonly numberRefused: (why: NumberFault) => void;
  readonly effectSettled: (what: string, outcome: string) => void;
  /** The end-of-day check has found something amiss with a return call. */
  readonly foundAmiss: (what: string) => void;
};

/** Asking who is still there may take so long; then the line must be answered all the same. */
const askAtMostMs = 3_000;

export async function openOffice(options: OfficeOptions): Promise<Office> {
  const { store, routing, tracks, interludes, line, urls, clock, activity, log } = options;
  const now = () => clock.now();
  const routings = await openRoutings({ store, inForce: routing, source: options.source, before: options.before });
  const ledger = await openLedger(store, routing);
  const desk = {
    get there() {
      return new Set(Object.keys(routing.reps).filter((rep) => isThere(board.presence(rep))));
    },
    handled: (queue: QueueId) => board.handled(queue),
  };
  const guard = await openGuard({ store, ledger, routing, now, log, refused: options.numberRefused });
  const wrongCodes = countWrongCodes(await openGate(store, "receipt", { heldFor: wrongCodeHeldFor, now }));
  const placeOf = (id: CallbackId) => board.standing(id)?.place;
  const owed = owedBy({ ledger, guard, routing, desk, wrongCodes, placeOf, now });
  // What is begun while nothing can be made durable might be begun again after a crash.
  const holdsBack = (callback?: Callback) =>
    guard.holdsBack() ||
    store.condition().state !== "ok" ||
    (callback !== undefined && guard.overLimit(callback) !== undefined);
  const storm = await openStorm(store, now);
  const retention = await openRetention({ store, routing, clock, activity, log });
  const board: Board = await openBoard({
    store,
    routing,
    tracks,
    interludes,
    owed,
    holdsBack,
    overLimit: guard.overLimit,
    storm: storm.words,
    upSince: options.upSince,
    now,
  });
  const calls = openCalls({ store, board, routings, now, log, ended: options.callEnded });
  const callbacks = openCallbacks({ store, routing, now, log });
  const unkept = sentence(routing, routing.business.language, "text-not-noted").text;
  const texts = openTexts({ store, board, ledger, routing, now, unkept });
  const { foundAmiss } = options;
  const asking = reconcile({ board, calls, callbacks, ledger, line, clock, activity, log, foundAmiss });
  const startedAt = now();
  const stops: (() => void | Promise<void>)[] = [];

  return {
    board,
    calls,
    callbacks,
    ledger,
    guard,
    owed,
    texts,
    askedTracks: () => askedTracks(board.calls(), routings),
    routings,
    storm,
    retention,
    forget: (number) => forgetNumber(number, { store, ledger, board, wrongCodes, poke: retention.poke }),
    async start(first) {
      // Whoever has waited for us to listen is answered before Twilio is asked: its client alone takes a while to load.
      await setImmediate();
      if (first)
        await Promise.race([asking.round(), new Promise((resolve) => setTimeout(resolve, askAtMostMs).unref())]);
      const performing = {
        store,
        calls,
        callbacks,
        board,
        line,
        routing,
        routings,
        urls,
        receiptUrl: options.receiptUrl,
        clock,
        startedAt,
        holdsBack,
        ledger,
        owed,
        post: options.post,
        oneAtATime: oneAtATime(activity.waiting),
        wrongCodes,
      };
      const worker = startWorker({
        store,
        board,
        calls,
        callbacks,
        decided: [calls, callbacks, texts, retention],
        routing,
        clock,
        activity,
        log,
        holdsBack,
        perform: (effect) => perform(effect, performing),
        settled: ({ effect }, { outcome }) => options.effectSettled(effect.do, outcome),
      });
      const audit = openAudit({ store, board, callbacks, routing, clock, activity, log, found: foundAmiss });
      stops.push(
        audit.start(),
        retention.start(),
        asking.start(),
        sizeQueues({ routing, line, clock, activity, log }),
        worker.stop,
      );
    },
    async stop() {
      for (const stop of stops) await stop();
      board.close();
      guard.close();
      storm.close();
      retention.close();
      ledger.close();
    },
  };
}
