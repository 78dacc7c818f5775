/** A fault as it stands by itself, below a field. */
export function asSentence(words: string): string {
  const begun = words.slice(0, 1).toUpperCase() + words.slice(1);
  return /[.?!…]$/.test(begun) ? begun : `${begun}.`;
}
