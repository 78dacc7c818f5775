import type { Instant } from "../routing/routing.ts";

/** Receipts that were keyed in lately and are none; a process forgets them. */
export type WrongCodes = {
  readonly note: (number: string) => void;
  readonly of: (number: string) => { readonly ofNumber: number; readonly ofAll: number };
};

/** A wrong code is held against whoever keyed it in for so long, in milliseconds. */
const heldFor = 3_600_000;
/** No more are kept: so many from all stop everybody anyway. */
const mostKept = 1_000;

/** Counts wrong codes by the number that called; those who withhold theirs are one. */
export function countWrongCodes(now: () => Instant): WrongCodes {
  let lately: readonly { readonly number: string; readonly at: Instant }[] = [];
  const kept = () => lately.filter(({ at }) => now() - at < heldFor);
  const nameOf = (number: string) => (number.startsWith("+") ? number : "");
  return {
    note: (number) => void (lately = [...kept(), { number: nameOf(number), at: now() }].slice(-mostKept)),
    of(number) {
      lately = kept();
      const ofNumber = lately.filter((one) => one.number === nameOf(number)).length;
      return { ofNumber, ofAll: lately.length };
    },
  };
}
