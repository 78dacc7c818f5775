import type { Resolution } from "../../src/resolution/resolution.ts";
import type { Business } from "./business.ts";
import type { Office } from "./office.ts";
import { talk, wrapsUp } from "./usual.ts";

/** Support asks by a call, two hours after. */
export function asksByCall(routing: Business) {
  const support = { ...routing.queues.support, followUp: { after: 7_200, by: "call" } };
  return { ...routing, queues: { ...routing.queues, support } };
}

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
