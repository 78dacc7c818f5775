/** So many of something, with the word for one or for several: `1 caller waits`, `No caller waits`, `3 callers wait`. */
export function number(count: number, one: string, several: string): string {
  if (count === 0) return `No ${one}`;
  return count === 1 ? `1 ${one}` : `${count.toLocaleString()} ${several}`;
}
