import { openLowdb } from "../../src/store/lowdb.ts";
import type { Store } from "../../src/store/store.ts";
import { hashOf } from "../../src/web/people/secret.ts";

/** What an admin's program comes in with. */
export const adminToken = "hf_open-the-office";

/** Lets the admin's program in, as an admin does by the API. */
export async function giveToken(store: Store, secret = adminToken, scopes: readonly string[] = ["everything"]) {
  const token = { id: hashOf(secret), name: "a test's own", scopes, madeBy: "a test", madeAt: 0 };
  await store.decide("token", token.id, () => ({ put: token, answer: null }));
}

/** The same in a folder of data that nobody has open. */
export async function giveTokenIn(folder: string): Promise<void> {
  const store = await openLowdb({ folder, now: () => Date.now() });
  await giveToken(store);
  await store.close();
}
