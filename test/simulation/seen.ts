import type { PhoneCall } from "../../src/exchange/exchange.ts";
import { reps } from "./business.ts";
import type { Customer } from "./customers.ts";

const repAddresses: ReadonlySet<string> = new Set(Object.values(reps).map(({ address }) => address));
/** Less than this with a rep, in milliseconds, is no conversation. */
const shortest = 3_000;

/** A call of a customer's telephone as the exchange saw it; instants in milliseconds. */
export type Seen = {
  readonly call: PhoneCall;
  readonly number: string;
  /** Whether we rang the customer. */
  readonly byUs: boolean;
  readonly from: number;
  readonly until: number;
  /** Whether it was picked up, by whatever. */
  readonly answered: boolean;
  /** Whether the customer was brought together with a rep in it, and whether they had time to speak. */
  readonly met: boolean;
  readonly spoke: boolean;
  /** Whether the customer withheld the number: nobody can know then who is on the line. */
  readonly withheld: boolean;
  readonly said: readonly { readonly at: number; readonly text: string }[];
};

/** Every call of a customer, oldest first. */
export function seenOf({ number, phone }: Customer, now: number): readonly Seen[] {
  return phone.calls.map((call) => {
    const talked = call.heard.reduce(
      (sum, { kind, at, until, with: others = [] }) =>
        kind === "person" && others.some((one) => repAddresses.has(one)) ? sum + (until ?? now) - at : sum,
      0,
    );
    return {
      call,
      number,
      byUs: call.direction === "outbound",
      from: call.startedAt,
      until: call.endedAt ?? now,
      answered: call.heard.some(({ kind }) => kind !== "ringing"),
      met: talked > 0,
      spoke: talked >= shortest,
      withheld: call.from === "anonymous",
      said: call.heard.flatMap(({ kind, at, text }) => (kind === "say" && text !== undefined ? [{ at, text }] : [])),
    };
  });
}
