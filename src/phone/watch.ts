/** Waits until something is so, for as long as nobody gives up. */
export type Watch = {
  readonly until: (so: () => boolean) => Promise<void>;
  /** Something has happened: looks who need not wait any more. */
  readonly look: () => void;
  /** Lets everybody go, whether it is so or not. */
  readonly giveUp: () => void;
};

/** A watch for which nobody waits yet. */
export function openWatch(): Watch {
  let waiting: readonly { readonly so: () => boolean; readonly resolve: () => void }[] = [];
  const release = (which: (so: () => boolean) => boolean) => {
    const ready = waiting.filter(({ so }) => which(so));
    waiting = waiting.filter((one) => !ready.includes(one));
    for (const { resolve } of ready) resolve();
  };
  return {
    until: (so) => (so() ? Promise.resolve() : new Promise((resolve) => (waiting = [...waiting, { so, resolve }]))),
    look: () => release((so) => so()),
    giveUp: () => release(() => true),
  };
}
