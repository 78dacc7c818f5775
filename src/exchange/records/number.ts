import type { HttpMethod, Instant } from "../target.ts";

/** What a number of the account requests; an empty string is an unset URL. */
export type NumberUrls = {
  readonly friendlyName: string;
  readonly voiceUrl: string;
  readonly voiceMethod: HttpMethod;
  readonly voiceFallbackUrl: string;
  readonly voiceFallbackMethod: HttpMethod;
  readonly statusCallback: string;
  readonly statusCallbackMethod: HttpMethod;
  readonly smsUrl: string;
  readonly smsMethod: HttpMethod;
  readonly smsFallbackUrl: string;
  readonly smsFallbackMethod: HttpMethod;
  /** An application whose URLs are asked in place of these; empty: none. */
  readonly voiceApplicationSid: string;
  readonly smsApplicationSid: string;
  /** The SIP trunk that its calls go over, whatever else it says; empty: none. */
  readonly trunkSid: string;
};
export type NumberRecord = NumberUrls & {
  readonly sid: string;
  readonly phoneNumber: string;
  readonly capabilities: { readonly voice: boolean; readonly sms: boolean };
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
};
