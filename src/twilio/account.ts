import type { Twilio } from "twilio";
import { connect, type PhoneLineOptions } from "./line.ts";
import { replyOf, type Reply } from "./reply.ts";

/** Where a number of the account leads; an empty address is none. An application's SID stands before the addresses. */
export type Leads = {
  readonly voiceUrl: string;
  readonly voiceFallbackUrl: string;
  readonly statusCallback: string;
  readonly smsUrl: string;
  readonly voiceApplicationSid: string;
  readonly smsApplicationSid: string;
};
/** A number of the account, what it can do, and where it leads. `trunk`: its calls go over a SIP trunk, and never here. */
export type AccountNumber = {
  readonly sid: string;
  readonly number: string;
  readonly name: string;
  readonly voice: boolean;
  readonly sms: boolean;
  readonly trunk: boolean;
  readonly leads: Leads;
};
export type Standing = { readonly status: string; readonly type: string; readonly name: string };

/** What is asked of Twilio about an account, to connect it. */
export type TwilioAccount = {
  readonly standing: () => Promise<Reply<Standing>>;
  readonly numbers: () => Promise<Reply<readonly AccountNumber[]>>;
  /** Leads a number elsewhere. */
  readonly lead: (sid: string, to: Leads) => Promise<Reply<AccountNumber>>;
  /** Whether a country (two letters) may be dialled, by the account's geographic permissions. */
  readonly mayDial: (country: string) => Promise<Reply<boolean>>;
  /**
   * Has Twilio send a signed request to an address of ours: it rings a client that nobody has open, and tells of it. No
   * telephone rings, and nobody pays. https://www.twilio.com/docs/voice/api/call-resource
   */
  readonly haveSigned: (address: string) => Promise<Reply<void>>;
};

const mostNumbers = 1_000;
const method = "POST";

/** An account by its credentials. Nothing is sent before it is first asked something. */
export function twilioAccount(options: PhoneLineOptions): TwilioAccount {
  let client: Promise<Twilio> | undefined;
  const asked = <T>(ask: (client: Twilio) => Promise<T>) =>
    replyOf(async () => ask(await (client ??= connect(options))), true);
  return {
    standing: () =>
      asked(async ({ api }) => {
        const { status, type, friendlyName: name } = await api.v2010.accounts(options.accountSid).fetch();
        return { status, type, name };
      }),
    numbers: () =>
      asked(async ({ incomingPhoneNumbers }) =>
        (await incomingPhoneNumbers.list({ limit: mostNumbers, pageSize: mostNumbers })).map(numberOf),
      ),
    lead: (sid, { voiceApplicationSid, smsApplicationSid, ...to }) =>
      asked(async ({ incomingPhoneNumbers }) => {
        const methods = { voiceMethod: method, voiceFallbackMethod: method, statusCallbackMethod: method };
        const applications = { voiceApplicationSid, smsApplicationSid };
        // Twilio refuses a fallback beside no address.
        const { voiceFallbackUrl, ...others } = to;
        const fallback = to.voiceUrl === "" ? { voiceFallbackUrl: "" } : { voiceFallbackUrl };
        const how = { ...others, ...fallback, ...methods, smsMethod: method, ...applications };
        return numberOf(await incomingPhoneNumbers(sid).update(how));
      }),
    mayDial: (country) =>
      asked(async ({ voice }) => {
        const { lowRiskNumbersEnabled } = await voice.v1.dialingPermissions.countries(country).fetch();
        return lowRiskNumbersEnabled;
      }),
    haveSigned: (address) =>
      asked(async ({ calls }) => {
        const told = { statusCallback: address, statusCallbackMethod: method, statusCallbackEvent: ["initiated"] };
        const who = { to: "client:holdfast-is-not-there", from: "client:holdfast" };
        await calls.create({ ...who, twiml: "<Response/>", timeout: 1, ...told });
      }),
  };
}

type Listed = Awaited<ReturnType<Twilio["incomingPhoneNumbers"]["list"]>>[number];

function numberOf(one: Listed): AccountNumber {
  // Null where nothing was ever written, whatever the SDK's types say.
  const text = (value: string | null | undefined) => value ?? "";
  return {
    sid: one.sid,
    number: one.phoneNumber,
    name: one.friendlyName,
    voice: one.capabilities.voice,
    sms: one.capabilities.sms,
    trunk: text(one.trunkSid) !== "",
    leads: {
      voiceUrl: text(one.voiceUrl),
      voiceFallbackUrl: text(one.voiceFallbackUrl),
      statusCallback: text(one.statusCallback),
      smsUrl: text(one.smsUrl),
      voiceApplicationSid: text(one.voiceApplicationSid),
      smsApplicationSid: text(one.smsApplicationSid),
    },
  };
}
