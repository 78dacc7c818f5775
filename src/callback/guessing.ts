import type { Owed } from "./owed.ts";

/** So many wrong receipts in an hour, from one number and from all, are taken for guessing. */
const mostOfNumber = 6;
const mostOfAll = 60;

/** Whether receipts from this number are not looked at now, right ones neither: somebody may be guessing them. */
export function isGuessing(number: string, owed: Owed): boolean {
  const { ofNumber, ofAll } = owed.wrongCodes(number);
  return ofNumber >= mostOfNumber || ofAll >= mostOfAll;
}
