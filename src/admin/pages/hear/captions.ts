import { isSpoken, type Passage, type Spoken } from "./wire.ts";

/** What is heard, in words; silence where there is no passage. */
export function captionOf(passage: Passage | undefined, titles: ReadonlyMap<string, string>): string {
  if (!passage) return "Silence";
  if (isSpoken(passage)) return passage.text;
  return passage.kind === "key" ? `Key ${passage.what}` : `Music: ${titles.get(passage.what) ?? passage.what}`;
}

const abouts: Readonly<Record<string, string>> = {
  opening: "Opening",
  place: "Place and wait",
  wait: "Wait",
  offer: "Offer of a return call",
  keys: "Keys",
  closing: "After closing",
  deserted: "Nobody is there",
  attended: "Somebody is there again",
  "sign-of-life": "Sign of life",
  answer: "Answer",
};

/** What spoken words are about, in a word or two. */
export function aboutOf({ kind, what }: Spoken): string {
  return kind === "announcement" ? `Announcement ${what}` : (abouts[what] ?? "Speech");
}
