import { RestFault } from "./switchboard.ts";

/** How the account stands with Twilio. */
export type Standing = {
  readonly status: "active" | "suspended" | "closed";
  readonly type: "Full" | "Trial";
  /** The countries that may not be dialled, by their two letters. */
  readonly notDialled: readonly string[];
};

/** An account in good order. */
export const inGoodOrder: Standing = { status: "active", type: "Full", notDialled: [] };

/** Refuses 403/20005 all that an account may not do any more. https://www.twilio.com/docs/api/errors/20005 */
export function checkActive({ status }: Standing): void {
  if (status !== "active") throw new RestFault(403, 20005, "Account not active");
}
