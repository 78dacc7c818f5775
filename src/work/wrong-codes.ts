import type { Gate } from "./gate.ts";

/** Receipts that were keyed in or written lately and are none. */
export type WrongCodes = {
  readonly note: (number: string) => Promise<void>;
  readonly forget: (number: string) => Promise<void>;
  readonly of: (number: string) => { readonly ofNumber: number; readonly ofAll: number };
};

/** A wrong code is held against whoever keyed it in for so long, in milliseconds. */
export const wrongCodeHeldFor = 3_600_000;

/** Counts wrong codes by the number that called; those who withhold theirs are one. */
export function countWrongCodes(gate: Gate): WrongCodes {
  const nameOf = (number: string) => (number.startsWith("+") ? number : "");
  return {
    note: (number) => gate.note(nameOf(number)),
    forget: (number) => gate.forget(nameOf(number)),
    of(number) {
      const lately = gate.tried();
      const ofNumber = lately.filter(({ who }) => who === nameOf(number)).length;
      return { ofNumber, ofAll: lately.length };
    },
  };
}
