import { readMuLaw } from "../telephones/mulaw.ts";

/** Sounds of this server, ready for an audio element, each fetched once. */
export type Sounds = {
  /** An address that the element can play. Rejects where the sound cannot be had. */
  readonly get: (url: string) => Promise<string>;
  /** Lets go of them all. */
  readonly close: () => void;
};

/** What the telephone plays is mu-law, which not every browser knows: it is made into samples that all do. */
export function openSounds(): Sounds {
  const known = new Map<string, Promise<string>>();
  const made: string[] = [];
  async function fetched(url: string): Promise<string> {
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(`The sound is not there (${answer.status}).`);
    const file = await answer.arrayBuffer();
    const sound = readMuLaw(file);
    const address = URL.createObjectURL(
      new Blob([sound ? pcm(sound.samples, sound.rate) : file], { type: "audio/wav" }),
    );
    made.push(address);
    return address;
  }
  return {
    get(url) {
      const before = known.get(url);
      if (before) return before;
      const now = fetched(url);
      known.set(url, now);
      now.catch(() => known.delete(url));
      return now;
    },
    close() {
      for (const address of made) URL.revokeObjectURL(address);
      known.clear();
    },
  };
}

/** A WAV of 16 bits, mono. */
function pcm(samples: Float32Array, rate: number): ArrayBuffer {
  const view = new DataView(new ArrayBuffer(44 + samples.length * 2));
  const word = (at: number, text: string) => {
    for (let i = 0; i < 4; i++) view.setUint8(at + i, text.codePointAt(i) ?? 0);
  };
  word(0, "RIFF");
  view.setUint32(4, 36 + samples.length * 2, true);
  word(8, "WAVE");
  word(12, "fmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  word(36, "data");
  view.setUint32(40, samples.length * 2, true);
  samples.forEach((level, i) => view.setInt16(44 + i * 2, Math.round(level * 32_767), true));
  return view.buffer;
}
