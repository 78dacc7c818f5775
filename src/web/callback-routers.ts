import type { Router } from "express";
import type { Routing } from "../routing/routing.ts";
import type { Store } from "../store/store.ts";
import { callbackDesk } from "../work/callback-desk.ts";
import { openGate } from "../work/gate.ts";
import type { Office } from "../work/office.ts";
import { callbackList } from "./callback-list.ts";
import { callbackSwitchOperations } from "./callback-switch.ts";
import { callbackOperations } from "./callbacks-api.ts";
import type { Access } from "./people/access.ts";
import { guessesOf } from "./guesses.ts";
import { receiptLimits, receiptRouter } from "./receipt-router.ts";

export type CallbackRoutersOptions = {
  readonly routerOf: Access["routerOf"];
  readonly office: Pick<Office, "callbacks" | "ledger" | "owed" | "guard" | "board">;
  readonly store: Store;
  readonly routing: Routing;
  readonly publicUrl: string;
  readonly now: () => number;
};

/** All that can be done about return calls over the web. */
export async function callbackRouters(options: CallbackRoutersOptions): Promise<readonly Router[]> {
  const { routerOf, office, store, routing, publicUrl, now } = options;
  const { callbacks, ledger, owed, guard, board } = office;
  const desk = callbackDesk({ callbacks, owed, routing, now, condition: () => store.condition() });
  const gate = await openGate(store, "receipt-page", { heldFor: receiptLimits.within * 1_000, now });
  const guesses = guessesOf({ ...receiptLimits, forgives: false }, gate, now);
  const list = callbackList({ ledger, store, routing, now });
  return [
    routerOf([
      ...callbackSwitchOperations(guard),
      ...callbackOperations({ desk, list, owed, heldBack: guard.heldBack, routing, now }),
    ]),
    receiptRouter({ desk, owed, board, routing, publicUrl, now, guesses }),
  ];
}
