/** Words as a name of the routing: lower-case letters and digits, with hyphens between; empty where there is no letter to begin with. */
export function idOf(words: string): string {
  return words
    .normalize("NFD")
    .toLowerCase()
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+/, "")
    .slice(0, 40)
    .replace(/-+$/, "");
}
