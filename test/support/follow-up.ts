import type { Resolution } from "../../src/resolution/resolution.ts";
import type { Office } from "./office.ts";
import { talk, wrapsUp } from "./usual.ts";

/** Ben speaks with the caller, and says that it is resolved. */
export async function resolved({ caller, rep }: Office): Promise<void> {
  await talk(caller, rep("Ben"));
  await caller.waits({ minutes: 1 }).hangsUp();
  await wrapsUp(rep("Ben"));
}

/** Every case so far, those that are over first. */
export async function cases({ app }: Office): Promise<readonly Resolution[]> {
  const { store } = await app();
  const open = await store.open("resolution");
  const closed = await Array.fromAsync(store.archive("resolution", "2026-11"));
  return [...closed, ...open];
}
