import type { Book } from "./book.ts";
import type { Call, Heard, PhoneEvent, Text } from "./event.ts";
import { callBefore, type Memory } from "./memory.ts";

/** How something is meant, from which its colour comes; `ring` also rings the terminal's bell. */
export type Tone = "said" | "quiet" | "music" | "person" | "ring" | "text" | "own" | "plain" | "trouble";
/** One thing on the screen; `at`: the seconds since its call began. */
export type Line = { readonly at?: number; readonly words: string; readonly tone: Tone };

/** Where the screen stands: whose names it knows, and whether it is worked by single keys or by lines of words. */
export type Setting = { readonly book: Book; readonly by: "keys" | "words" };

/** What a telephone shows of an event; `now` is for what the exchange gives no instant of, in milliseconds since 1970. */
export function linesOf(memory: Memory, told: PhoneEvent, setting: Setting, now: number): readonly Line[] {
  const { book } = setting;
  switch (told.event) {
    case "state":
      return [...stateLines(memory, told.data.calls, setting, now), ...missedTexts(memory, told.data.texts, book)];
    case "text":
      return [textLine(told.data, book)];
    case "dialled":
      return [{ at: 0, words: `☎ ringing ${book.fullName(told.data.to)}`, tone: "plain" }];
    case "ringing":
      return [ringLine(told.data, setting)];
    case "answered":
      return [{ at: since(told.data, now), words: "☎ answered", tone: "plain" }];
    case "ended": {
      const { endedAt } = told.data;
      return [{ at: since(told.data, endedAt ?? now), words: `☎ ended: ${whyEnded(told.data, book)}`, tone: "plain" }];
    }
    case "heard": {
      const call = callBefore(memory, told.data.sid);
      if (call?.hearing && isSilence(call.hearing) && isSilence(told.data)) return [];
      const line = heardLine(told.data, book);
      return [call ? { at: since(call, told.data.at), ...line } : line];
    }
    default:
      return told satisfies never;
  }
}

/** Seconds since a call began. */
export function since(call: Call, instant: number): number {
  return Math.max(0, (instant - call.startedAt) / 1_000);
}

const isSilence = ({ kind }: Heard) => kind === "silence" || kind === "pause";

function heardLine({ kind, text = "", url = "", with: others = [] }: Heard, book: Book): Line {
  switch (kind) {
    case "say":
      return { words: quoted(text), tone: "said" };
    case "words":
      return { words: `${others.map(book.name).join(" and ")}: ${quoted(text)}`, tone: "person" };
    case "play": {
      const sound = book.sound(url);
      return "words" in sound
        ? { words: quoted(sound.words), tone: "said" }
        : { words: `♪ ${sound.music}`, tone: "music" };
    }
    case "default-music":
      return { words: "♪ the telephone network's own music", tone: "music" };
    case "person":
      return others.length === 0
        ? { words: "· nobody else is there", tone: "quiet" }
        : { words: `talking with ${others.map(book.fullName).join(" and ")}`, tone: "person" };
    case "ringing":
      return { words: "☎ ringing", tone: "quiet" };
    case "tones":
      return { words: `· tones ${text}`, tone: "quiet" };
    case "beep":
      return { words: "· beep", tone: "quiet" };
    case "silence":
    case "pause":
      return { words: "· silence", tone: "quiet" };
    default:
      return kind satisfies never;
  }
}

const quoted = (words: string) => `“${words}”`;

function ringLine(call: Call, { book, by }: Setting): Line {
  const how = by === "keys" ? "Press a to answer, x to decline." : "Say answer or decline.";
  return { at: 0, words: `☎ Ring ring: a call from ${book.fullName(call.from)}. ${how}`, tone: "ring" };
}

function textLine({ from, body }: Text, book: Book): Line {
  return { words: `✉ ${book.name(from)}: ${body}`, tone: "text" };
}

/** At the first connection, the calls this telephone is in already; later, those that went while nothing was heard. */
function stateLines(memory: Memory, calls: readonly Call[], setting: Setting, now: number): readonly Line[] {
  const gone = memory.calls.filter(({ sid }) => !calls.some((call) => call.sid === sid));
  const fresh = calls.filter(({ sid }) => !callBefore(memory, sid));
  return [
    ...gone.map((call): Line => ({ at: since(call, now), words: "☎ ended while nothing was heard", tone: "plain" })),
    ...fresh.flatMap((call) => presentLines(call, setting, now)),
  ];
}

function presentLines(call: Call, setting: Setting, now: number): readonly Line[] {
  if (call.state === "ringing" && call.direction === "outbound") return [ringLine(call, setting)];
  const other = call.direction === "outbound" ? call.from : call.to;
  const words = `☎ in a call with ${setting.book.fullName(other)}`;
  const hearing = call.hearing ? [{ at: since(call, now), ...heardLine(call.hearing, setting.book) }] : [];
  return [{ at: since(call, now), words, tone: "plain" }, ...hearing];
}

/** Of the texts there were before this telephone was first looked at, the last are enough. */
const earlierTexts = 3;

function missedTexts(memory: Memory, texts: readonly Text[], book: Book): readonly Line[] {
  // Fewer than there were: it is an exchange that has begun anew.
  const seen = memory.texts === undefined ? Math.max(0, texts.length - earlierTexts) : memory.texts;
  return (seen > texts.length ? texts : texts.slice(seen)).map((text) => textLine(text, book));
}

/** Why a call ended, as its telephone's holder would say it. */
export function whyEnded({ direction, from, to, endedBecause = "" }: Call, book: Book): string {
  const business = book.name(direction === "outbound" ? from : to);
  const reasons: Readonly<Record<string, string>> = {
    "hung up": "you hung up",
    declined: "you declined",
    "the document ended": `${business} hung up`,
    "completed by REST": `${business} hung up`,
    "the other side went": "the other side hung up",
    "no-answer": "nobody answered",
    canceled: "it rings no more",
    "canceled by REST": "it rings no more",
    "the one who dialled hung up": "it rings no more",
    "not a number of this account": "nobody has this number",
    rejected: `${business} does not take the call`,
  };
  return reasons[endedBecause] ?? endedBecause;
}
