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

/** Voice verbs that Twilio has and this exchange does not play. */
const elsewhere = ["Connect", "Echo", "Pay", "Prompt", "Refer", "Start", "Stop"];

const known: ReadonlySet<string> = new Set([...Object.values(allowed).flat(), ...elsewhere, "Sms"]);

/** Twilio's own code for a verb in the wrong realm; where it has none, that of an element that is not expected there. */
function codeFor(verb: string, realm: Realm): number {
  if (realm === "conference-wait") return 13238;
  if (realm === "sms") return 14110;
  if (verb === "Sms") return 13803;
  if (verb === "Dial") return 13201;
  return realm === "call" && elsewhere.includes(verb) ? 13750 : 12200;
}

/** What is wrong with a verb standing in a document of this realm. */
export function realmFault(verb: string, realm: Realm): Fault | undefined {
  if (allowed[realm].includes(verb)) return undefined;
  if (!known.has(verb)) return { code: 12200, message: `there is no verb <${verb}>` };
  return { code: codeFor(verb, realm), message: `<${verb}> has no place in a ${realm} document` };
}
