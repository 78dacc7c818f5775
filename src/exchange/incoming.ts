import { end } from "./progress.ts";
import { openLeg, type Leg } from "./leg.ts";
import type { Plant } from "./plant.ts";
import { run } from "./programme.ts";

type DialOptions = { readonly from?: string; readonly callerName?: string };

/** Somebody dials a number: its voice URL is asked what to do. A number that is not the account's is out of service. */
export function dialIn(plant: Plant, address: string, to: string, options: DialOptions): Leg {
  const leg = openLeg(plant.clock, {
    sid: plant.post.chance.sid("CA"),
    parent: undefined,
    direction: "inbound",
    from: options.from ?? address,
    to,
    address,
    callerName: options.callerName,
    status: "ringing",
  });
  leg.startedAt = plant.clock.now();
  plant.legs.set(leg.sid, leg);
  const number = [...plant.numbers.values()].find((one) => one.phoneNumber === to);
  if (!number?.voiceUrl) {
    end(plant, leg, "failed", number ? "the number has no voice URL" : "not a number of this account");
    return leg;
  }
  leg.phoneNumberSid = number.sid;
  if (number.voiceFallbackUrl) leg.fallback = { url: number.voiceFallbackUrl, method: number.voiceFallbackMethod };
  if (number.statusCallback)
    leg.statusCallback = { url: number.statusCallback, method: number.statusCallbackMethod, events: ["completed"] };
  run(plant, leg, { url: number.voiceUrl, method: number.voiceMethod, purpose: "voice", params: {} });
  return leg;
}
