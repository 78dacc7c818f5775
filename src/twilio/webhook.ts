import { z } from "zod";
import type { Params } from "./params.ts";
import { isOver } from "./status.ts";

/** A call that rings in. `from` is a number, `anonymous` where it was withheld, `client:…`, `sip:…`, or empty. */
export type Arrival = { readonly sid: string; readonly from: string; readonly to: string };
/** What came of a Gather: keys, or words; neither is silence. */
export type Answered = { readonly keys?: string; readonly words?: string };
/** What came of a Record. `recording` is its URL, which may not be there yet; `seconds` its length before trimming. */
export type Recorded = { readonly recording?: string; readonly seconds: number; readonly hungUp: boolean };
/** How a call or leg goes; `ended` for a status after which nothing comes, `at` when it came to be so, where that is told. */
export type Status = { readonly sid: string; readonly status: string; readonly ended: boolean; readonly at?: number };
/** Who has answered a call that we placed, as Twilio hears it. */
export type Answerer = { readonly sid: string; readonly by: "person" | "machine" | "fax" | "unknown" };
/** A text message that came in, by SMS or at WhatsApp; `from` and `to` without what it came by. */
export type Text = {
  readonly sid: string;
  readonly from: string;
  readonly to: string;
  readonly by: "sms" | "whatsapp";
  readonly body: string;
};
/** Why Twilio asks the fallback route: its error code and the URL that it could not get or run. */
export type Failure = { readonly code: string; readonly url: string };

const whatsapp = "whatsapp:";
const mostKeys = 50;
const mostWords = 1000;
const mostBody = 1600;
const mostAddress = 200;
const mostUrl = 2000;

/** Text without controls and broken characters, at most this long. */
function clean(text: string, most: number): string {
  const spaced = text.replace(/[\p{Cc}\p{Cs}]+/gu, " ").trim();
  return spaced.length <= most ? spaced : spaced.slice(0, most).replace(/[\ud800-\udbff]$/, "");
}

/** A parameter is sent once; of one sent more often, the first counts; one that was not sent is empty. */
const Sent = z
  .unknown()
  .optional()
  .transform((sent) => {
    const first: unknown = Array.isArray(sent) ? sent[0] : sent;
    return typeof first === "string" ? first : "";
  });
const cleaned = (most: number) => Sent.transform((text) => clean(text, most));
const CallSid = Sent.pipe(z.string().regex(/^CA[0-9a-f]{32}$/i));
const MessageSid = Sent.pipe(z.string().regex(/^[SM]M[0-9a-f]{32}$/i));
const Address = cleaned(mostAddress);
/** One of Twilio's own words, such as `no-answer`; its lists may grow, so that any word passes. */
const Word = Sent.transform((text) => (/^[a-z0-9-]{1,60}$/i.test(text) ? text.toLowerCase() : "unknown"));
const WebAddress = cleaned(mostUrl).transform((url) => (/^https?:\/\//i.test(url) && URL.canParse(url) ? url : ""));

/**
 * ANONYMOUS, BLOCKED, RESTRICTED, UNAVAILABLE and UNKNOWN in the letters of a telephone's keys: Twilio sends them as
 * numbers, and whoever withholds theirs has the same.
 */
const withheld = new Set(["+266696687", "+2562533", "+7378742833", "+86282452253", "+8656696"]);
const Caller = Address.transform((from) => (withheld.has(from) ? "anonymous" : from));

const ArrivalParams = z.object({ CallSid, From: Caller, To: Address.pipe(z.string().min(1)) });
const AnswerParams = z.object({
  Digits: Sent.transform((keys) => keys.replace(/[^0-9*#A-D]/g, "").slice(0, mostKeys)),
  SpeechResult: cleaned(mostWords),
});
const LeftParams = z.object({ QueueResult: Word });
const PartedParams = z.object({ DialCallStatus: Word });
const RecordedParams = z.object({
  RecordingUrl: WebAddress,
  RecordingDuration: Sent.transform((seconds) => (/^\d{1,6}$/.test(seconds) ? Number(seconds) : 0)),
  Digits: Sent,
  CallStatus: Word,
});
const StatusParams = z.object({ CallSid, CallStatus: Word, Timestamp: cleaned(40).optional() });
const AnswererParams = z.object({ CallSid, AnsweredBy: Sent });
const TextParams = z.object({ MessageSid, From: Address, To: Address, Body: cleaned(mostBody) });
const FailureParams = z.object({ ErrorCode: cleaned(10), ErrorUrl: cleaned(mostUrl) });

/** Reads a call that rings in; `undefined`: it is none, for it has no call's SID or was dialled to nowhere. */
export function readArrival(params: Params): Arrival | undefined {
  const { data } = ArrivalParams.safeParse(params);
  return data && { sid: data.CallSid, from: data.From, to: data.To };
}

/** Reads what came of a Gather: at most 50 keys, at most 1000 characters of speech. */
export function readAnswer(params: Params): Answered {
  const { Digits: keys, SpeechResult: words } = AnswerParams.parse(params);
  return keys !== "" ? { keys } : words !== "" ? { words } : {};
}

/** Reads how an Enqueue ended: Twilio's `QueueResult`, or `unknown`. */
export function readLeft(params: Params): { readonly result: string } {
  return { result: LeftParams.parse(params).QueueResult };
}

/** Reads how a Dial ended: Twilio's `DialCallStatus`, or `unknown`. */
export function readParted(params: Params): { readonly status: string } {
  return { status: PartedParams.parse(params).DialCallStatus };
}

/** Reads what came of a Record; without `recording` nothing was recorded. */
export function readRecorded(params: Params): Recorded {
  const { RecordingUrl: recording, RecordingDuration: seconds, Digits, CallStatus } = RecordedParams.parse(params);
  const hungUp = Digits === "hangup" || isOver(CallStatus);
  return recording === "" ? { seconds: 0, hungUp } : { recording, seconds, hungUp };
}

/** Reads a status callback; `undefined`: it is none. */
export function readStatus(params: Params): Status | undefined {
  const { data } = StatusParams.safeParse(params);
  if (!data) return undefined;
  // RFC 2822, in whole seconds: when it happened, however late we are told.
  const at = Date.parse(data.Timestamp ?? "");
  const told = { sid: data.CallSid, status: data.CallStatus, ended: isOver(data.CallStatus) };
  return Number.isNaN(at) ? told : { ...told, at };
}

/**
 * Reads who has answered; `undefined`: it is no such word. What cannot be a person (`machine_start`, `machine_end_beep` and
 * others) is a machine; a word that we do not know tells nothing.
 */
export function readAnswerer(params: Params): Answerer | undefined {
  const { data } = AnswererParams.safeParse(params);
  return data && { sid: data.CallSid, by: answerer(data.AnsweredBy) };
}

const JoinedParams = z.object({ StatusCallbackEvent: z.literal("participant-join"), ParticipantLabel: z.string() });

/** Reads who has come into a conference, by the label; `undefined`: it tells something else. */
export function readJoined(params: Params): string | undefined {
  return JoinedParams.safeParse(params).data?.ParticipantLabel;
}

function answerer(by: string): Answerer["by"] {
  if (by === "human") return "person";
  if (by === "fax") return by;
  return by.startsWith("machine") ? "machine" : "unknown";
}

/** Reads a text message, its body at most 1600 characters; `undefined`: it is none. */
export function readText(params: Params): Text | undefined {
  const { data } = TextParams.safeParse(params);
  if (!data) return undefined;
  const { MessageSid: sid, From, To, Body: body } = data;
  const by = From.startsWith(whatsapp) ? "whatsapp" : "sms";
  const [from, to] = [From, To].map((address) =>
    address.startsWith(whatsapp) ? address.slice(whatsapp.length) : address,
  );
  return { sid, from: from ?? "", to: to ?? "", by, body };
}

/** Reads why the fallback route is asked; both are empty where Twilio did not say. */
export function readFailure(params: Params): Failure {
  const { ErrorCode: code, ErrorUrl: url } = FailureParams.parse(params);
  return { code, url };
}
