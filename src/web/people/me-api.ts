import { z } from "zod";
import { operation, type Operation } from "../api/operation.ts";
import { may, roles, type Who } from "../api/who.ts";
import { paths } from "../paths.ts";
import { Problem, refusedField } from "../problem.ts";
import { byOf } from "./audit.ts";
import { hashPassword, Password } from "./password.ts";
import type { Sessions } from "./sessions.ts";
import type { SigningIn } from "./signing-in.ts";
import type { Users } from "./users.ts";

const Me = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string().meta({ description: "empty for a program, and in demo mode" }),
  role: z.enum(roles),
  rep: z.string().optional(),
  may: z.array(z.string()).meta({ description: "the operations that the role may, by their ids" }),
  demo: z.boolean().meta({ description: "whoever sits at the machine that demo mode runs on" }),
});

type Options = {
  /** All that there are. */
  readonly operations: () => readonly Operation[];
  readonly users: Users;
  readonly sessions: Sessions;
  readonly signing: SigningIn;
};

/** Who asks, as a page asks first of all. */
export function meOperations({ operations, users, sessions, signing }: Options): readonly Operation[] {
  return [
    operation({
      id: "whoAmI",
      method: "get",
      path: paths.me,
      tag: "Signing in",
      summary: "Who asks.",
      needs: "viewer",
      endings: { 200: { says: "You.", body: Me } },
      answer({ who }) {
        const { id, name, email = "", role, rep, demo = false } = known(who);
        const allowed = operations().filter(({ needs }) => needs === "anyone" || may(role, needs));
        return {
          body: {
            id,
            name,
            email,
            role,
            ...(rep === undefined ? {} : { rep }),
            demo,
            may: allowed.map((one) => one.id),
          },
        };
      },
    }),
    operation({
      id: "changeMyPassword",
      method: "post",
      path: paths.myPassword,
      tag: "Signing in",
      summary: "Chooses another password. All other sessions of the account end, and this one gets a new secret.",
      needs: "viewer",
      body: z.strictObject({ current: z.string().max(256), password: Password }),
      audit: "own",
      endings: { 204: { says: "Changed.", headers: { "Set-Cookie": "the session" } } },
      async send({ who, body, request }, response) {
        const { id, email } = known(who);
        if (email === undefined) throw new Problem(409, "Only a person who has signed in has a password.");
        if (!(await signing.isRight(email, body.current, request, response)))
          throw refusedField(403, "current", "That is not your password.");
        const password = await hashPassword(body.password);
        await users.change(id, (user) => ({ ...user, password }), byOf(who, request), "changeMyPassword");
        await sessions.endAllOf(id);
        await signing.begin(id, request, response);
        response.status(204).end();
      },
    }),
  ];
}

function known(who: Who | undefined): Who {
  if (!who) throw new Error("somebody was admitted: the operation is not for anyone");
  return who;
}
