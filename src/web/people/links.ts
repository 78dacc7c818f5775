import type { Instant } from "../../routing/routing.ts";
import type { Link, PasswordHash, User } from "../../store/people.ts";
import type { Alongside, Store } from "../../store/store.ts";
import { noted, type By } from "./audit.ts";
import { hashOf, newSecret } from "./secret.ts";
import { isDisabled } from "./users.ts";

const hour = 3_600_000;
/** How long a link is good, in milliseconds. */
const goodFor: Readonly<Record<Link["what"], number>> = { invitation: 7 * 24 * hour, reset: 24 * hour };

/** A link as it is handed over, this once. */
export type NewLink = { readonly what: Link["what"]; readonly secret: string; readonly until: Instant };

/** One-time links by which users choose a password: those who were invited, and those who have lost it. */
export type Links = {
  /** A user's new link; those before it are void. `atMachine`: by whoever sits at it. */
  readonly make: (user: User, by: By, atMachine?: true) => Promise<NewLink>;
  /** Whose link it is; undefined: it is used, void or too old. */
  readonly find: (secret: string) => Promise<{ readonly what: Link["what"]; readonly user: User } | undefined>;
  /** Spends it: the user has the password. Undefined: it is no longer good. */
  readonly spend: (
    secret: string,
    chosen: { readonly password: PasswordHash; readonly name?: string },
    from: string,
  ) => Promise<User | undefined>;
};

/** `atMachineOnly`: no other link is good, for passwords open nothing. */
export function openLinks(store: Store, now: () => Instant, atMachineOnly = false): Links {
  const isGood = (link: Link) => link.forgetAt > now() && (link.atMachine || !atMachineOnly);

  async function before(user: string): Promise<readonly Alongside[]> {
    const all = (await store.open("link")).filter((link) => link.user === user);
    return all.map((link) => ({ kind: "link", id: link.id, put: { ...link, forgetAt: 0 } }));
  }

  return {
    async make(user, by, atMachine) {
      const secret = newSecret();
      const what = user.password ? "reset" : "invitation";
      const until = now() + goodFor[what];
      const made = atMachine ? { atMachine } : {};
      const link: Link = { id: hashOf(secret), user: user.id, what, ...made, forgetAt: until };
      const line = noted(by, now(), { what: "makeLink", of: user.id, did: { what, name: user.name } });
      const also = [...(await before(user.id)), line];
      await store.decide("link", link.id, () => ({ put: link, also, answer: null }));
      return { what, secret, until };
    },
    async find(secret) {
      const link = await store.get("link", hashOf(secret));
      const user = link && isGood(link) ? await store.get("user", link.user) : undefined;
      return link && user && !isDisabled(user) ? { what: link.what, user } : undefined;
    },
    spend: (secret, { password, name }, from) =>
      store.decide<"link", User | undefined>("link", hashOf(secret), (link, look) => {
        const user = link && isGood(link) ? look("user", link.user) : undefined;
        if (!link || !user || isDisabled(user)) return { answer: undefined };
        const after: User = { ...user, password, ...(name === undefined ? {} : { name }) };
        const by = { id: user.id, name: after.name, from };
        const line = noted(by, now(), { what: "choosePassword", of: user.id, did: { by: link.what } });
        return {
          put: { ...link, forgetAt: 0 },
          also: [{ kind: "user", id: user.id, put: after }, line],
          answer: after,
        };
      }),
  };
}
