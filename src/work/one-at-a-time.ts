/** Does things for the same key one after the other; those for different keys do not wait for each other. */
export type OneAtATime = <T>(key: string, run: () => Promise<T>) => Promise<T>;

/** `waits`: how somebody waits for whoever was before; told apart from doing, where that matters. */
export function oneAtATime(waits: (until: Promise<unknown>) => Promise<unknown> = (until) => until): OneAtATime {
  const last = new Map<string, Promise<unknown>>();
  return async (key, run) => {
    const before = last.get(key);
    const mine = before ? waits(before).then(run, run) : run();
    last.set(key, mine);
    try {
      return await mine;
    } finally {
      if (last.get(key) === mine) last.delete(key);
    }
  };
}
