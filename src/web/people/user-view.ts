import { createHash } from "node:crypto";
import { z } from "zod";
import type { User } from "../../store/people.ts";
import { roles } from "../api/who.ts";

/** A user as the API shows one. */
export const UserView = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  rep: z.string().optional().meta({ description: "the rep that this is" }),
  invited: z.boolean().meta({ description: "has not chosen a password yet" }),
  madeAt: z.iso.datetime(),
});

export function userView({ id, name, email, role, rep, password, madeAt }: User): z.infer<typeof UserView> {
  const own = rep === undefined ? {} : { rep };
  return { id, name, email, role, ...own, invited: password === undefined, madeAt: new Date(madeAt).toISOString() };
}

/** What tells one state of a user from another: whoever edits names the one that was read. */
export function userEtag(user: User): string {
  return `"${createHash("sha256")
    .update(JSON.stringify(userView(user)))
    .digest("base64url")
    .slice(0, 22)}"`;
}
