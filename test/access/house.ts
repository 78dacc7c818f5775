import { openDesk, type Desk, type DeskOptions } from "../audio-api/desk.ts";
import { visitor, type Visitor } from "./visitor.ts";

export const ida = { name: "Ida", email: "ida@example.com", password: "correct horse battery" } as const;

/** A Holdfast at which one admin has signed in. */
export type House = {
  readonly desk: Desk;
  readonly admin: Visitor;
  /** Another browser. */
  readonly browser: (from?: string) => Visitor;
};

/** The secret in a link. */
export function secretIn(link = ""): string {
  return link.split("=").at(-1) ?? "";
}

/** Opens Holdfast with Ida as its first admin, signed in. */
export async function openHouse(options: DeskOptions = {}): Promise<House> {
  const desk = await openDesk(options);
  const browser = (from?: string) => visitor(() => desk.url, from);
  const admin = browser();
  const secret = secretIn(desk.app.firstLink);
  const made = await admin.ask("POST", "/api/first-user", { body: { secret, ...ida } });
  if (made.status !== 204) throw new Error(`the first user was not made: ${made.status} ${JSON.stringify(made.body)}`);
  return { desk, admin, browser };
}

/** Signs in; the status that is answered. */
export async function signIn(at: Visitor, email: string = ida.email, password: string = ida.password): Promise<number> {
  return (await at.ask("POST", "/api/sign-in", { body: { email, password } })).status;
}
