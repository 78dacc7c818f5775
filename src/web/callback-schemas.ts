import { z } from "zod";
import { E164, Id, LanguageCode } from "../routing/fields.ts";
import { Problem } from "./problem.ts";

/** An instant as people and programs write it, `2026-11-23T15:00:00-05:00`; within, milliseconds. */
export const Time = z.iso
  .datetime({ offset: true, error: "a time is written in ISO 8601 with its offset, such as 2026-11-23T15:00:00-05:00" })
  .transform((text) => Date.parse(text));

const Words = z.string().trim().min(1).max(500);

const asked = {
  number: z.string().min(1).max(40).meta({ description: "as it is dialled from the line, or in E.164" }),
  line: E164.optional().meta({ description: "the line it is rung from; the first one unless given" }),
  queue: Id,
  language: LanguageCode.optional(),
  confirmed: z
    .boolean()
    .default(false)
    .meta({ description: "whoever asks is known to be at that number; otherwise whoever answers presses 1 first" }),
  note: Words.optional().meta({ description: "what for" }),
};

/** A return call as it is asked for. */
export const NewCallbackBody = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("place"), ...asked }),
  z.strictObject({ kind: z.literal("booked"), ...asked, from: Time }),
  z.strictObject({ kind: z.literal("promised"), ...asked, by: Time, rep: Id }),
]);

/** Another time: the beginning of a free window, or by when the rep calls. */
export const MoveBody = z.union([z.strictObject({ from: Time }), z.strictObject({ by: Time })], {
  error: "give one time: `from` for a window, or `by` for a rep's word",
});

const At = z.iso.datetime();
const Owed = z.object({ from: At.optional(), by: At.optional() });

/** A return call as the API shows it. */
export const CallbackBody = z.looseObject({
  id: z.string(),
  code: z.string().meta({ description: "the receipt: six digits" }),
  kind: z.enum(["place", "booked", "promised"]),
  queue: z.string(),
  language: z.string(),
  number: z.string(),
  line: z.string(),
  rep: z.string().optional(),
  state: z.looseObject({ at: z.string() }),
  late: z.boolean(),
  owed: Owed.meta({ description: "the time that was said last" }),
  heldBack: z.string().optional().meta({ description: "why one that is due is not dialled now" }),
  made: z.looseObject({ at: At, by: z.looseObject({ who: z.string() }) }),
  joinedAt: At,
  confirm: z.boolean(),
  promises: z.array(Owed.extend({ givenAt: At, ended: z.looseObject({ how: z.string(), at: At }).optional() }).loose()),
  tries: z.array(z.looseObject({ at: At, came: z.string() })),
});

/** What the customer is told of how it stands. */
export const NewsBody = z.strictObject({ text: Words, rep: Id.optional() });

const Limit = z.coerce.number().int().min(1).max(200).default(50);
const states = ["promised", "due", "ringing", "live", "talking", "missed"] as const;

/** Which return calls are listed: open ones, or with `month` those that were closed in that month of UTC. */
export const ListQuery = z.strictObject({
  rep: Id.optional(),
  queue: Id.optional(),
  kind: z.enum(["place", "booked", "promised"]).optional(),
  state: z.enum(states).optional(),
  late: z.stringbool().optional(),
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, "a month is written YYYY-MM")
    .optional(),
  find: z
    .string()
    .trim()
    .max(40)
    .optional()
    .meta({ description: "only those with this in their number or their code; spaces and dashes do not count" }),
  limit: Limit,
  cursor: z.string().max(200).optional(),
  format: z.enum(["json", "csv"]).default("json").meta({ description: "csv: all of them, as a sheet" }),
});
export type ListQuery = z.infer<typeof ListQuery>;

/** Which free windows are named. */
export const SlotsQuery = z.strictObject({
  queue: Id,
  number: z.string().min(1).max(40),
  line: E164.optional(),
  after: Time.optional(),
  most: z.coerce.number().int().min(1).max(50).default(10),
});

/** The value, or a problem that names every field that does not hold. */
export function parsed<T>(schema: z.ZodType<T>, value: unknown): T {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const errors = read.error.issues.map(({ path, message }) => ({ path: path.join("."), sentence: message }));
  throw new Problem(400, "Mend what is named in errors.", { errors });
}
