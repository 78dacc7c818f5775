/**
 * What a number is, as far as its digits tell. `never`: premium, shared cost, satellite, a pager, a voicemail box, or
 * any other kind that no person is rung back at. In some countries a mobile and a fixed number look the same.
 */
export type NumberKind = "mobile" | "fixed" | "mobile-or-fixed" | "voip" | "toll-free" | "never";

/** What is known of a number that can exist, from its digits alone. */
export type NumberFacts = {
  /** In E.164. */
  readonly number: string;
  /** Two letters; unset where the number belongs to no country. */
  readonly country?: string;
  readonly kind: NumberKind;
  /** All the time zones in which it may be. */
  readonly zones: readonly string[];
};

/** Whether a text may be sent to a number of this kind, as far as can be known. */
export function takesTexts(kind: NumberKind): boolean {
  return kind === "mobile" || kind === "mobile-or-fixed";
}
