/** What somebody may do, from least to most: each may all that those before it may. */
export const roles = ["viewer", "rep", "lead", "admin"] as const;
export type Role = (typeof roles)[number];

/** Who asks: a person who has signed in, or a program with a token. `id` is what the audit log names. */
export type Who = {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** A person's account, and the session that it came in by. */
  readonly email?: string;
  readonly session?: string;
  /** The rep that a person is. */
  readonly rep?: string;
  /** Whoever sits at the machine in demo mode. */
  readonly demo?: true;
  readonly token?: true;
};

/** Whether a role may what another may. */
export function may(role: Role, needs: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(needs);
}
