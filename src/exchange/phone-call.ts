import { end, hangUp } from "./progress.ts";
import type { Heard } from "./ear.ts";
import { isOver, type Leg } from "./leg.ts";
import type { Plant } from "./plant.ts";
import { pickUp } from "./ring.ts";
import { sayToOthers } from "./talk.ts";

/** One call of a telephone, as the person who holds it has it. `outbound` was rung by the exchange. */
export type PhoneCall = {
  readonly sid: string;
  readonly direction: "inbound" | "outbound";
  readonly from: string;
  readonly to: string;
  readonly state: "ringing" | "in-progress" | "ended";
  /** Instants on the exchange's clock, in milliseconds. */
  readonly startedAt: number;
  readonly endedAt?: number | undefined;
  readonly endedBecause?: string | undefined;
  answer(): void;
  decline(): void;
  /** Presses keys one after another, 200 ms apart. */
  press(keys: string): void;
  /** Says words: input to a Gather that takes speech, what a Record records, and what those connected with it hear. */
  say(words: string): void;
  hangUp(): void;
  /** Everything this ear has heard, in order. */
  readonly heard: readonly Heard[];
  readonly hearing: Heard | undefined;
  onHeard(listener: (heard: Heard) => void): () => void;
  /** Told when the call is answered or ends. */
  onChange(listener: () => void): () => void;
};

/** Milliseconds from one key to the next. */
const keyTakes = 200;

/** A telephone's side of a call. */
export function openPhoneCall(plant: Plant, leg: Leg): PhoneCall {
  const { clock } = plant;
  let nextKeyAt = 0;
  const pressOne = (key: string) => {
    // Whoever listened last hears it; a key that nobody waits for is lost, as on a real line.
    if (!isOver(leg)) leg.onKey.at(-1)?.(key);
  };

  return {
    sid: leg.sid,
    direction: leg.direction === "inbound" ? "inbound" : "outbound",
    from: leg.from,
    to: leg.to,
    startedAt: leg.startedAt ?? leg.createdAt,
    get state() {
      return isOver(leg) ? "ended" : leg.answeredAt === undefined ? "ringing" : "in-progress";
    },
    get endedAt() {
      return leg.endedAt;
    },
    get endedBecause() {
      return leg.endedBecause;
    },
    answer: () => pickUp(plant, leg),
    decline() {
      if (leg.direction !== "inbound" && leg.status === "ringing") end(plant, leg, "busy", "declined");
    },
    press(keys) {
      for (const key of keys) {
        const at = Math.max(clock.now(), nextKeyAt);
        nextKeyAt = at + keyTakes;
        if (at === clock.now()) pressOne(key);
        else clock.after(at - clock.now(), () => pressOne(key));
      }
    },
    say(words) {
      if (isOver(leg) || leg.answeredAt === undefined) return;
      leg.onWords.at(-1)?.(words);
      sayToOthers(plant, leg, words);
    },
    hangUp() {
      if (leg.answeredAt === undefined && leg.direction !== "inbound") end(plant, leg, "busy", "declined");
      else hangUp(plant, leg, "hung up");
    },
    heard: leg.ear.heard,
    get hearing() {
      return leg.ear.hearing;
    },
    onHeard: (listener) => leg.ear.onHeard(listener),
    onChange(listener) {
      leg.onChange.add(listener);
      return () => {
        leg.onChange.delete(listener);
      };
    },
  };
}
