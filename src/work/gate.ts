import type { Instant } from "../routing/routing.ts";
import type { GateMemory } from "../store/records.ts";
import type { Store } from "../store/store.ts";

/** Where somebody may be guessing: receipts by phone or text, receipts at their page, passwords by address and by account, tokens, sign-ins by an issuer. */
export type GateId = "receipt" | "receipt-page" | "password" | "account" | "token" | "issuer";

/** What was tried in vain lately at a gate, and who came in. It is kept, so that whoever guesses is not free after a restart. */
export type Gate = {
  /** Those that still count, oldest first. */
  readonly tried: () => GateMemory["tried"];
  /** One was tried in vain: it counts at once, and the promise resolves when that is durable. */
  readonly note: (who: string) => Promise<void>;
  readonly knows: (who: string) => boolean;
  /** Somebody came in, and is known from now on. `forgiven`: what the same one tried in vain before counts no more. */
  readonly cameIn: (who: string, forgiven: boolean) => Promise<void>;
  /** Nothing is known of somebody any more. */
  readonly forget: (who: string) => Promise<void>;
};

type Options = {
  /** So long, in milliseconds, what was tried in vain counts. */
  readonly heldFor: number;
  readonly now: () => Instant;
};

/** No more are kept: so many from all stop everybody anyway. */
const mostTried = 1_000;
const mostKnown = 1_000;

/** A gate with what the store has of it. */
export async function openGate(store: Store, gate: GateId, options: Options): Promise<Gate> {
  const kept = await store.get("gate", gate);
  const keep = (put: GateMemory) => store.decide("gate", gate, () => ({ put, answer: undefined }));
  return newGate(gate, options, kept, keep);
}

/** A gate of which this process alone knows, unless `keep` keeps it. */
export function newGate(
  gate: GateId,
  { heldFor, now }: Options,
  kept: GateMemory = { gate, tried: [], known: [] },
  keep: (memory: GateMemory) => Promise<void> = async () => {},
): Gate {
  let { tried } = kept;
  const known = new Set(kept.known);
  const lately = () => (tried = tried.filter(({ at }) => now() - at < heldFor));
  const write = () => keep({ gate, tried: lately(), known: [...known] });
  return {
    tried: lately,
    note(who) {
      tried = [...lately(), { who, at: now() }].slice(-mostTried);
      return write();
    },
    knows: (who) => known.has(who),
    async cameIn(who, forgiven) {
      const forgets = forgiven && tried.some((one) => one.who === who);
      if (known.has(who) && !forgets) return;
      if (known.size >= mostKnown) known.clear();
      known.add(who);
      if (forgets) tried = tried.filter((one) => one.who !== who);
      await write();
    },
    async forget(who) {
      const knew = known.delete(who);
      if (!knew && !tried.some((one) => one.who === who)) return;
      tried = tried.filter((one) => one.who !== who);
      await write();
    },
  };
}
