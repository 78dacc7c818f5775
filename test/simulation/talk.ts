import type { PhoneCall } from "../../src/exchange/exchange.ts";
import type { Customer } from "./customers.ts";
import { later, type Reaction } from "./listen.ts";
import type { World } from "./world.ts";

/** How long a conversation lasts in the middle, in seconds. */
const usualTalk = 75;

/** What a customer does who meets somebody: talks, once, and hangs up when all is said, if the rep does not do so before. */
export function talks(world: World, { luck }: Customer, call: PhoneCall): () => void {
  let began = false;
  const done = (tries: number) => {
    // On hold, or being handed over: the customer waits a while for somebody to come back.
    if (call.hearing?.kind === "person" || tries === 0) call.hangUp();
    else later(world, call, 20, () => done(tries - 1));
  };
  return () => {
    if (began) return;
    began = true;
    later(world, call, 15 + luck.about(usualTalk), () => done(15));
  };
}

/** Presses keys after having thought about them. */
export function presser(world: World, { luck }: Customer, call: PhoneCall) {
  return (keys: string) => later(world, call, luck.between(0.7, 3), () => call.press(keys));
}

/** What the customer does about a time that is to be chosen, and about what is said at the end of it. */
export function choosesTime(world: World, customer: Customer, call: PhoneCall): readonly Reaction[] {
  const { luck } = customer;
  const press = presser(world, customer, call);
  let slots = 0;
  const clocks: { readonly hour: number; readonly key: string }[] = [];
  return [
    [
      /^If you are calling at (\d+|noon).*?(AM|PM)? your time, press (\d)/,
      ([, hour = "", half, key = ""]) => {
        clocks.push({ hour: hour === "noon" ? 12 : (Number(hour) % 12) + (half === "PM" ? 12 : 0), key });
        if (clocks.length > 1) return;
        later(world, call, 8, () => {
          const here = hourIn(customer.zone, world.now());
          call.press((clocks.find((one) => one.hour === here) ?? clocks[0])?.key ?? key);
        });
      },
    ],
    [/^For a call .*, press \d\.$/, () => void (slots += 1)],
    [
      /^For more times, press 4/,
      () => {
        if (slots > 0 && luck.chance(0.7)) press(String(luck.whole(1, slots)));
        else press(luck.chance(0.3) ? "4" : "5");
        slots = 0;
      },
    ],
    [/^Please key in the hour/, () => press(`${luck.whole(1, 12)}${luck.pick(["00", "15", "30", "45"])}#`)],
    [/If that suits you, press 1/, () => press(luck.chance(0.8) ? "1" : "2")],
  ];
}

/** The hour that clocks show in a zone. */
export function hourIn(zone: string, at: number): number {
  return Number(new Intl.DateTimeFormat("en-US", { timeZone: zone, hour: "2-digit", hourCycle: "h23" }).format(at));
}
