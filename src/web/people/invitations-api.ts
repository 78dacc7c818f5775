import { z } from "zod";
import { operation, type Operation } from "../api/operation.ts";
import { paths } from "../paths.ts";
import { Problem } from "../problem.ts";
import { PersonName, Secret } from "./fields.ts";
import type { Links } from "./links.ts";
import { hashPassword, Password } from "./password.ts";
import type { Sessions } from "./sessions.ts";
import type { SigningIn } from "./signing-in.ts";

type Options = { readonly links: Links; readonly sessions: Sessions; readonly signing: SigningIn };

const params = z.object({ secret: Secret });
const Invited = z.object({ what: z.enum(["invitation", "reset"]), name: z.string(), email: z.string() });

/** What whoever has a one-time link can do with it: see whose it is, and choose a password. */
export function invitationOperations({ links, sessions, signing }: Options): readonly Operation[] {
  return [
    operation({
      id: "readInvitation",
      method: "get",
      path: paths.invitation,
      tag: "Signing in",
      summary: "Whose one-time link it is, an invitation's or for a new password.",
      needs: "anyone",
      params,
      endings: { 200: { says: "It is good.", body: Invited } },
      async answer({ params: { secret } }) {
        const found = await links.find(secret);
        if (!found) throw spent();
        const { what, user } = found;
        return { body: { what, name: user.name, email: user.email } };
      },
    }),
    operation({
      id: "acceptInvitation",
      method: "post",
      path: paths.invitation,
      tag: "Signing in",
      summary: "Chooses a password by a one-time link, and signs in. Sessions from before it end.",
      needs: "anyone",
      params,
      body: z.strictObject({ password: Password, name: PersonName.optional() }),
      audit: "own",
      endings: { 204: { says: "Signed in.", headers: { "Set-Cookie": "the session" } } },
      async send({ params: { secret }, body: { name, password: chosen }, request }, response) {
        if (!(await links.find(secret))) throw spent();
        const password = await hashPassword(chosen);
        const said = { password, ...(name === undefined ? {} : { name }) };
        const user = await links.spend(secret, said, request.ip ?? "");
        if (!user) throw spent();
        await sessions.endAllOf(user.id);
        await signing.begin(user.id, request, response);
        response.status(204).end();
      },
    }),
  ];
}

function spent(): Problem {
  return new Problem(410, "That link is used, replaced by another, or too old. Ask an admin for a new one.");
}
