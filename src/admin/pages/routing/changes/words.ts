/** A stretch of a text that stayed, came or went. */
export type Piece = { readonly is: "same" | "added" | "removed"; readonly text: string };

/** Texts of more words in all are shown whole, one after the other. */
const mostWords = 2_400;

/** What became of a text, word by word: what both have in the same order stayed. */
export function wordsChanged(before: string, after: string): readonly Piece[] {
  const [from, to] = [wordsOf(before), wordsOf(after)];
  if (from.length + to.length > mostWords)
    return [
      { is: "removed", text: before },
      { is: "added", text: after },
    ];
  const pieces: Piece[] = [];
  const add = (is: Piece["is"], text: string) => {
    const last = pieces.at(-1);
    if (last?.is === is) pieces[pieces.length - 1] = { is, text: last.text + text };
    else pieces.push({ is, text });
  };
  const same = commonFrom(from, to);
  let [at, other] = [0, 0];
  while (at < from.length || other < to.length) {
    const [gone, come] = [from[at], to[other]];
    if (gone !== undefined && gone === come) {
      add("same", gone);
      at++;
      other++;
    } else if (gone !== undefined && (come === undefined || same(at + 1, other) >= same(at, other + 1))) {
      add("removed", gone);
      at++;
    } else {
      add("added", come ?? "");
      other++;
    }
  }
  return pieces;
}

/** Words, spaces and signs. */
const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}{}_'’-]+|\s+|[^\p{L}\p{N}\s]/gu) ?? [];

/** How many words two texts have in common, in order, from a place of each on. */
function commonFrom(from: readonly string[], to: readonly string[]): (at: number, other: number) => number {
  const width = to.length + 1;
  const counts = new Uint16Array((from.length + 1) * width);
  const count = (at: number, other: number) => counts[at * width + other] ?? 0;
  for (let at = from.length - 1; at >= 0; at--)
    for (let other = to.length - 1; other >= 0; other--)
      counts[at * width + other] =
        from[at] === to[other] ? count(at + 1, other + 1) + 1 : Math.max(count(at + 1, other), count(at, other + 1));
  return count;
}
