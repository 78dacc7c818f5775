import type { Clock } from "./clock.ts";

/**
 * One thing an ear heard, from `at` until `until` (absent while it lasts). `cut`: interrupted before its end. Kind
 * `person` is being connected by Dial or conference; `with` has the addresses of the others who can be heard. Kind
 * `words` is what one of them says, over everything else; `with` has the one who says it.
 */
export type Heard = {
  readonly at: number;
  readonly until?: number;
  readonly kind:
    "say" | "play" | "pause" | "beep" | "ringing" | "silence" | "person" | "words" | "default-music" | "tones";
  readonly text?: string;
  readonly language?: string;
  readonly voice?: string;
  readonly url?: string;
  readonly with?: readonly string[];
  readonly cut?: boolean;
};
type Open = { -readonly [key in keyof Heard]: Heard[key] };
/** What begins to sound; when is the ear's business. */
export type Sound = Omit<Heard, "at" | "until" | "cut">;

/** What one party of a call hears, one thing at a time. */
export type Ear = {
  readonly heard: readonly Heard[];
  readonly hearing: Heard | undefined;
  /** Begins a sound; one that still lasted is cut. The returned function ends it, if it still lasts. */
  hear(sound: Sound): (cut?: boolean) => void;
  /** A sound over what is heard, that does not interrupt it. */
  note(sound: Sound): void;
  /** Ends whatever is heard. */
  hush(cut: boolean): void;
  onHeard(listener: (heard: Heard) => void): () => void;
};

/** An ear that has heard nothing yet. */
export function openEar(clock: Clock): Ear {
  const heard: Open[] = [];
  const listeners = new Set<(heard: Heard) => void>();
  let hearing: Open | undefined;

  function tell(one: Heard) {
    heard.push(one);
    for (const listener of listeners) listener(one);
  }
  function hush(cut: boolean) {
    if (!hearing) return;
    hearing.until = clock.now();
    // What has no end of its own is never cut short.
    if (cut && ["say", "play", "pause", "beep", "tones"].includes(hearing.kind)) hearing.cut = true;
    hearing = undefined;
  }

  return {
    heard,
    get hearing() {
      return hearing;
    },
    hear(sound) {
      hush(true);
      const one: Open = { at: clock.now(), ...sound };
      hearing = one;
      tell(one);
      return (cut = false) => {
        if (hearing === one) hush(cut);
      };
    },
    note(sound) {
      tell({ at: clock.now(), until: clock.now(), ...sound });
    },
    hush,
    onHeard(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
