import type { PhoneCall, Telephone } from "../../src/exchange/exchange.ts";
import { called } from "./called.ts";
import { calls } from "./calling.ts";
import { changesMind } from "./changing.ts";
import type { Luck } from "./luck.ts";
import type { World } from "./world.ts";

/** Somebody who calls, and is called back. */
export type Customer = {
  readonly number: string;
  /** Where the customer lives. */
  readonly zone: string;
  readonly phone: Telephone;
  readonly luck: Luck;
  /** The receipt of the return call that the customer waits for, as it was said or texted last. */
  receipt: string | undefined;
  /** The call that the customer is in. */
  call: PhoneCall | undefined;
};

/** By area code. */
const places = [
  ["212", "America/New_York"],
  ["212", "America/New_York"],
  ["718", "America/New_York"],
  ["312", "America/Chicago"],
  ["415", "America/Los_Angeles"],
] as const;

/** Everybody who may call, made as they first do. */
export type Customers = {
  readonly all: ReadonlyMap<string, Customer>;
  /** How many calls they have made. */
  readonly made: () => number;
  /** The nth customer calls. */
  readonly call: (index: number) => void;
};

export function openCustomers(world: World): Customers {
  const all = new Map<string, Customer>();
  let made = 0;
  const customer = (index: number): Customer => {
    const [area, zone] = places[index % places.length] ?? places[0];
    const number = `+1${area}${String(2_230_000 + index * 7)}`;
    const known = all.get(number);
    if (known) return known;
    const one: Customer = {
      number,
      zone,
      phone: world.phone(number),
      luck: world.luck("customer", index),
      receipt: undefined,
      call: undefined,
    };
    all.set(number, one);
    one.phone.onRing((call) => called(world, one, call, () => callsIn(one)));
    one.phone.onText(({ body }) => {
      const receipt = /[Rr]eceipt (?:is )?(\d{6})/.exec(body)?.[1];
      if (receipt === undefined || receipt === one.receipt) return;
      one.receipt = receipt;
      changesMind(world, one, () => callsIn(one));
    });
    return one;
  };
  const callsIn = (one: Customer) => {
    if (one.call) return;
    made += 1;
    calls(world, one, () => callsIn(one));
  };
  return {
    all,
    made: () => made,
    call: (index) => callsIn(customer(index)),
  };
}
