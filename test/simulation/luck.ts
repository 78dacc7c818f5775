/** Chance that depends on the seed and its name alone: what one person does changes nobody else's. */
export type Luck = {
  /** From 0 up to but not including 1. */
  readonly fraction: () => number;
  /** Whether what happens with this share has happened. */
  readonly chance: (share: number) => boolean;
  readonly between: (least: number, most: number) => number;
  /** A whole number, both ends included. */
  readonly whole: (least: number, most: number) => number;
  /** A duration round a mean, mostly shorter and now and then much longer. */
  readonly about: (mean: number) => number;
  readonly pick: <T>(list: readonly [T, ...T[]]) => T;
};

/** The luck of one who is named, such as a customer, in a run with this seed. */
export function luckOf(seed: number, ...names: readonly (string | number)[]): Luck {
  let state = hash([seed, ...names].join("/"));
  const fraction = () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number) => least + (most - least) * fraction();
  return {
    fraction,
    between,
    chance: (share) => fraction() < share,
    whole: (least, most) => Math.floor(between(least, most + 1)),
    about: (mean) => -mean * Math.log(1 - fraction()),
    pick: (list) => list[Math.floor(fraction() * list.length)] ?? list[0],
  };
}

/** FNV-1a, and once more mixed: names that differ in their last letter have nothing in common. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  return value ^ (value >>> 13);
}
