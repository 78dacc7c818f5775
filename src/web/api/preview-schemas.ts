import { z } from "zod";
import { Day, TimeOfDay } from "../../routing/fields.ts";
import { Time } from "../callback-schemas.ts";

const Of = z.enum(["draft", "in-force"]).meta({ description: "unset: the draft where there is one" });
const Key = z.string().regex(/^[\d*#]$/, "a key is one of 0 to 9, * and #");

/** Which routing the ways are asked of. */
export const OfRouting = z.strictObject({ of: Of.optional() });

/** Everything that a wait can be imagined of: queues and the ways into them, languages, and the zone of the clock. */
export const Waits = z.object({
  of: z.enum(["draft", "in-force"]),
  zone: z.string(),
  language: z.string(),
  languages: z.array(z.string()),
  lines: z.array(z.object({ number: z.string(), name: z.string() })),
  queues: z.array(z.object({ id: z.string(), kind: z.enum(["sales", "support"]), name: z.string() })),
  ways: z.array(
    z.object({
      line: z.string(),
      keys: z.array(z.string()),
      queue: z.string(),
      language: z.string().optional().meta({ description: "spoken from here on, where a choice decides it" }),
      segment: z.string().optional(),
    }),
  ),
});

/** A wait to imagine, in the routing that is given, else in the draft, else in the one in force. */
export const Imagine = z.strictObject({
  source: z.unknown().optional(),
  of: Of.optional(),
  queue: z.string(),
  way: z
    .strictObject({ line: z.string(), keys: z.array(Key).max(10) })
    .optional()
    .meta({
      description: "the line that is dialled and the keys pressed in its menus; straight into the queue unless given",
    }),
  language: z.string().optional().meta({ description: "the way's, else the business's own, unless given" }),
  at: Time.optional().meta({ description: "when the wait begins; now unless given" }),
  clock: z
    .strictObject({ day: Day.optional(), time: TimeOfDay.optional() })
    .optional()
    .meta({ description: "when it begins by the clock of the business, in place of `at`; today and now unless given" }),
  minutes: z.number().min(1).max(60).default(20),
  load: z
    .strictObject({
      ahead: z.int().min(0).max(1_000).default(5).meta({ description: "callers ahead" }),
      reps: z.int().min(0).max(1_000).default(2).meta({ description: "reps who are signed in" }),
      handleSeconds: z.number().min(10).max(7_200).default(240).meta({ description: "how long a call takes a rep" }),
    })
    .prefault({}),
  keys: z
    .array(z.strictObject({ at: z.number().min(0).max(3_600), key: Key }))
    .max(20)
    .default([])
    .meta({ description: "keys that are pressed, in seconds of the wait" }),
});

const timed = { at: z.number(), seconds: z.number(), what: z.string() };
const Passage = z.union([
  z.object({
    kind: z.enum(["speech", "announcement"]),
    ...timed,
    text: z.string(),
    keys: z.array(z.string()).optional().meta({ description: "keys that it names" }),
    url: z.string().optional().meta({ description: "where it is recorded" }),
  }),
  z.object({
    kind: z.enum(["music", "interlude"]),
    ...timed,
    from: z.int(),
    to: z.int(),
    url: z.string().meta({ description: "the stretch as it is played on the telephone" }),
  }),
  z.object({ kind: z.literal("key"), ...timed }),
]);
const Stretch = z.object({ at: z.number(), seconds: z.number() });

/** What a caller would hear, in seconds of the wait. */
export const Imagining = z.object({
  of: z.enum(["draft", "in-force", "given"]),
  begins: z.iso.datetime(),
  language: z.string(),
  locale: z.string(),
  seconds: z.number(),
  passages: z.array(Passage),
  answered: z.number().optional().meta({ description: "when a rep would be free for this caller" }),
  left: z.object({ at: z.number(), to: z.string(), queue: z.string().optional() }).optional(),
  shareOfTalk: z.number().meta({ description: "seconds of speech and announcements ÷ seconds of the wait" }),
  figures: z.object({
    talk: z.number(),
    shareOfTalk: z.number(),
    longestTalk: Stretch.optional(),
    longestWithoutTalk: Stretch.optional(),
    firstStanding: z.number().optional().meta({ description: "when place or wait is first said" }),
    repeats: z.int().meta({ description: "sentences that were said before in it" }),
  }),
  lints: z.array(
    z.object({
      rule: z.enum(["repeated", "over-budget", "no-way-out", "never-heard", "long-silence", "music-cut"]),
      at: z.number().optional(),
      path: z.string().meta({ description: "where in the routing it can be mended" }),
      sentence: z.string(),
    }),
  ),
});
