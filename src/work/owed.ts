import type { Owed } from "../callback/owed.ts";
import { nothingOwed } from "../callback/owed.ts";
import type { Ledger } from "./ledger.ts";

/** What is owed to whom, as calls are told of it. */
export function owedBy(ledger: Ledger): Owed {
  return { ...nothingOwed, ofNumber: ledger.ofNumber, ofCode: ledger.ofCode, receipt: ledger.receipt };
}
