import { z } from "zod";
import type { Draft, Edition } from "../../store/records.ts";
import { Time } from "../callback-schemas.ts";

const Instant = z.iso.datetime();
const Note = z.string().trim().min(1).max(500);
const Who = z.object({ id: z.string(), name: z.string() });

/** A routing as it was published; `source` is what stood in the routing file, or was typed. */
export const EditionBody = z.object({
  id: z.string(),
  state: z.enum(["scheduled", "in-force", "over", "called-off", "failed"]),
  by: Who,
  at: Instant,
  from: Instant.meta({ description: "since when it is, or from when it is to be, in force" }),
  origin: z.enum(["file", "page", "roll-back"]),
  of: z.string().optional().meta({ description: "the edition that was rolled back to" }),
  note: z.string().optional(),
  why: z.array(z.string()).optional().meta({ description: "why it never came into force" }),
});
export const WholeEdition = EditionBody.extend({ source: z.unknown() });
const Drafted = z.object({ revision: z.int(), by: Who, at: Instant });
export const InForce = WholeEdition.extend({
  draft: Drafted.optional().meta({ description: "whose draft there is; absent where there is none" }),
});
export const EditionPage = z.object({ editions: z.array(EditionBody), next: z.string().optional() });

export const Fault = z.object({ path: z.string(), sentence: z.string() });
const Warnings = z
  .array(Fault)
  .meta({ description: "what could be said better in its texts; nothing of it keeps it from being published" });
export const Checked = z.object({ faults: z.array(Fault), warnings: Warnings });

const Change = z.object({ path: z.array(z.union([z.string(), z.int()])), before: z.unknown(), after: z.unknown() });
export const DraftBody = z.object({
  revision: z.int(),
  base: z.string().meta({ description: "the edition that it began from" }),
  behind: z.boolean().meta({ description: "another edition came into force since: catch up before publishing" }),
  by: Who,
  at: Instant,
  source: z.unknown(),
  faults: z.array(Fault),
  warnings: Warnings,
  changes: z.array(Change).meta({ description: "what it changes in the routing in force" }),
});
export const Changes = z.object({ changes: z.array(Change) });
export const CaughtUp = DraftBody.extend({
  conflicts: z.array(
    z.object({
      path: z.array(z.union([z.string(), z.int()])),
      base: z.unknown(),
      mine: z.unknown(),
      theirs: z.unknown(),
    }),
  ),
});

export const Source = z.object({ source: z.unknown() });
export const Publish = z.strictObject({ note: Note.optional(), from: Time.optional() });
export const Reschedule = z.strictObject({ from: Time });
export const RollBack = z.strictObject({ note: Note.optional() });
export const Page = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(100).optional(),
});

const iso = (at: number) => new Date(at).toISOString();

/** Whose draft there is, and since when. */
export function draftedBy({ revision, by, at }: Draft): z.infer<typeof Drafted> {
  return { revision, by, at: iso(at) };
}

/** An edition as the API shows it, without its source. */
export function editionView({ id, state, by, at, from, origin, of, note, why }: Edition): z.infer<typeof EditionBody> {
  return {
    id,
    state,
    by,
    at: iso(at),
    from: iso(from),
    origin,
    ...(of === undefined ? {} : { of }),
    ...(note === undefined ? {} : { note }),
    ...(why === undefined ? {} : { why: [...why] }),
  };
}
