import { queryOptions } from "@tanstack/react-query";
import { ApiProblem, ask } from "../../api.ts";

export type Role = "viewer" | "rep" | "lead" | "admin";
/** Somebody who may sign in. */
export type User = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly rep?: string;
  /** Has not come yet. */
  readonly invited: boolean;
  /** May not sign in. */
  readonly disabled: boolean;
  /** Is known by an account at the issuer. */
  readonly linked: boolean;
  readonly madeAt: string;
};
/** A link to be handed over, shown this once; `until` unset: the sign-in page. */
export type HandedOver = { readonly url: string; readonly until?: string; readonly mailed: boolean };
/** What is said of a user; `rep` null: no rep. */
export type Said = { readonly name: string; readonly email: string; readonly role: Role; readonly rep: string | null };

/** What each role may, in a few words. */
export const roles: Readonly<Record<Role, string>> = {
  viewer: "Viewer: reads everything",
  rep: "Rep: promises and moves return calls of their own",
  lead: "Lead: turns the emergency switches, reads reports",
  admin: "Admin: everything",
};

export const usersQuery = queryOptions({
  queryKey: ["users"],
  queryFn: async () => ((await ask("GET", "/api/users")) as { readonly users: readonly User[] }).users,
});

/** The reps of the routing in force, by their ids: their names. */
export const repsQuery = queryOptions({
  queryKey: ["reps"],
  async queryFn(): Promise<Readonly<Record<string, string>>> {
    const { source } = (await ask("GET", "/api/routing")) as {
      readonly source: { readonly reps?: Readonly<Record<string, { readonly name: string }>> };
    };
    return Object.fromEntries(Object.entries(source.reps ?? {}).map(([id, { name }]) => [id, name]));
  },
});

const pathOf = (id: string) => `/api/users/${encodeURIComponent(id)}`;

export async function invite({ rep, ...said }: Said): Promise<HandedOver> {
  const made = await ask("POST", "/api/users", rep === null ? said : { ...said, rep });
  return (made as { readonly link: HandedOver }).link;
}

/** Changes a user who is still as `read` shows. Throws ApiProblem, of 412 where somebody else has changed it meanwhile. */
export async function change(read: User, said: Said): Promise<void> {
  const now = await fetch(pathOf(read.id), { credentials: "same-origin" });
  const user = (await now.json()) as User;
  const same = (["name", "email", "role", "rep"] as const).every((name) => user[name] === read[name]);
  if (!same) throw new ApiProblem(412, "Somebody else has changed it meanwhile. Close this and look again.");
  await ask("PATCH", pathOf(read.id), said, { "If-Match": now.headers.get("ETag") ?? "" });
}

export async function remove({ id }: User): Promise<void> {
  await ask("DELETE", pathOf(id), undefined, { "If-Match": "*" });
}

/** A new link by which somebody chooses a password; those before it are void. */
export async function newLink({ id }: User): Promise<HandedOver> {
  return (await ask("POST", `${pathOf(id)}/links`)) as HandedOver;
}

/** Lets somebody sign in no more, or again. */
export async function disable({ id }: User, disabled: boolean): Promise<void> {
  await ask("PATCH", pathOf(id), { disabled }, { "If-Match": "*" });
}

/** Forgets by which account at the issuer somebody is known. */
export async function unlink({ id }: User): Promise<void> {
  await ask("DELETE", `${pathOf(id)}/identity`);
}

/** Where somebody's sessions are. */
export function sessionsOf({ id }: User): string {
  return `${pathOf(id)}/sessions`;
}
