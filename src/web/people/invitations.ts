import type { Routing } from "../../routing/routing.ts";
import { sentence } from "../../routing/prompts.ts";
import type { User } from "../../store/people.ts";
import type { Post } from "../../work/post.ts";
import { signInUrl } from "../paths.ts";
import type { By } from "./audit.ts";
import type { Links } from "./links.ts";

/** A link as an admin hands it over. `mailed`: the mail server has taken it for the user too. */
export type HandedOver = { readonly url: string; readonly until: string; readonly mailed: boolean };

/** Brings users their links. */
export type Invitations = { readonly handOver: (user: User, by: By) => Promise<HandedOver> };

type Options = {
  readonly links: Links;
  readonly publicUrl: string;
  readonly routing: () => Routing;
  /** Unset: no mail is sent. */
  readonly post: () => Pick<Post, "send"> | undefined;
};

/** Nothing is stored to be sent later: the link would lie readable on the disk, and the admin sees it anyway. */
export function openInvitations({ links, publicUrl, routing, post }: Options): Invitations {
  return {
    async handOver(user, by) {
      const { what, secret, until } = await links.make(user, by);
      const url = signInUrl(publicUrl, what, secret);
      const { business } = routing();
      const said = (prompt: string) =>
        sentence(routing(), business.language, prompt, { who: user.name, business: business.name, link: url }).text;
      const mail = { to: user.email, subject: said(`mail-${what}-subject`), body: said(`mail-${what}`) };
      const sent = await post()?.send({ ...mail, id: `${user.id}-${until}` });
      return { url, until: new Date(until).toISOString(), mailed: sent !== undefined && "ok" in sent };
    },
  };
}
