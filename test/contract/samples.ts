import type { QueueMemory, Review } from "../../src/store/records.ts";
import type { NewEffect, Settled, Store } from "../../src/store/store.ts";

/** What a store under contract takes for now, as long as a test runs. */
export const contractNow = Date.UTC(2026, 10, 22, 12);
/** The month that `contractNow` lies in. */
export const month = "2026-11";
export const minute = 60_000;

/** The store under contract: `store` is the one that is open now. */
export type UnderContract = {
  readonly store: Store;
  /** Closes the store and opens the same data again. */
  reopen(): Promise<void>;
};

export function byName(a: QueueMemory, b: QueueMemory): number {
  return a.queue.localeCompare(b.queue);
}

export function queue(name: string, handled: readonly number[]): QueueMemory {
  return { queue: name, handled };
}

export function review(id: string, seconds = 0): Review {
  return { id, call: "CA1", what: "voicemail", at: contractNow, from: "+12125550123", seconds };
}

export function wake(why: string): NewEffect["effect"] {
  return { do: "wake", at: contractNow, why };
}

export function handle(store: Store, name: string, handled: readonly number[]): Promise<void> {
  return store.decide("queue", name, () => ({ put: queue(name, handled), answer: undefined }));
}

export function increment(store: Store, name: string): Promise<number> {
  return store.decide("queue", name, (record) => {
    const next = (record?.handled[0] ?? 0) + 1;
    return { put: queue(name, [next]), answer: next };
  });
}

export function file(store: Store, id: string): Promise<void> {
  return store.decide("review", id, () => ({ put: review(id), answer: undefined }));
}

export function close(store: Store, id: string): Promise<void> {
  return store.decide("review", id, () => ({ close: review(id), answer: undefined }));
}

export async function archived(store: Store): Promise<readonly string[]> {
  return (await Array.fromAsync(store.archive("review", month))).map(({ id }) => id);
}

export function plan(store: Store, ...each: { lane: string; why: string; dueAt?: number }[]): Promise<void> {
  const effects = each.map(({ lane, why, dueAt = contractNow }) => ({ lane, effect: wake(why), dueAt }));
  return store.decide("queue", "sales", () => ({ effects, answer: undefined }));
}

/** What can be claimed at `at`, by the reason each was planned with. It stays claimed. */
export async function whys(store: Store, at = contractNow, most = 1_000): Promise<readonly string[]> {
  return (await store.claim(at, most, minute)).map((effect) => whyOf(effect));
}

export function whyOf(stored: { readonly effect: NewEffect["effect"] } | undefined): string {
  return stored?.effect.do === "wake" ? stored.effect.why : "nothing";
}

export async function settle(
  store: Store,
  effect: { readonly id: string } | undefined,
  settled: Settled,
): Promise<void> {
  await store.settle(effect?.id ?? "nothing was claimed", settled);
}
