import { randomUUID } from "node:crypto";
import type { Request } from "express";
import type { Instant } from "../../routing/routing.ts";
import type { Audit } from "../../store/people.ts";
import type { Alongside } from "../../store/store.ts";
import type { Who } from "../api/who.ts";

/** Who asks, for the log. */
export function byOf(who: Who | undefined, request: Request): By {
  if (!who) throw new Error("somebody was admitted: the operation is not for anyone");
  return { id: who.id, name: who.name, from: request.ip ?? "" };
}

/** Who does something, and the address that it is asked from. */
export type By = { readonly id: string; readonly name: string; readonly from: string };

/** A line of the audit log, to be decided with the change that it tells of: both become durable, or neither. */
export function noted(by: By, at: Instant, said: Pick<Audit, "what" | "of" | "did">): Alongside {
  const { id, name, from } = by;
  const line: Audit = { id: randomUUID(), at, by: { id, name }, from, ...said };
  return { kind: "audit", id: line.id, close: line };
}
