import type { Callback } from "../../src/callback/callback.ts";
import type { Seen } from "./seen.ts";

/** A promise as a customer was told it: the receipt, or that there will be another call. */
export type Told = { readonly number: string; readonly at: number; readonly words: string; readonly code?: string };

const spokenReceipt = /^Your receipt is ((?:\d[ ,]*){6})/;
const writtenReceipt = /[Rr]eceipt (?:is )?(\d{6})/;
const another = /^We will call you again .*(?:Goodbye)?/;
/** Between a decision and its words lies at most so long, in milliseconds. */
const slack = 30_000;

/** Every promise that a customer heard or read. */
export function toldTo(
  number: string,
  seen: readonly Seen[],
  texts: readonly { at: number; body: string }[],
): readonly Told[] {
  const heard = seen.flatMap(({ said }) =>
    said.flatMap(({ at, text }): readonly Told[] => {
      const receipt = spokenReceipt.exec(text)?.[1]?.replaceAll(/\D/g, "");
      if (receipt !== undefined) return [{ number, at, words: text, code: receipt }];
      return another.test(text) ? [{ number, at, words: text }] : [];
    }),
  );
  const read = texts.flatMap(({ at, body }): readonly Told[] => {
    const code = writtenReceipt.exec(body)?.[1];
    return code === undefined ? [] : [{ number, at, words: body, code }];
  });
  return [...heard, ...read];
}

/** What was told and is on no record: it would be forgotten. */
export function toldWithoutRecord(told: readonly Told[], callbacks: readonly Callback[]): readonly string[] {
  // A receipt is given again once its return call is closed: some of thousands have been two people's.
  const byCode = Map.groupBy(callbacks, ({ code }) => code);
  const byNumber = Map.groupBy(callbacks, ({ to }) => to);
  return told
    .filter(({ number, at, code }) => {
      if (code !== undefined) return !(byCode.get(code) ?? []).some((one) => one.to === number && one.madeAt <= at);
      const given = (byNumber.get(number) ?? []).flatMap((one) => one.given);
      return !given.some(({ givenAt }) => givenAt <= at && givenAt >= at - slack);
    })
    .map(({ number, at, words }) => `${number} at ${new Date(at).toISOString()}: ${words}`);
}
