import type { Fault, Realm } from "./document.ts";

/** The verbs that a document may hold where it runs. A whisper and a wait may do less than a call. */
const allowed: Readonly<Record<Realm, readonly string[]>> = {
  call: ["Gather", "Say", "Play", "Pause", "Hangup", "Reject", "Redirect", "Record", "Enqueue", "Dial"],
  // https://www.twilio.com/docs/voice/twiml/enqueue
  "queue-wait": ["Play", "Say", "Pause", "Hangup", "Redirect", "Leave", "Gather"],
  // https://www.twilio.com/docs/voice/twiml/number
  "number-whisper": ["Play", "Say", "Gather", "Hangup"],
  // https://www.twilio.com/docs/voice/twiml/queue
  "queue-whisper": ["Play", "Say", "Pause", "Redirect"],
  // https://www.twilio.com/docs/api/errors/13238
  "conference-wait": ["Play", "Say", "Pause", "Redirect"],
  // https://www.twilio.com/docs/messaging/twiml
  sms: ["Message", "Redirect"],
};

/** Twilio's own codes for a verb in the wrong realm; the others are an element that is not expected there. */
function codeFor(verb: string, realm: Realm): number {
  if (realm === "conference-wait") return 13238;
  if (realm === "sms") return 14110;
  if (verb === "Sms") return 13803;
  if (verb === "Dial") return 13201;
  return 12200;
}

/** Voice verbs that Twilio has and this exchange does not play. */
const elsewhere = ["Connect", "Echo", "Pay", "Prompt", "Refer", "Sms", "Start", "Stop"];

/** What is wrong with a verb standing in a document of this realm. */
export function realmFault(verb: string, realm: Realm): Fault | undefined {
  if (allowed[realm].includes(verb)) return undefined;
  const code = realm === "call" && elsewhere.includes(verb) && verb !== "Sms" ? 13750 : codeFor(verb, realm);
  const known = Object.values(allowed).some((verbs) => verbs.includes(verb)) || elsewhere.includes(verb);
  const why = known ? `<${verb}> has no place in a ${realm} document` : `there is no verb <${verb}>`;
  return { code: known ? code : 12200, message: why };
}
