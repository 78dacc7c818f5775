type Named = { readonly sid: string; readonly friendlyName: string };
/** Runs something with the SID of a queue known by its name. */
export type QueueSids = {
  readonly withSid: <T>(name: string, run: (sid: string) => Promise<T>) => Promise<T>;
};

class NoSuchQueue extends Error {
  readonly status = 404;
}

const isNotFound = (error: unknown): boolean => error instanceof Error && "status" in error && error.status === 404;

/**
 * Remembers the SIDs of queues by name: `list` is asked once for many, and again only for a name it did not know, or when a
 * remembered SID was not found and may be that of a queue since deleted.
 */
export function queueSids(list: () => Promise<readonly Named[]>): QueueSids {
  const known = new Map<string, string>();
  let asking: Promise<void> | undefined;
  const learn = () => {
    asking ??= list()
      .then((queues) => {
        for (const { friendlyName, sid } of queues) known.set(friendlyName, sid);
      })
      .finally(() => (asking = undefined));
    return asking;
  };
  const find = async (name: string) => {
    // A list that was already on its way may be older than the queue.
    for (let tries = 0; tries < 2 && !known.has(name); tries += 1) await learn();
    const sid = known.get(name);
    if (sid === undefined) throw new NoSuchQueue(`there is no queue ${name}`);
    return sid;
  };
  return {
    withSid: async (name, run) => {
      const sid = await find(name);
      try {
        return await run(sid);
      } catch (error) {
        if (!isNotFound(error)) throw error;
        known.delete(name);
        const now = await find(name);
        if (now === sid) throw error;
        return run(now);
      }
    },
  };
}
