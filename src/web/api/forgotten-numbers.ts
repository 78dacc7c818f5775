import { z } from "zod";
import { E164 } from "../../routing/fields.ts";
import type { Hindered } from "../../work/forget-number.ts";
import type { Office } from "../../work/office.ts";
import { paths } from "../paths.ts";
import { Problem } from "../problem.ts";
import { operation, type Operation } from "./operation.ts";

const Number = z.strictObject({ number: E164 });
const Count = z.int().min(0);
const Forgotten = z.object({
  records: Count.meta({ description: "calls, return calls, cases and the like that tell nothing of it any more" }),
  recordings: Count.meta({ description: "that Twilio is asked to delete" }),
});

/** Numbers that are to be forgotten: for admins. */
export function forgottenNumberOperations(office: () => Pick<Office, "forget">): readonly Operation[] {
  return [
    operation({
      id: "forgetNumber",
      method: "post",
      path: paths.forgottenNumbers,
      tag: "Retention",
      summary:
        "Erases what is kept of a caller's number, and what was recorded. It cannot be brought back. Calls stay as figures; that a number wants no calls or texts stays known.",
      needs: "admin",
      body: Number,
      endings: {
        200: {
          says: "Nothing here tells of it any more; Twilio is asked until its recordings are gone.",
          body: Forgotten,
        },
      },
      async answer({ body: { number } }) {
        const done = await office().forget(number);
        if (!("records" in done)) throw hindered(done);
        const { records, recordings } = done;
        // The log must not keep what was to be forgotten.
        return { body: { records, recordings }, of: `…${number.slice(-4)}`, did: { records, recordings } };
      },
    }),
  ];
}

function hindered(why: Hindered): Problem {
  if ("broken" in why)
    return new Problem(
      503,
      `Not all of it can be erased from the disk (${why.broken.replace(/\.$/, "")}). Mend that, and ask again.`,
    );
  return "owed" in why
    ? new Problem(
        409,
        `A return call is owed to this number, with the receipt ${why.owed.code}. Make it, or cancel it, first.`,
      )
    : new Problem(409, "This number is in a call now, or a rep still says how one ended. Try again when that is over.");
}
