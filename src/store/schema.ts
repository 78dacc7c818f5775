import { z } from "zod";
import type { Difference } from "./difference.ts";
import type { Kind, Kinds } from "./records.ts";

/** The version of the file format. Raise it when a file of before can no longer be read as it is. */
export const format = 2;

const name = z.string().min(1);
const instant = z.number();

/**
 * What every record of a kind must have to be one. The rest is taken as we wrote it: a value is looked at, never taken from
 * the shape, so that the shapes need not carry the rest along.
 */
const shapes: Readonly<Record<Kind, z.ZodType>> = {
  call: z.object({
    call: z.object({ sid: name, at: name, from: z.string(), to: z.string(), arrivedAt: instant }),
    answers: z.object({}),
  }),
  rep: z.object({ rep: name, state: name, since: instant, missed: z.number() }),
  caller: z.object({ number: name, announcements: z.record(z.string(), instant), forgetAt: instant }),
  queue: z.object({ queue: name, handled: z.array(z.number()) }),
  review: z.object({ id: name, call: name, at: instant }),
  callback: z.object({
    id: name,
    code: name,
    to: name,
    given: z.array(z.object({ givenAt: instant })).min(1),
    state: z.object({ at: name }),
  }),
  conversation: z.object({
    number: name,
    heard: z.array(z.object({ sid: name, answer: z.string() })),
    forgetAt: instant,
  }),
  resolution: z.object({ id: name, number: name, queue: name, spoken: z.array(z.object({ at: instant })).min(1) }),
  switch: z.object({ id: name, off: z.boolean(), at: instant }),
  gate: z.object({
    gate: name,
    tried: z.array(z.object({ who: z.string(), at: instant })),
    known: z.array(z.string()),
  }),
  routing: z.object({ version: name, source: z.unknown() }),
  user: z.object({ id: name, name, email: name, role: z.enum(["viewer", "rep", "lead", "admin"]), madeAt: instant }),
  session: z.object({ id: name, user: name, usedAt: instant, endsAt: instant, forgetAt: instant }),
  link: z.object({ id: name, user: name, what: name, forgetAt: instant }),
  token: z.object({ id: name, name, scopes: z.array(name), madeBy: name, madeAt: instant }),
  audit: z.object({ id: name, at: instant, by: z.object({ id: name, name }), from: z.string(), what: name }),
  edition: z.object({ id: name, version: name, source: z.unknown(), at: instant, from: instant, state: name }),
  draft: z.object({ id: name, source: z.unknown(), base: name, revision: z.number() }),
  recording: z.object({ id: name, call: name, at: instant }),
  retention: z.object({ id: name, revision: z.number() }),
};

const kind = z.enum([
  "call",
  "rep",
  "caller",
  "queue",
  "review",
  "callback",
  "conversation",
  "resolution",
  "switch",
  "gate",
  "routing",
  "user",
  "session",
  "link",
  "token",
  "audit",
  "edition",
  "draft",
  "recording",
  "retention",
]) satisfies z.ZodType<Kind>;

/** The line that a file of ours opens with. `lines`: how many follow, where that was known. */
export const headerShape = z.looseObject({
  holdfast: z.enum(["snapshot", "journal"]),
  format: z.number(),
  generation: z.number(),
});
export const snapshotHeaderShape = headerShape.extend({
  lines: z.number(),
  run: z.number(),
  takenAt: instant,
  /** How many bytes of each archive file count. */
  archived: z.record(z.string(), z.number()),
});

const decided = z.object({
  kind,
  id: z.string(),
  put: z.unknown().optional(),
  /** Whether it is one is found out by making it: what it leads to must be a record. */
  changed: z.custom<Difference>((value) => typeof value === "object" && value !== null).optional(),
  close: z.unknown().optional(),
  forget: z.literal(true).optional(),
  effects: z
    .array(
      z.object({
        id: name,
        lane: z.string(),
        effect: z.object({ do: name }),
        dueAt: instant,
        claims: z.number(),
        leasedUntil: instant.optional(),
      }),
    )
    .optional(),
});

/** One line of a journal, or of a snapshot, which is the shortest journal that leads to the same document. */
export const changeShape = z.discriminatedUnion("change", [
  decided.extend({ change: z.literal("decided"), at: instant, also: z.array(decided).optional() }),
  z.object({ change: z.literal("claimed"), ids: z.array(name), until: instant }),
  z.object({
    change: z.literal("settled"),
    id: name,
    settled: z.discriminatedUnion("outcome", [
      z.object({ outcome: z.literal("done") }),
      z.object({ outcome: z.literal("retry"), at: instant }),
      z.object({ outcome: z.literal("gave-up"), why: z.string() }),
    ]),
  }),
  z.object({ change: z.literal("opened"), at: instant, run: z.number() }),
]);

/** What is wrong with a value as a change, naming the record; `undefined`: it can be read. */
export function faultInChange(value: unknown): string | undefined {
  const { data: change, error } = changeShape.safeParse(value);
  if (error) return `the change is not one (${faultIn(error)})`;
  if (change.change !== "decided") return undefined;
  for (const { kind: of, id, put, close } of [change, ...(change.also ?? [])])
    for (const record of [put, close]) {
      const fault = record === undefined ? undefined : faultInRecord(of, id, record);
      if (fault !== undefined) return fault;
    }
  return undefined;
}

/** What is wrong with a value as a record, naming it; `undefined`: it can be read. */
export function faultInRecord(of: Kind, id: string, value: unknown): string | undefined {
  const fault = faultOf(shapes[of], value);
  return fault === undefined ? undefined : `the ${of} "${id}" is not one (${fault})`;
}

/** The first fault of a value, as "path: what is wrong"; `undefined`: it has the shape. */
export function faultOf(shape: z.ZodType, value: unknown): string | undefined {
  const { error } = shape.safeParse(value);
  return error && faultIn(error);
}

function faultIn({ issues: [issue] }: z.ZodError): string {
  return issue ? `${issue.path.join(".") || "the whole"}: ${issue.message}` : "unknown";
}

/** The value as a record of its kind. Throws an error with the first fault when it lacks what makes it one. */
export function recordOf<K extends Kind>(of: K, value: unknown): Kinds[K] {
  const fault = faultOf(shapes[of], value);
  if (fault !== undefined) throw new Error(fault);
  // We wrote the value ourselves and its checksum holds; the shape tells whether this version means the same by it.
  return value as Kinds[K];
}
