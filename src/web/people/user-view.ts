import { createHash } from "node:crypto";
import { z } from "zod";
import type { User } from "../../store/people.ts";
import { roles } from "../api/who.ts";
import { isDisabled } from "./users.ts";

/** A user as the API shows one. */
export const UserView = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  rep: z.string().optional().meta({ description: "the rep that this is" }),
  invited: z.boolean().meta({ description: "has not come yet: has no password, and is not known by the issuer" }),
  disabled: z.boolean().meta({ description: "may not sign in" }),
  linked: z.boolean().meta({ description: "is known by the issuer" }),
  madeAt: z.iso.datetime(),
});

export function userView({ id, name, email, role, rep, ...user }: User): z.infer<typeof UserView> {
  const own = rep === undefined ? {} : { rep };
  const disabled = isDisabled(user);
  const linked = user.identity !== undefined;
  const invited = user.password === undefined && !linked;
  return { id, name, email, role, ...own, invited, disabled, linked, madeAt: new Date(user.madeAt).toISOString() };
}

/** What tells one state of a user from another: whoever edits names the one that was read. */
export function userEtag(user: User): string {
  return `"${createHash("sha256")
    .update(JSON.stringify(userView(user)))
    .digest("base64url")
    .slice(0, 22)}"`;
}
