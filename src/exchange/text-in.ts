import { note } from "./perform.ts";
import { resolveUrl, type Document, type Plant } from "./plant.ts";
import type { Params } from "./signature.ts";
import { RestFault } from "./switchboard.ts";
import type { HttpMethod } from "./target.ts";
import type { MessageRecord } from "./records/message.ts";
import { keep, sendMessage } from "./texting.ts";
import { readTwiml, type Verb } from "./twiml/read.ts";
import { isWhatsApp, numberOf } from "./whatsapp.ts";
import { send, type Answer, type Failure } from "./webhook.ts";

/**
 * Words that opt out of and back into messages, where they are all of a text: https://help.twilio.com/articles/223134027 and
 * https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out
 */
const [stopWords, startWords] = [
  ["STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT"],
  ["START", "YES", "UNSTOP"],
];
/** What Twilio itself answers to the first kind, and the URL is asked all the same. */
const stopped =
  "You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe.";

/** A text message comes in: the number's URL is asked, and what it answers is sent. */
export async function receiveText(plant: Plant, from: string, to: string, body: string): Promise<void> {
  const number = [...plant.numbers.values()].find((one) => one.phoneNumber === numberOf(to));
  if (!number) return;
  const message = keep(plant, { from, to, body, status: "received", direction: "inbound" });
  const word = body.trim().toUpperCase();
  plant.wroteAt.set(`${to} ${from}`, plant.clock.now());
  if (stopWords.includes(word) && !isWhatsApp(to)) optOut(plant, from, to);
  if (startWords.includes(word)) plant.optedOut.delete(`${to} ${from}`);
  if (!number.smsUrl) return;
  const params = textParams(plant, message);
  const first = await ask(plant, number.smsUrl, number.smsMethod, params, message);
  if (!("code" in first) || !number.smsFallbackUrl) return;
  const { code, url } = first;
  const more = { ...params, ErrorCode: String(code), ErrorUrl: url };
  await ask(plant, number.smsFallbackUrl, number.smsFallbackMethod, more, message);
}

const places = ["City", "State", "Zip", "Country"];
const nowhere: Params = Object.fromEntries(["From", "To"].flatMap((who) => places.map((place) => [who + place, ""])));

function optOut(plant: Plant, from: string, to: string): void {
  plant.optedOut.add(`${to} ${from}`);
  plant.handset(from).receive({ from: to, body: stopped, at: plant.clock.now() });
}

function textParams(plant: Plant, message: MessageRecord): Params {
  return {
    ...nowhere,
    SmsMessageSid: message.sid,
    SmsSid: message.sid,
    MessageSid: message.sid,
    NumMedia: "0",
    NumSegments: String(message.numSegments),
    SmsStatus: "received",
    Body: message.body,
    From: message.from,
    To: message.to,
    AccountSid: plant.accountSid,
    ApiVersion: "2010-04-01",
  };
}

/** Asks a URL what to answer a text with, and does that; redirects of the document are followed, 50 at most. */
async function ask(
  plant: Plant,
  url: string,
  method: HttpMethod,
  params: Params,
  message: MessageRecord,
): Promise<Answer | Failure> {
  let next: { url: string; method: HttpMethod } | undefined = { url, method };
  let answer: Answer | Failure = { code: 14106, message: "too many documents", url };
  for (let documents = 0; next && documents < 50; documents++) {
    answer = await send(plant.post, { purpose: "sms", ...next, params });
    const reading =
      "code" in answer ? { fault: answer } : readTwiml(answer.body.toString("utf8"), answer.contentType, "sms");
    const fault =
      "fault" in reading ? reading.fault : "audio" in reading ? { code: 12300, message: "sound" } : undefined;
    if (fault) {
      note(plant, "error", { code: fault.code, message: fault.message, url: answer.url });
      return { code: fault.code, message: fault.message, url: answer.url };
    }
    next = "verbs" in reading ? reply(plant, { url: answer.url, verbs: reading.verbs }, message) : undefined;
  }
  return answer;
}

function reply(plant: Plant, document: Document, message: MessageRecord) {
  for (const verb of document.verbs) {
    if (verb.name === "Redirect") {
      const url = resolveUrl(document, verb.text.trim());
      const method: HttpMethod = verb.attributes["method"]?.toUpperCase() === "GET" ? "GET" : "POST";
      return url === undefined ? undefined : { url, method };
    }
    if (verb.name === "Message") answerWith(plant, document, verb, message);
  }
  return undefined;
}

function answerWith(plant: Plant, document: Document, verb: Verb, message: MessageRecord) {
  const body = verb.children.find((child) => child.name === "Body")?.text ?? verb.text;
  const callback = verb.attributes["statusCallback"] ?? verb.attributes["action"];
  const statusCallback = callback ? resolveUrl(document, callback) : undefined;
  try {
    sendMessage(plant, {
      to: verb.attributes["to"] ?? message.from,
      from: verb.attributes["from"] ?? message.to,
      body: body.trim(),
      direction: "outbound-reply",
      ...(statusCallback === undefined ? {} : { statusCallback }),
    });
  } catch (error) {
    if (!(error instanceof RestFault)) throw error;
    note(plant, "error", { code: error.code, message: error.message, url: document.url });
  }
}
