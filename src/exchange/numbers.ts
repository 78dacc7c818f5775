import type { Plant } from "./plant.ts";
import type { HttpMethod } from "./target.ts";
import type { NumberRecord } from "./records/number.ts";

/** A number of the account and what it requests; what is absent is unset, methods are POST. */
export type NumberSetup = {
  readonly phoneNumber: string;
  readonly friendlyName?: string;
  readonly voiceUrl?: string;
  readonly voiceMethod?: HttpMethod;
  readonly voiceFallbackUrl?: string;
  readonly statusCallback?: string;
  readonly smsUrl?: string;
  readonly smsFallbackUrl?: string;
  readonly voiceApplicationSid?: string;
  readonly trunkSid?: string;
  readonly capabilities?: NumberRecord["capabilities"];
};

/** Puts a number into the account, or gives one that is there other URLs: what the setup leaves out stays. */
export function setNumber(plant: Plant, { phoneNumber, ...setup }: NumberSetup): void {
  const now = plant.clock.now();
  const known = [...plant.numbers.values()].find((one) => one.phoneNumber === phoneNumber);
  const fresh: NumberRecord = {
    sid: known?.sid ?? plant.post.chance.sid("PN"),
    phoneNumber,
    friendlyName: phoneNumber,
    voiceUrl: "",
    voiceMethod: "POST",
    voiceFallbackUrl: "",
    voiceFallbackMethod: "POST",
    statusCallback: "",
    statusCallbackMethod: "POST",
    smsUrl: "",
    smsMethod: "POST",
    smsFallbackUrl: "",
    smsFallbackMethod: "POST",
    voiceApplicationSid: "",
    smsApplicationSid: "",
    trunkSid: "",
    capabilities: { voice: true, sms: true },
    createdAt: now,
    updatedAt: now,
  };
  const number = { ...fresh, ...known, ...setup, updatedAt: now };
  plant.numbers.set(number.sid, number);
}
