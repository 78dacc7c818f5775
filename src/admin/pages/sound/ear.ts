import { openSounds } from "./sounds.ts";

/** What of all sounds on the page is heard: one at a time. `position` in seconds of it. */
export type EarState = {
  readonly url?: string | undefined;
  readonly playing: boolean;
  readonly position: number;
  readonly trouble?: string;
};

/** Plays one sound of this server at a time, from where one likes. */
export type Ear = {
  readonly state: () => EarState;
  readonly subscribe: (changed: () => void) => () => void;
  /** Plays it from there on, else from where it stopped. */
  readonly play: (url: string, from?: number) => void;
  readonly pause: () => void;
  readonly close: () => void;
};

/** Opens an ear with a loudspeaker of its own. */
export function openEar(): Ear {
  const audio = new Audio();
  let sounds = openSounds();
  let state: EarState = { playing: false, position: 0 };
  const listeners = new Set<() => void>();
  function become(next: EarState) {
    state = next;
    for (const listener of listeners) listener();
  }
  audio.addEventListener("timeupdate", () => become({ ...state, position: audio.currentTime }));
  audio.addEventListener("ended", () => become({ ...state, playing: false, position: 0 }));

  async function begin(url: string, from: number): Promise<void> {
    try {
      const address = await sounds.get(url);
      if (state.url !== url || !state.playing) return;
      if (audio.src !== address) audio.src = address;
      audio.currentTime = from;
      await audio.play();
    } catch (error) {
      if (error instanceof DOMException && error.name === "AbortError") return;
      if (state.url === url) become({ ...state, playing: false, trouble: `It cannot be heard. ${String(error)}` });
    }
  }

  return {
    state: () => state,
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    play(url, from = state.url === url ? state.position : 0) {
      audio.pause();
      become({ url, playing: true, position: from });
      void begin(url, from);
    },
    pause() {
      audio.pause();
      become({ ...state, playing: false });
    },
    close() {
      audio.pause();
      audio.removeAttribute("src");
      become({ playing: false, position: 0 });
      sounds.close();
      sounds = openSounds();
    },
  };
}
