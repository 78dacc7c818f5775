import { openSounds } from "../sound/sounds.ts";
import { passageAt } from "./place.ts";
import { speak, type Speaking } from "./voice.ts";
import type { Passage, Wait } from "./wire.ts";

/** The speeds at which a wait can be heard. */
export const speeds = [1, 2, 4] as const;
export type Speed = (typeof speeds)[number];

/** Where the wait is being heard, in seconds, and whether it goes on. `trouble`: why something in it cannot be heard. */
export type PlayerState = {
  readonly position: number;
  readonly playing: boolean;
  readonly speed: Speed;
  readonly trouble?: string | undefined;
};

/** Plays a wait: music by an audio element, words by the browser's voice where it has one. */
export type Player = {
  readonly state: () => PlayerState;
  readonly subscribe: (changed: () => void) => () => void;
  readonly play: () => void;
  readonly pause: () => void;
  readonly seek: (position: number) => void;
  readonly setSpeed: (speed: Speed) => void;
  /** Takes another wait, at the same place where that is in it. */
  readonly take: (wait: Wait) => void;
  readonly close: () => void;
};

/** Milliseconds between two looks at what is to be heard. */
const beat = 80;
/** A voice may take so many times as long as was reckoned; then the wait goes on without it. */
const patience = 2;

/** Opens a player over an audio element. */
export function openPlayer(first: Wait, audio: HTMLAudioElement): Player {
  let wait = first;
  let state: PlayerState = { position: 0, playing: false, speed: 1 };
  let heard: Passage | undefined;
  let speaking: Speaking | undefined;
  let held = 0;
  let last = 0;
  let timer: number | undefined;
  let sounds = openSounds();
  const listeners = new Set<() => void>();

  function become(next: Partial<PlayerState>) {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  }

  /** Goes on by the time that has passed, and changes over to what is to be heard then. */
  function tick() {
    const now = performance.now();
    const passed = ((now - last) / 1_000) * state.speed;
    last = now;
    const { position } = state;
    const waits = heard && speaking && !speaking.isOver() && position + passed >= heard.at + heard.seconds;
    if (heard && waits && held < heard.seconds * (patience - 1)) {
      held += passed;
      return;
    }
    const next = Math.min(wait.seconds, position + passed);
    become({ position: next });
    if (next >= wait.seconds) pause();
    else give();
  }

  /** What is to be heard here, where it is something else than before. */
  function give() {
    const now = passageAt(wait.passages, state.position);
    if (now === heard) return;
    hush();
    heard = now;
    if (!now) return;
    const into = state.position - now.at;
    if ("text" in now) {
      if (now.url === undefined) speaking = speak(now.text, wait.locale, into / now.seconds, state.speed);
      else void sound(now, now.url);
    } else if ("from" in now) void sound(now, now.url);
  }

  async function sound(passage: Passage, url: string): Promise<void> {
    const following = wait.passages.find((one) => one.at > passage.at && "from" in one);
    try {
      const address = await sounds.get(url);
      if (heard !== passage || !state.playing) return;
      audio.src = address;
      audio.currentTime = state.position - passage.at;
      audio.playbackRate = state.speed;
      await audio.play();
      if (following && "from" in following) await sounds.get(following.url);
      if (state.trouble !== undefined) become({ trouble: undefined });
    } catch (error) {
      // Paused before it had begun: that is no trouble.
      if (error instanceof DOMException && error.name === "AbortError") return;
      if (heard === passage) become({ trouble: `This music cannot be heard. ${String(error)}` });
    }
  }

  function hush() {
    audio.pause();
    speaking?.stop();
    speaking = undefined;
    heard = undefined;
    held = 0;
  }

  function play() {
    if (state.playing) return;
    last = performance.now();
    become({ playing: true, ...(state.position >= wait.seconds ? { position: 0 } : {}) });
    give();
    timer = window.setInterval(tick, beat);
  }
  function pause() {
    window.clearInterval(timer);
    hush();
    if (state.playing) become({ playing: false });
  }
  /** Begins anew with what is heard here, if anything is. */
  function afresh() {
    hush();
    if (state.playing) give();
  }

  return {
    state: () => state,
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    play,
    pause,
    seek(position) {
      become({ position: Math.min(Math.max(0, position), wait.seconds) });
      afresh();
    },
    setSpeed(speed) {
      become({ speed });
      afresh();
    },
    take(another) {
      if (another === wait) return;
      wait = another;
      become({ position: Math.min(state.position, another.seconds) });
      afresh();
    },
    close() {
      pause();
      audio.removeAttribute("src");
      sounds.close();
      sounds = openSounds();
    },
  };
}
