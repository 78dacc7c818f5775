import type { By, Callback } from "../callback/callback.ts";
import type { RepId } from "../routing/routing.ts";
import type { Who } from "./api/who.ts";
import { refusedField } from "./problem.ts";

/** Whether somebody may know of a return call. */
export type Sees = (callback: Callback) => boolean;

/** A rep sees those that are the rep's own word or were made by the rep; everybody else sees all. */
export function seenBy(who: Who | undefined): Sees {
  if (who?.role !== "rep") return () => true;
  const { rep } = who;
  if (rep === undefined) return () => false;
  return ({ owner, madeBy }) => owner === rep || (madeBy.who === "rep" && madeBy.rep === rep);
}

/** Who does it, as the return call tells it. */
export function doneBy(who: Who | undefined): By {
  return who?.role === "rep" && who.rep !== undefined ? { who: "rep", rep: who.rep } : { who: "admin" };
}

/** Refuses a rep who gives another's word (403): `rep` is whose word it would be, undefined where it would be nobody's. */
export function checkOwnWord(who: Who | undefined, rep: RepId | undefined): void {
  if (who?.role !== "rep") return;
  if (who.rep === undefined) throw refusedField(403, "rep", "Your account is no rep’s yet. Ask an admin to say whose.");
  if (rep === undefined)
    throw refusedField(403, "kind", "A rep promises by their own word alone. A lead or an admin makes all others.");
  if (rep !== who.rep) throw refusedField(403, "rep", "That is another rep. You can give your own word alone.");
}
