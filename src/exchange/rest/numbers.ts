import { RestFault } from "../switchboard.ts";
import type { NumberRecord, NumberUrls } from "../records/number.ts";
import { matching } from "../twiml/attribute.ts";
import { answered, dateText } from "./answer.ts";
import { paged } from "./page.ts";
import { present } from "./parameters.ts";
import type { RestCall, Route } from "./route.ts";
import { addressOrNone, anything, atMost } from "./rules.ts";

const resource =
  ({ account, switchboard }: RestCall) =>
  (number: NumberRecord) => ({
    sid: number.sid,
    account_sid: switchboard.accountSid,
    api_version: "2010-04-01",
    phone_number: number.phoneNumber,
    friendly_name: number.friendlyName,
    origin: "twilio",
    type: "local",
    status: "in-use",
    beta: false,
    capabilities: { ...number.capabilities, mms: number.capabilities.sms, fax: false },
    voice_url: number.voiceUrl,
    voice_method: number.voiceMethod,
    voice_fallback_url: number.voiceFallbackUrl,
    voice_fallback_method: number.voiceFallbackMethod,
    voice_application_sid: number.voiceApplicationSid,
    voice_caller_id_lookup: false,
    voice_receive_mode: "voice",
    status_callback: number.statusCallback,
    status_callback_method: number.statusCallbackMethod,
    sms_url: number.smsUrl,
    sms_method: number.smsMethod,
    sms_fallback_url: number.smsFallbackUrl,
    sms_fallback_method: number.smsFallbackMethod,
    sms_application_sid: number.smsApplicationSid,
    trunk_sid: number.trunkSid === "" ? null : number.trunkSid,
    bundle_sid: null,
    identity_sid: null,
    address_sid: null,
    address_requirements: "none",
    emergency_status: "Inactive",
    emergency_address_sid: null,
    emergency_address_status: "unregistered",
    date_created: dateText(number.createdAt),
    date_updated: dateText(number.updatedAt),
    uri: `${account}/IncomingPhoneNumbers/${number.sid}.json`,
  });

function change({ form }: RestCall): Partial<NumberUrls> {
  const url = (name: string) => form.text(name, addressOrNone(21402));
  const application = (name: string) =>
    form.text(name, matching(20001, /^(AP[0-9a-fA-F]{32})?$/, "an application's SID"));
  const method = (name: string) => form.choice(name, 21403, "GET", "POST");
  return present({
    friendlyName: form.text("FriendlyName", atMost(64, 20002)),
    voiceUrl: url("VoiceUrl"),
    voiceMethod: method("VoiceMethod"),
    voiceFallbackUrl: url("VoiceFallbackUrl"),
    voiceFallbackMethod: method("VoiceFallbackMethod"),
    statusCallback: url("StatusCallback"),
    statusCallbackMethod: method("StatusCallbackMethod"),
    smsUrl: url("SmsUrl"),
    smsMethod: method("SmsMethod"),
    smsFallbackUrl: url("SmsFallbackUrl"),
    smsFallbackMethod: method("SmsFallbackMethod"),
    voiceApplicationSid: application("VoiceApplicationSid"),
    smsApplicationSid: application("SmsApplicationSid"),
  });
}

function update(call: RestCall) {
  const { form, ids, switchboard } = call;
  const changed = change(call);
  form.nothingElse();
  const after = { ...switchboard.fetchNumber(ids[0]), ...changed };
  if (changed.voiceFallbackUrl && !after.voiceUrl)
    throw new RestFault(400, 21405, "a VoiceFallbackUrl stands beside a VoiceUrl");
  if (changed.smsFallbackUrl && !after.smsUrl)
    throw new RestFault(400, 21406, "a SmsFallbackUrl stands beside a SmsUrl");
  return answered(200, resource(call)(switchboard.updateNumber(ids[0], changed)));
}

function list(call: RestCall) {
  const filter = present({
    phoneNumber: call.query.text("PhoneNumber", anything),
    friendlyName: call.query.text("FriendlyName", anything),
  });
  return paged(call, "incoming_phone_numbers", call.switchboard.listNumbers(filter), resource(call));
}

/** The account's phone numbers. https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource */
export const numbers: readonly Route[] = [
  { method: "GET", path: "/IncomingPhoneNumbers.json", answer: list },
  {
    method: "GET",
    path: "/IncomingPhoneNumbers/{PN}.json",
    answer: (call) => answered(200, resource(call)(call.switchboard.fetchNumber(call.ids[0]))),
  },
  { method: "POST", path: "/IncomingPhoneNumbers/{PN}.json", answer: update },
];
