import * as fc from "fast-check";

/**
 * Checks a property by `runs` chances, and by as many again, ten times at most, until they have come by what it is about: chance
 * alone says when that is. `met` is then to be expected of it by whoever asks.
 */
export function untilMet<T>(property: fc.IProperty<T>, runs: number, met: () => boolean): void {
  for (let times = 0; times === 0 || (times < 10 && !met()); times++) fc.assert(property, { numRuns: runs });
}
