/** What somebody may do, from least to most: each may all that those before it may. */
export const roles = ["viewer", "rep", "lead", "admin"] as const;
export type Role = (typeof roles)[number];

/** Who asks: a person who has signed in, or a program with a token. `id` is what the audit log names. */
export type Who = { readonly id: string; readonly name: string; readonly role: Role };

/** Whether a role may what another may. */
export function may(role: Role, needs: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(needs);
}
