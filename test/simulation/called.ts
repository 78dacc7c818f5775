import type { PhoneCall } from "../../src/exchange/exchange.ts";
import type { Customer } from "./customers.ts";
import { later, listen, whenOver } from "./listen.ts";
import { choosesTime, presser, talks } from "./talk.ts";
import type { World } from "./world.ts";

type Picks = "up" | "not" | "machine" | "declines" | "rings-in";

function picks(chance: number): Picks {
  if (chance < 0.74) return "up";
  if (chance < 0.86) return "not";
  if (chance < 0.95) return "machine";
  return chance < 0.98 ? "declines" : "rings-in";
}

/** A customer's telephone rings. Whoever is in a call with us already sees to that one. */
export function called(world: World, customer: Customer, call: PhoneCall, ringsIn: () => void): void {
  const { luck, phone } = customer;
  const does = customer.call ? "not" : picks(luck.fraction());
  phone.setAnsweredBy(does === "machine" ? "machine" : "human");
  if (does === "declines") later(world, call, luck.between(2, 10), () => call.decline());
  if (does === "rings-in") later(world, call, luck.between(2, 8), () => customer.call ?? ringsIn());
  if (does === "machine") later(world, call, luck.between(10, 18), () => call.answer());
  if (does !== "up") return;
  later(world, call, luck.between(2, 16), () => {
    if (customer.call) return;
    customer.call = call;
    whenOver(call, () => {
      customer.call = undefined;
    });
    hears(world, customer, call);
    call.answer();
  });
}

/** What a customer does who has picked up. */
function hears(world: World, customer: Customer, call: PhoneCall): void {
  const { luck } = customer;
  const press = presser(world, customer, call);
  listen(
    call,
    [
      [/^If you can hear us, please press any key/, () => press("5")],
      [/^To be connected, press 1\. For another time, press 2/, () => press(agrees(luck.fraction()))],
      [/^In how many times ten minutes/, () => luck.chance(0.9) && press(String(luck.whole(1, 9)))],
      [
        /^(?:To speak with someone now, press 1\. )?For another time, press 2\. Otherwise/,
        () => press(news(luck.fraction())),
      ],
      [/Press 1 if it was, 2 if it was not/, () => press(luck.chance(0.85) ? "1" : "2")],
      ...choosesTime(world, customer, call),
    ],
    talks(world, customer, call),
  );
  if (luck.chance(0.03)) later(world, call, luck.between(2, 12), () => call.hangUp());
  // Nobody holds on for ever, not even one who was called.
  later(world, call, 900, () => call.hearing?.kind === "person" || call.hangUp());
}

function agrees(chance: number): string {
  if (chance < 0.85) return "1";
  return chance < 0.97 ? "2" : "3";
}

/** Most who hear that there is no news hang up, or wait for the line to do so. */
function news(chance: number): string {
  if (chance < 0.15) return "1";
  return chance < 0.25 ? "2" : "";
}
