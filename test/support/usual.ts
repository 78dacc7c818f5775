import { line } from "./business.ts";
import type { Duration, Phone } from "./phone.ts";

const keys = { sales: "1", support: "2", reception: "0" } as const;

/** A caller dials in and chooses a queue. */
export function asksFor(caller: Phone, queue: keyof typeof keys): Phone {
  return caller
    .dials(line)
    .hears(/Welcome/)
    .presses(keys[queue]);
}

/** A rep is rung, hears the whisper to its end, and takes the call. */
export function takesCall(rep: Phone, within: Duration = { seconds: 5 }): Phone {
  return rep
    .rings(within)
    .answers()
    .hears(/Press 1 to take|Pulse 1 para atender/)
    .presses("1");
}

/** A caller reaches a queue's rep and talks. */
export async function talk(caller: Phone, rep: Phone, queue: keyof typeof keys = "support"): Promise<void> {
  await asksFor(caller, queue);
  await takesCall(rep);
  await caller.hears(/^Here is/);
  await rep.isTalkingTo(caller.number);
}

/** A rep says how the call ended, by key, and is free. */
export function wrapsUp(rep: Phone, key = "1"): Phone {
  return rep
    .hears(/How did the call end/)
    .presses(key)
    .isHungUpOn({ seconds: 15 });
}

/** A rep is rung for a return call, hears the whisper to its end, and has the customer rung. */
export function callsBack(rep: Phone, within: Duration = { seconds: 5 }): Phone {
  return rep
    .rings(within)
    .answers()
    .hears(/Press 1 to call now|Pulse 1 para llamar/)
    .presses("1")
    .hears(/We are ringing the caller|Estamos llamando/);
}
