import { z } from "zod";

/*
 * The routing as far as it can be read at all: what is broken or missing is undefined or empty, and everything keeps
 * its place. The checks across fields read this, so that one wrong digit does not hide the four faults elsewhere.
 */

const text = z.string().optional().catch(undefined);
const number = z.number().optional().catch(undefined);
const truth = z.boolean().optional().catch(undefined);
const texts = z.array(text).catch([]);
const day = z.iso.date().optional().catch(undefined);
const time = z
  .string()
  .regex(/^\d\d:\d\d$/)
  .optional()
  .catch(undefined);
const intervals = z.array(z.tuple([time, time]).catch([undefined, undefined])).catch([]);

/** An object with these fields; anything else is an object with none of them. */
function thing<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.preprocess((value) => (isObject(value) ? value : {}), z.object(shape));
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function list<Item extends z.ZodType>(item: Item) {
  return z.preprocess((value): unknown[] => (Array.isArray(value) ? value : []), z.array(item));
}

function named<Item extends z.ZodType>(item: Item) {
  return z.preprocess((value) => (isObject(value) ? value : {}), z.record(z.string(), item));
}

const to = z.enum(["queue", "menu", "message", "voicemail", "number", "text", "callback"]).optional().catch(undefined);
const destination = thing({ to, queue: text, menu: text, prompt: text, next: text, number: text, body: text });
const reached = thing({ to: destination });
const option = thing({
  key: text,
  says: named(texts),
  about: text,
  segment: text,
  language: text,
  to: destination,
});

export const LooseRouting = thing({
  business: thing({
    languages: named(z.unknown()),
    name: text,
    language: text,
    callerId: text,
    outbound: thing({ daytime: z.tuple([time, time]).catch([undefined, undefined]) }),
    reception: destination,
    fallbackNumber: text,
  }),
  lines: list(thing({ number: text, name: text, opensWith: destination })),
  menus: named(thing({ prompt: text, options: list(option), fallback: destination })),
  queues: named(
    thing({
      kind: text,
      name: text,
      hours: text,
      music: texts,
      opening: text,
      announcements: texts,
      speech: thing({ seconds: number }),
      overflow: thing({
        after: thing({ seconds: number, to: destination }),
        whenFull: reached,
        whenNobody: reached,
        whenClosed: reached,
      }),
      callbacks: thing({ place: truth, booked: truth, offerAfter: number }),
      ring: thing({ pool: list(thing({ after: number, skills: texts })) }),
    }),
  ),
  hours: named(
    thing({
      weekly: named(intervals),
      holidays: list(thing({ date: day })),
      exceptions: list(thing({ date: day, open: intervals })),
    }),
  ),
  reps: named(thing({ address: text, skills: texts, languages: texts, hours: text })),
  announcements: named(thing({ prompt: text, details: text, segments: texts, from: day, until: day })),
  prompts: named(
    named(
      z
        .union([z.string(), z.object({ words: z.string(), file: z.string().optional() })])
        .optional()
        .catch(undefined),
    ),
  ),
});

export type LooseRouting = z.infer<typeof LooseRouting>;
/** The languages of the business, those with a good name. */
export function languagesOf({ business }: LooseRouting): readonly string[] {
  return Object.keys(business.languages).filter((language) => /^[a-z]{2,3}$/.test(language));
}

export type LooseDestination = LooseRouting["business"]["reception"];
