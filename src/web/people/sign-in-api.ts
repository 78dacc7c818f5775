import { z } from "zod";
import { operation, type Operation } from "../api/operation.ts";
import { paths } from "../paths.ts";
import { Problem } from "../problem.ts";
import { Email, PersonName, Secret } from "./fields.ts";
import type { FirstUser } from "./first-user.ts";
import { hashPassword, Password } from "./password.ts";
import type { SigningIn } from "./signing-in.ts";
import type { Users } from "./users.ts";

type Options = {
  readonly users: Users;
  readonly signing: SigningIn;
  readonly first: FirstUser;
};

const tag = "Signing in";
const signedIn = { 204: { says: "Signed in.", headers: { "Set-Cookie": "the session" } } } as const;

/** Signing in and out, and the first admin, who comes by the link that is printed at start. */
export function signInOperations({ users, signing, first }: Options): readonly Operation[] {
  return [
    operation({
      id: "signIn",
      method: "post",
      path: paths.signIn,
      tag,
      summary: "Signs a person in.",
      needs: "anyone",
      body: z.strictObject({ email: Email, password: z.string().max(256) }),
      endings: signedIn,
      async send({ body: { email, password }, request }, response) {
        await signing.byPassword(email, password, request, response);
        response.status(204).end();
      },
    }),
    operation({
      id: "signOut",
      method: "post",
      path: paths.signOut,
      tag,
      summary: "Ends the session that it is asked with.",
      needs: "anyone",
      endings: { 204: { says: "Signed out, or nobody was signed in." } },
      async send({ request }, response) {
        await signing.out(request, response);
        response.status(204).end();
      },
    }),
    operation({
      id: "makeFirstUser",
      method: "post",
      path: paths.firstUser,
      tag,
      summary: "Makes the first admin, with the secret of the link that is printed at start, and signs in.",
      needs: "anyone",
      body: z.strictObject({ secret: Secret, name: PersonName, email: Email, password: Password }),
      endings: signedIn,
      async send({ body: { secret, name, email, password: chosen }, request }, response) {
        if (!first.admits(secret)) throw spent();
        const password = await hashPassword(chosen);
        const made = await users.make({ name, email, role: "admin", password }, "first", request.ip);
        if ("why" in made) throw spent();
        await signing.begin(made.user.id, request, response);
        response.status(204).end();
      },
    }),
  ];
}

function spent(): Problem {
  return new Problem(410, "That link is used, or too old. Where nobody has signed in yet, a start prints another.");
}
