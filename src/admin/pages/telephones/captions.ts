import type { Book } from "../../../phone/book.ts";
import type { Call, Heard, PhoneEvent } from "../../../phone/event.ts";
import { whyEnded } from "../../../phone/screen.ts";

/** Who or what a caption is of; `own` is what the holder of the telephone did. */
export type CaptionKind = "said" | "person" | "own" | "music" | "text" | "call" | "quiet" | "trouble";

/** What stands on a telephone's screen for a thing that was heard or done; `sid` is the call that it belongs to. */
export type Caption = {
  readonly kind: CaptionKind;
  readonly words: string;
  readonly who?: string;
  readonly sid?: string;
};

/** The caption of what a telephone is told; none where nothing is to be shown. */
export function captionOf(told: PhoneEvent, before: Heard | undefined, book: Book): Caption | undefined {
  switch (told.event) {
    case "state":
      return undefined;
    case "text":
      return { kind: "text", words: told.data.body, who: book.name(told.data.from) };
    case "dialled":
      return { kind: "call", words: `Calling ${book.fullName(told.data.to)}`, sid: told.data.sid };
    case "ringing":
      return { kind: "call", words: `Rung by ${book.name(told.data.from)}`, sid: told.data.sid };
    case "answered":
      return { kind: "call", words: "Connected", sid: told.data.sid };
    case "ended":
      return { kind: "call", words: `Call ended: ${whyEnded(told.data, book)}`, sid: told.data.sid };
    case "heard": {
      const { sid } = told.data;
      if (before && isSilence(before) && isSilence(told.data)) return undefined;
      const caption = heardCaption(told.data, book);
      return caption && { ...caption, sid };
    }
    default:
      return told satisfies never;
  }
}

/** What a call is about, for who holds the telephone: with whom it is. */
export function otherOf(call: Call, book: Book): string {
  return book.name(call.direction === "outbound" ? call.from : call.to);
}

const isSilence = ({ kind }: Heard) => kind === "silence" || kind === "pause";

function heardCaption({ kind, text = "", url = "", with: others = [] }: Heard, book: Book): Caption | undefined {
  switch (kind) {
    case "say":
      return { kind: "said", words: text };
    case "words":
      return { kind: "person", words: text, who: others.map(book.name).join(" and ") };
    case "play": {
      const sound = book.sound(url);
      return "words" in sound ? { kind: "said", words: sound.words } : { kind: "music", words: sound.music };
    }
    case "default-music":
      return { kind: "music", words: "the telephone network’s own music" };
    case "person":
      return others.length === 0
        ? { kind: "quiet", words: "Nobody else is there" }
        : { kind: "call", words: `Talking with ${others.map(book.name).join(" and ")}` };
    case "ringing":
      return { kind: "quiet", words: "Ringing" };
    case "tones":
      return { kind: "quiet", words: `Tones ${text}` };
    case "beep":
      return { kind: "quiet", words: "Beep" };
    case "silence":
    case "pause":
      return { kind: "quiet", words: "Silence" };
    default:
      return kind satisfies never;
  }
}
