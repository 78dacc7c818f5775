import type { RequestHandler, Router } from "express";
import type { Routing } from "../routing/routing.ts";
import type { Store } from "../store/store.ts";
import { callbackDesk } from "../work/callback-desk.ts";
import { openGate } from "../work/gate.ts";
import type { Office } from "../work/office.ts";
import { callbackList } from "./callback-list.ts";
import { callbackSwitchRouter } from "./callback-switch.ts";
import { callbacksApiRouter } from "./callbacks-api.ts";
import { guessesOf } from "./guesses.ts";
import { receiptLimits, receiptRouter } from "./receipt-router.ts";

export type CallbackRoutersOptions = {
  /** Lets only the admin in. */
  readonly door: RequestHandler;
  readonly office: Pick<Office, "callbacks" | "ledger" | "owed" | "guard" | "board">;
  readonly store: Store;
  readonly routing: Routing;
  readonly publicUrl: string;
  readonly now: () => number;
};

/** All that can be done about return calls over the web. */
export async function callbackRouters(options: CallbackRoutersOptions): Promise<readonly Router[]> {
  const { door, office, store, routing, publicUrl, now } = options;
  const { callbacks, ledger, owed, guard, board } = office;
  const desk = callbackDesk({ callbacks, owed, routing, now, condition: () => store.condition() });
  const gate = await openGate(store, "receipt-page", { heldFor: receiptLimits.within * 1_000, now });
  const guesses = guessesOf({ ...receiptLimits, forgives: false }, gate, now);
  const list = callbackList({ ledger, store, routing, now });
  return [
    callbackSwitchRouter(door, guard),
    callbacksApiRouter({ door, desk, list, owed, heldBack: guard.heldBack, routing, now }),
    receiptRouter({ desk, owed, board, routing, publicUrl, now, guesses }),
  ];
}
