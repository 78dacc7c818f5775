import type { Request } from "express";
import type { By } from "../../store/records.ts";
import type { Seen } from "../../work/drafts.ts";
import type { NotDone, RoutingDesk } from "../../work/routing-desk.ts";
import { Problem } from "../problem.ts";
import type { Reply } from "./operation.ts";
import { editionView } from "./routing-schemas.ts";
import type { Who } from "./who.ts";

const iso = (at: number) => new Date(at).toISOString();

/** An edit names what was read: two who edit at once do not undo each other's work unseen. */
export function seenBy(request: Request): Seen {
  if (request.get("If-None-Match")?.trim() === "*") return "none";
  const read = request.get("If-Match");
  if (read === undefined)
    throw new Problem(
      428,
      "Send If-Match with the ETag of the draft that you have read, If-None-Match: * where there was none, or If-Match: * to change it however it stands.",
    );
  const named = read.split(",").map((one) => one.trim());
  return named.includes("*") ? undefined : named;
}

/** Whoever has signed in, as the history names them. */
export function byOf(who: Who | undefined): By {
  if (!who) throw new Error("whoever changes something has signed in");
  return { id: who.id, name: who.name };
}

/** What was published or called off, or why not. */
export function brought(done: Awaited<ReturnType<RoutingDesk["publish"]>>): Reply {
  if ("why" in done) return refused(done);
  return {
    status: 201,
    body: editionView(done.edition),
    headers: { Location: `/api/routing/editions/${done.edition.id}` },
  };
}

/** There is nothing to read or publish. */
export function noDraft(): Problem {
  return new Problem(404, "There is no draft. Save one first.");
}

/** Why nothing was done, as a problem that says what to do. */
export function refused(not: NotDone): never {
  switch (not.why) {
    case "faults":
      throw new Problem(422, "It does not hold. Mend what is named in errors.", { errors: not.faults });
    case "no-draft":
      throw noDraft();
    case "changed":
      throw new Problem(412, "Somebody else has changed the draft since you read it. Read it again.", {
        draft: not.draft && { by: not.draft.by, at: iso(not.draft.at), revision: not.draft.revision },
      });
    case "behind":
      throw new Problem(
        409,
        "Another routing came into force since the draft was begun. Let the draft catch up first.",
        {
          inForce: editionView(not.inForce),
        },
      );
    case "nothing-new":
      throw new Problem(409, "That is what is in force already.");
    case "no-such-edition":
      throw new Problem(404, "There is no such edition, or it is not to come any more.");
    case "past":
      throw new Problem(422, "That time is past.", { errors: [{ path: "from", sentence: "That time is past." }] });
    case "not-durable":
      throw new Problem(503, "Nothing can be kept on the disk now, so nothing is changed.");
    default:
      return not satisfies never;
  }
}
