import { z } from "zod";
import { Id, Seconds } from "../fields.ts";
import { DestinationSchema } from "./destination.ts";

const Overflow = z.strictObject({
  after: z.strictObject({ seconds: Seconds(30, 14_400), to: DestinationSchema }).optional(),
  whenFull: z.strictObject({ size: z.int().min(1).max(5_000), to: DestinationSchema }).optional(),
  whenNobody: z.strictObject({ to: DestinationSchema }).optional(),
  whenClosed: z.strictObject({ to: DestinationSchema }).optional(),
});

const Ring = z.strictObject({
  strategy: z.enum(["longest-idle"]).default("longest-idle"),
  seconds: Seconds(5, 60).default(20),
  preferFor: Seconds(0, 300).default(20).meta({ description: "the rep who knows the case is waited for this long" }),
  pool: z
    .array(z.strictObject({ after: Seconds(0, 3_600), skills: z.array(Id).min(1) }))
    .min(1)
    .meta({ description: "who may be rung: reps with any of these skills, wider as the wait grows" }),
});

/** How much is said in a wait where a queue does not say otherwise, by its kind. */
export const usualSpeech = { support: { seconds: 20, within: 300 }, sales: { seconds: 75, within: 300 } } as const;

const Speech = z.strictObject({
  seconds: Seconds(0, 300).meta({ description: "at most this much speech" }),
  within: Seconds(60, 3_600).meta({ description: "in any stretch this long" }),
});

/** Return calls of one queue. */
const Callbacks = z.strictObject({
  place: z.boolean().default(true).meta({ description: "hang up and keep the place" }),
  booked: z.boolean().default(true).meta({ description: "choose a time" }),
  offerAfter: Seconds(0, 14_400)
    .default(300)
    .meta({ description: "offered unasked when the expected wait is this long" }),
  first: z.enum(["rep", "customer"]).default("rep").meta({ description: "who is rung first" }),
  attempts: z.int().min(1).max(10).default(3),
  gap: Seconds(60, 86_400).default(900).meta({ description: "between two tries" }),
  ringFor: Seconds(10, 60).default(25),
  expireAfter: Seconds(3_600, 2_592_000).default(259_200),
  window: Seconds(300, 7_200).default(900).meta({ description: "how exactly a booked time is said" }),
  daysOut: z.int().min(0).max(30).default(5),
  share: z.number().min(0.05).max(1).default(0.3).meta({ description: "of what the reps can do, for booked calls" }),
  texts: z.boolean().default(true),
});

/** Some time after a case is closed the caller is asked whether it was solved. */
const FollowUp = z.strictObject({
  after: Seconds(60, 1_209_600).default(86_400),
  by: z.enum(["text", "call"]).default("text"),
});

const queueOfAnyKind = {
  name: Id.meta({ description: "a prompt: the queue's name, as it is spoken" }),
  hours: Id.optional(),
  music: z.array(Id).min(1),
  opening: Id.optional(),
  weight: z
    .number()
    .min(0.1)
    .max(10)
    .default(1)
    .meta({ description: "a second waited here counts this much against other queues" }),
  overflow: Overflow.default({}),
  target: z
    .strictObject({ within: Seconds(1, 3_600), share: z.number().min(0).max(1) })
    .default({ within: 60, share: 0.8 }),
  ring: Ring,
  callbacks: Callbacks.prefault({}),
  followUp: FollowUp.optional(),
};
/** A support queue. Its type has no place for an announcement: that is what keeps rule one. */
const SupportQueue = z.strictObject({
  kind: z.literal("support"),
  ...queueOfAnyKind,
  speech: Speech.default(usualSpeech.support),
});
/** A sales queue: the one place where product announcements can be named. */
const SalesQueue = z.strictObject({
  kind: z.literal("sales"),
  ...queueOfAnyKind,
  speech: Speech.default(usualSpeech.sales),
  announcements: z.array(Id).default([]),
  framed: z.boolean().default(true).meta({
    description: "each announcement has a short ident before it and a bed of music after it, where there are any",
  }),
});
/** A queue of either kind: who is rung, what is heard in the wait, and what can be done instead of waiting. */
export const QueueSchema = z.discriminatedUnion("kind", [SupportQueue, SalesQueue]);
