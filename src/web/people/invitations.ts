import type { Routing } from "../../routing/routing.ts";
import { sentence } from "../../routing/prompts.ts";
import type { User } from "../../store/people.ts";
import type { Post } from "../../work/post.ts";
import { signInPageUrl, signInUrl } from "../paths.ts";
import { Problem } from "../problem.ts";
import type { By } from "./audit.ts";
import type { Links } from "./links.ts";

/** A link as an admin hands it over; `until` unset: it is always good. `mailed`: the mail server has taken it for the user too. */
export type HandedOver = { readonly url: string; readonly until?: string; readonly mailed: boolean };

/** Brings users their links. */
export type Invitations = {
  /** A new link by which a user chooses a password. Throws a Problem (409) where no password opens anything. */
  readonly handOver: (user: User, by: By) => Promise<HandedOver>;
  /** The way in for a new user: such a link, or the sign-in page where people sign in elsewhere. */
  readonly welcome: (user: User, by: By) => Promise<HandedOver>;
};

type Options = {
  readonly links: Links;
  readonly publicUrl: string;
  readonly routing: () => Routing;
  /** Unset: no mail is sent. */
  readonly post: () => Pick<Post, "send"> | undefined;
  /** Where people sign in who do not by a password: then no password opens anything. */
  readonly elsewhere: string | undefined;
};

/** Nothing is stored to be sent later: the link would lie readable on the disk, and the admin sees it anyway. */
export function openInvitations({ links, publicUrl, routing, post, elsewhere }: Options): Invitations {
  /** Whether the mail server has taken it. */
  async function mailed(user: User, kind: "invitation" | "reset" | "welcome", url: string, id: string) {
    const { business } = routing();
    const facts = { who: user.name, business: business.name, link: url, issuer: elsewhere ?? "" };
    const said = (prompt: string) => sentence(routing(), business.language, prompt, facts).text;
    const mail = { to: user.email, subject: said(`mail-${kind}-subject`), body: said(`mail-${kind}`) };
    const sent = await post()?.send({ ...mail, id: `${user.id}-${id}` });
    return sent !== undefined && "ok" in sent;
  }

  async function handOver(user: User, by: By): Promise<HandedOver> {
    if (elsewhere !== undefined)
      throw new Problem(409, `No password opens anything here: ${user.name} signs in with ${elsewhere}.`);
    const { what, secret, until } = await links.make(user, by);
    const url = signInUrl(publicUrl, what, secret);
    return { url, until: new Date(until).toISOString(), mailed: await mailed(user, what, url, String(until)) };
  }

  return {
    handOver,
    async welcome(user, by) {
      if (elsewhere === undefined) return handOver(user, by);
      const url = signInPageUrl(publicUrl);
      return { url, mailed: await mailed(user, "welcome", url, "welcome") };
    },
  };
}
