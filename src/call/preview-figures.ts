import type { Passage } from "./passage.ts";
import type { Preview } from "./preview.ts";

/** A stretch of a wait, in seconds. */
export type Stretch = { readonly at: number; readonly seconds: number };
type Spoken = Extract<Passage, { readonly text: string }>;

/** What a wait comes to. Shares from 0 to 1, all else in seconds but `repeats`: sentences that had been said before in it. */
export type Figures = {
  readonly talk: number;
  /** Speech and announcements ÷ the wait. */
  readonly shareOfTalk: number;
  readonly longestTalk?: Stretch;
  readonly longestWithoutTalk?: Stretch;
  /** When place or wait is first said. */
  readonly firstStanding?: number;
  readonly repeats: number;
};

/** What is spoken, in order. */
export function spokenIn(passages: readonly Passage[]): readonly Spoken[] {
  return passages.filter((one): one is Spoken => "text" in one);
}

/** Where nothing but music and silence is heard: before, between and after what is spoken. */
export function withoutTalk(passages: readonly Passage[], seconds: number): readonly Stretch[] {
  const talks = talksIn(passages);
  const ends = [0, ...talks.map(({ at, seconds: lasts }) => at + lasts)];
  const begins = [...talks.map(({ at }) => at), seconds];
  return ends.map((at, index) => ({ at, seconds: Math.max(0, (begins[index] ?? seconds) - at) }));
}

/** Sentences with less than this between them are one talk, in seconds: between two documents is a second of silence. */
const breath = 1.5;

/** Stretches of talk, whatever they are made of. */
export function talksIn(passages: readonly Passage[]): readonly Stretch[] {
  return spokenIn(passages).reduce<readonly Stretch[]>((talks, { at, seconds }) => {
    const last = talks.at(-1);
    if (!last || at - (last.at + last.seconds) > breath) return [...talks, { at, seconds }];
    return [...talks.slice(0, -1), { at: last.at, seconds: at + seconds - last.at }];
  }, []);
}

/** The figures of a wait that was imagined. */
export function figuresOf({ passages, seconds }: Pick<Preview, "passages" | "seconds">): Figures {
  const spoken = spokenIn(passages);
  const talk = spoken.reduce((sum, one) => sum + one.seconds, 0);
  const longestTalk = longest(talksIn(passages));
  const longestWithoutTalk = longest(withoutTalk(passages, seconds));
  const standing = spoken.find(({ what }) => what === "place" || what === "wait");
  return {
    talk,
    shareOfTalk: seconds > 0 ? Math.min(1, talk / seconds) : 0,
    ...(longestTalk ? { longestTalk } : {}),
    ...(longestWithoutTalk ? { longestWithoutTalk } : {}),
    ...(standing ? { firstStanding: standing.at } : {}),
    repeats: spoken.length - new Set(spoken.map(({ text }) => text)).size,
  };
}

function longest(stretches: readonly Stretch[]): Stretch | undefined {
  return stretches.toSorted((a, b) => b.seconds - a.seconds).at(0);
}
