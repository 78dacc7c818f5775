import { z } from "zod";
import type { User } from "../../store/people.ts";
import { operation, type Operation } from "../api/operation.ts";
import { roles } from "../api/who.ts";
import { asRead } from "../if-match.ts";
import { paths } from "../paths.ts";
import { Problem, refusedField } from "../problem.ts";
import { byOf } from "./audit.ts";
import type { Invitations } from "./invitations.ts";
import { Email, PersonName } from "./fields.ts";
import type { Sessions } from "./sessions.ts";
import type { SigningIn } from "./signing-in.ts";
import { userEtag, UserView, userView } from "./user-view.ts";
import { isDisabled, type Changed, type UserFault, type Users } from "./users.ts";

type Options = {
  readonly users: Users;
  readonly sessions: Sessions;
  readonly signing: SigningIn;
  readonly invitations: Invitations;
  readonly isRep: (id: string) => boolean;
  readonly now: () => number;
};

const tag = "Users";
const Role = z.enum(roles);
const params = z.object({ id: z.string().max(100) });
const etag = { ETag: "to be sent as If-Match with a change" } as const;
export const HandedOver = z.object({
  url: z.string().meta({ description: "to be handed over; it is shown this once" }),
  until: z.iso.datetime().optional().meta({ description: "unset: it is the sign-in page, and always good" }),
  mailed: z.boolean(),
});

/** Who may sign in, and as what: for admins. */
export function userOperations({ users, sessions, signing, invitations, isRep, now }: Options): readonly Operation[] {
  const shown = (user: User) => ({ body: userView(user), headers: { ETag: userEtag(user) } });
  const found = (id: string) => users.get(id) ?? refuse("gone");

  function checkRep(rep: string | null | undefined): void {
    if (rep && !isRep(rep)) throw refusedField(422, "rep", "There is no such rep.");
  }

  return [
    operation({
      id: "listUsers",
      method: "get",
      path: paths.users,
      tag,
      summary: "Everybody who may sign in, by name.",
      needs: "admin",
      endings: { 200: { says: "All of them.", body: z.object({ users: z.array(UserView) }) } },
      answer: () => ({ body: { users: users.all().map(userView) } }),
    }),
    operation({
      id: "inviteUser",
      method: "post",
      path: paths.users,
      tag,
      summary: "Makes a user, and a link by which that person chooses a password.",
      needs: "admin",
      body: z.strictObject({ name: PersonName, email: Email, role: Role, rep: z.string().max(100).optional() }),
      audit: "own",
      endings: {
        201: { says: "Made.", body: z.object({ user: UserView, link: HandedOver }), headers: { Location: "the user" } },
      },
      async answer({ body: { rep, ...said }, who, request }) {
        checkRep(rep);
        const user = done(await users.make({ ...said, ...(rep === undefined ? {} : { rep }) }, byOf(who, request)));
        const link = await invitations.welcome(user, byOf(who, request));
        return {
          status: 201,
          body: { user: userView(user), link },
          headers: { Location: `${paths.users}/${user.id}` },
        };
      },
    }),
    operation({
      id: "readUser",
      method: "get",
      path: paths.user,
      tag,
      summary: "One user.",
      needs: "admin",
      params,
      endings: { 200: { says: "The user.", body: UserView, headers: etag } },
      answer: ({ params: { id } }) => shown(found(id)),
    }),
    operation({
      id: "changeUser",
      method: "patch",
      path: paths.user,
      tag,
      summary:
        "Changes a user. With another role, as another rep, or disabled or enabled, all sessions of the user end; whoever changes their own gets a new secret.",
      needs: "admin",
      params,
      body: z.strictObject({
        name: PersonName.optional(),
        email: Email.optional(),
        role: Role.optional(),
        rep: z.string().max(100).nullish().meta({ description: "null: no rep any more" }),
        disabled: z.boolean().optional().meta({ description: "true: may not sign in, and the tokens they made stop" }),
      }),
      audit: "own",
      endings: { 200: { says: "Changed.", body: UserView, headers: etag } },
      async send({ params: { id }, body, who, request }, response) {
        checkRep(body.rep);
        if (body.disabled && who?.id === id) throw new Problem(409, "You cannot disable yourself. Another admin can.");
        const fresh = asRead(request);
        const change = (user: User) => changed(user, body, now());
        const before = found(id);
        const user = done(
          await users.change(id, change, byOf(who, request), "changeUser", (read) => fresh(userEtag(read))),
        );
        if (signsOut(before, user)) {
          await sessions.endAllOf(id);
          if (who?.session !== undefined && who.id === id) await signing.begin(id, request, response);
        }
        response.set("ETag", userEtag(user)).json(userView(user));
      },
    }),
    operation({
      id: "removeUser",
      method: "delete",
      path: paths.user,
      tag,
      summary: "Removes a user, whose sessions end at once.",
      needs: "admin",
      params,
      audit: "own",
      endings: { 204: { says: "Removed." } },
      async answer({ params: { id }, who, request }) {
        const fresh = asRead(request);
        done(await users.remove(id, byOf(who, request), (read) => fresh(userEtag(read))));
        await sessions.endAllOf(id);
        return { status: 204 };
      },
    }),
    operation({
      id: "makeLink",
      method: "post",
      path: paths.userLinks,
      tag,
      summary: "A new link by which a user chooses a password; those before it are void.",
      needs: "admin",
      params,
      audit: "own",
      endings: { 201: { says: "Made.", body: HandedOver } },
      async answer({ params: { id }, who, request }) {
        return { status: 201, body: await invitations.handOver(found(id), byOf(who, request)) };
      },
    }),
  ];
}

type Change = { readonly [K in "name" | "email" | "role"]?: User[K] | undefined } & {
  readonly disabled?: boolean | undefined;
  readonly rep?: string | null | undefined;
};

/** What one was let in by is not what one is now. Enabled again, nobody is signed in of before. */
function signsOut(before: User, after: User): boolean {
  return before.role !== after.role || before.rep !== after.rep || isDisabled(before) !== isDisabled(after);
}

function changed(before: User, { disabled, name, email, role, rep = before.rep }: Change, now: number): User {
  const { rep: _, disabledAt = now, ...user } = before;
  return {
    ...user,
    ...((disabled ?? isDisabled(before)) ? { disabledAt } : {}),
    name: name ?? user.name,
    email: email ?? user.email,
    role: role ?? user.role,
    ...(rep === null || rep === undefined ? {} : { rep }),
  };
}

function done(changing: Changed): User {
  return "why" in changing ? refuse(changing.why) : changing.user;
}

function refuse(why: UserFault): never {
  switch (why) {
    case "gone":
      throw new Problem(404, "There is no such user (any more).");
    case "taken":
      throw refusedField(409, "email", "Another user has that e-mail.");
    case "last-admin":
      throw refusedField(409, "role", "That is the last admin who can sign in. Make another one first.");
    case "changed":
      throw new Problem(412, "It has changed since you read it. Read it again.");
    default:
      throw new Error(why satisfies never);
  }
}
