import type { Sentence } from "../routing/prompts.ts";

/** One party's part in a call: the caller's, or a rep's by the order of ringing (`r1`, `r2`, …). */
export type LegId = "caller" | `r${number}`;

/**
 * What Twilio will ask us next about a leg, and which document it comes from. The edge makes it a URL.
 * `answer` keys, speech or silence at a Gather · `wait` the next document of the wait loop · `left` an Enqueue ended
 * · `parted` a Dial ended · `recorded` a Record ended · `next` moved here by REST · `rung` a rep answered the phone
 * · `held` what one hears on hold.
 */
export type Asked = "answer" | "wait" | "left" | "parted" | "recorded" | "next" | "rung" | "held";
export type Then = { readonly asked: Asked; readonly leg: LegId; readonly turn: number };

export type Say = { readonly verb: "say"; readonly sentence: Sentence };
/** A stretch of a track, in samples at 8 kHz: `from` inclusive, `to` exclusive. */
export type Play = { readonly verb: "play"; readonly track: string; readonly from: number; readonly to: number };
export type Pause = { readonly verb: "pause"; readonly seconds: number };
/** Something that somebody has said in a call, by the address of its recording at Twilio. */
export type Playback = { readonly verb: "playback"; readonly recording: string };
export type Heard = Say | Play | Pause | Playback;

/**
 * Asks for keys, so many at most, and for speech where `listensFor` is given; 0 keys: for speech alone. `endsWith` is a key that ends
 * them and is no key of them. `then` comes with what was pressed or said.
 */
export type Gather = {
  readonly verb: "gather";
  readonly prompt: readonly Heard[];
  readonly keys: number;
  readonly endsWith?: "#";
  readonly seconds: number;
  readonly listensFor?: { readonly locale: string; readonly hints: readonly string[] };
  readonly then: Then;
};

/** What a call does next, as data; `twilio/twiml.ts` writes it as TwiML. */
export type Verb =
  | Heard
  | Gather
  | { readonly verb: "redirect"; readonly then: Then }
  | { readonly verb: "enqueue"; readonly queue: string; readonly wait: Then; readonly then: Then }
  | { readonly verb: "leave" }
  /**
   * Joins a room; with `star`, the star key takes this leg out again and `then` is asked. `label` names the leg in it. With `tells`,
   * we are told once somebody is in it.
   */
  | {
      readonly verb: "join";
      readonly room: string;
      readonly label: string;
      readonly star: boolean;
      readonly tells?: true;
      readonly then: Then;
    }
  | {
      readonly verb: "dial";
      readonly number: string;
      readonly callerId: string;
      readonly seconds: number;
      readonly then: Then;
    }
  | { readonly verb: "record"; readonly seconds: number; readonly silence: number; readonly then: Then }
  | { readonly verb: "reject"; readonly reason: "rejected" | "busy" }
  | { readonly verb: "hangup" };
