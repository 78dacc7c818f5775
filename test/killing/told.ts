import type { Answered, Owed } from "./killed-office.ts";

/** The receipt in a document, as it is read out. */
const receipt = /Your receipt is ((?:\d[ ,]*){6})\./;

/** A promise that was told to somebody: the receipt of a return call to a number. */
export type Told = { readonly number: string; readonly code: string };

/** What a document tells whoever hears it. */
export function toldIn(document: string, number: string): readonly Told[] {
  const digits = receipt.exec(document)?.[1];
  return digits === undefined ? [] : [{ number, code: digits.replaceAll(/\D/g, "") }];
}

/** What the API has told. */
export function toldBy(answer: Answered | undefined): readonly Told[] {
  if (answer?.status !== 201) return [];
  const { number = "", code = "" } = answer.body;
  return [{ number, code }];
}

/** What was told and is not there, and which numbers are owed more than one. */
export function missing(owed: readonly Owed[], told: readonly Told[]): readonly string[] {
  const byNumber = Map.groupBy(owed, ({ number }) => number);
  const twice = [...byNumber].flatMap(([number, calls]) =>
    calls.length > 1 ? [`${number} is owed ${calls.length}`] : [],
  );
  const lost = told.flatMap(({ number, code }) =>
    byNumber.get(number)?.some((one) => one.code === code) ? [] : [`${number} was told ${code}, and it is not there`],
  );
  return [...twice, ...lost];
}
