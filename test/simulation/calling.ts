import type { PhoneCall } from "../../src/exchange/exchange.ts";
import { line } from "./business.ts";
import type { Customer } from "./customers.ts";
import { later, listen, whenOver, type Reaction } from "./listen.ts";
import { choosesTime, presser, talks } from "./talk.ts";
import type { World } from "./world.ts";

/** Nobody who is not being served holds on for longer, in seconds. */
const longest = 2_400;

type Wish = "wait" | "place" | "booked" | "other-number" | "message";

/** A customer calls, says what for, and waits, hangs up, or lets us call back. `again`: is called to try once more. */
export function calls(world: World, customer: Customer, again: () => void): void {
  const { luck, phone } = customer;
  const call = phone.dial(line, luck.chance(0.02) ? { from: "anonymous" } : {});
  customer.call = call;
  const wish = wishOf(luck.fraction());
  const state = { met: false, left: false, waits: false };
  later(world, call, longest, () => state.met || hangUp());
  const meets = talks(world, customer, call);
  const hangUp = () => {
    state.left = true;
    call.hangUp();
  };
  const waitsInLine = () => {
    if (state.waits) return;
    state.waits = true;
    later(world, call, 20 + luck.about(600), () => state.met || hangUp());
    if (wish !== "wait")
      later(world, call, luck.between(12, 150), () => state.met || call.press(wish === "message" ? "3" : "1"));
  };
  listen(
    call,
    [
      ...owed(world, customer, call),
      ...atMenu(world, customer, call),
      ...inLine(world, customer, call, wish, waitsInLine),
      ...choosesTime(world, customer, call),
      ...leavesMessage(world, customer, call),
      [/^Thank you for calling\. Goodbye/, () => void (state.left = true)],
    ],
    () => {
      state.met = true;
      meets();
    },
  );
  if (luck.chance(0.02)) later(world, call, luck.between(1, 20), hangUp);
  whenOver(call, () => {
    customer.call = undefined;
    // Cut off, or done with waiting: some try again.
    if (!state.met && luck.chance(state.left ? 0.15 : 0.5))
      world.after(luck.between(20, 600) * 1_000, () => customer.call ?? again());
  });
}

function wishOf(chance: number): Wish {
  if (chance < 0.66) return "wait";
  if (chance < 0.84) return "place";
  if (chance < 0.93) return "booked";
  return chance < 0.96 ? "other-number" : "message";
}

/** To whom a call is owed hears of it first. */
function owed(world: World, customer: Customer, call: PhoneCall): readonly Reaction[] {
  const { luck } = customer;
  const press = presser(world, customer, call);
  return [
    [
      /^To speak with someone now, press 1\. For another time, press 2\. To cancel/,
      () => luck.chance(0.8) && press(keyOf(luck.fraction(), true)),
    ],
    [/^For another time, press 2\. To cancel/, () => luck.chance(0.8) && press(keyOf(luck.fraction(), false))],
    [/^To cancel the call, press 1/, () => press(luck.chance(0.9) ? "1" : "2")],
    [/^You were in line for .* press 1/, () => luck.chance(0.8) && press("1")],
    [/^If you were cut off, press 1/, () => luck.chance(0.8) && press("1")],
  ];
}

function keyOf(chance: number, live: boolean): string {
  if (live && chance < 0.5) return "1";
  return chance < 0.75 ? "2" : "3";
}

function atMenu(world: World, customer: Customer, call: PhoneCall): readonly Reaction[] {
  const { luck } = customer;
  const press = presser(world, customer, call);
  return [
    [
      /^Welcome to Bright Kettle/,
      () => {
        if (luck.chance(0.97))
          press(luck.chance(0.02) ? luck.pick(["7", "0", "#", "*"]) : luck.pick(["1", "2", "2", "3"]));
      },
    ],
    [/key in the six digits of your receipt/, () => customer.receipt !== undefined && press(customer.receipt)],
  ];
}

/** In the line, and where it cannot be joined. */
function inLine(world: World, customer: Customer, call: PhoneCall, wish: Wish, waits: () => void): readonly Reaction[] {
  const { luck } = customer;
  const press = presser(world, customer, call);
  const mayBeCalled = wish !== "wait" || luck.chance(0.3);
  let otherNumber = wish === "other-number";
  return [
    [/^You are (?:now )?(?:next|number \d+) in line|^You are next/, waits],
    [/^To be called back, press 1\. To leave a message, press 3/, () => press(mayBeCalled ? "1" : "3")],
    [/^To leave a message, press 1/, () => luck.chance(0.3) && press("1")],
    [/For that, press 1\.$/, () => mayBeCalled && press("1")],
    [
      /^(To hang up and be called |To choose a time, |For another number, )/,
      ([all]) => {
        const booked = wish === "booked" || !all.startsWith("To hang up");
        press(otherNumber ? "3" : booked ? "2" : "1");
        otherNumber = false;
      },
    ],
    [/^We already have you down/, () => luck.chance(0.3) && press("1")],
    [/^Please key in the number/, () => press(`${customer.number.slice(2)}#`)],
    [/If that is right, press 1/, () => press("1")],
    [/^Nobody is here to answer right now/, () => mayBeCalled && press("1")],
  ];
}

function leavesMessage(world: World, customer: Customer, call: PhoneCall): readonly Reaction[] {
  const { luck } = customer;
  return [
    [
      /^Please leave your message/,
      () => {
        later(world, call, 8, () => call.say("The spout of my kettle drips."));
        later(world, call, 12 + luck.about(10), () => (luck.chance(0.7) ? call.press("5") : call.hangUp()));
      },
    ],
  ];
}
