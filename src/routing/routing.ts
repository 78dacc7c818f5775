import { z } from "zod";
import { Address, Day, E164, Id, Key, LanguageCode, Seconds, TimeOfDay, Zone } from "./fields.ts";

/**
 * The routing config: everything an admin decides. One schema from which the types, the checks at start,
 * and the JSON schema beside `config/routing.json` all come.
 */

/** Where a call goes next. `prompt` and `body` name prompts; `number` is rung from the line that was dialled. */
const Destination = z
  .discriminatedUnion("to", [
    z.strictObject({ to: z.literal("queue"), queue: Id }),
    z.strictObject({ to: z.literal("menu"), menu: Id }),
    z.strictObject({ to: z.literal("message"), prompt: Id, next: Id.optional().meta({ description: "a menu" }) }),
    z.strictObject({ to: z.literal("voicemail"), prompt: Id.optional() }),
    z.strictObject({ to: z.literal("number"), number: E164 }),
    z.strictObject({ to: z.literal("text"), prompt: Id, body: Id }),
  ])
  .meta({ id: "Destination" });

const Language = z.strictObject({
  locale: z
    .string()
    .regex(/^[a-z]{2,3}-[A-Z]{2}$/, "a locale is a BCP 47 tag such as en-US")
    .meta({ description: "BCP 47" }),
  voice: z.string().min(1).max(80).meta({ description: "a voice that Twilio's <Say> knows, in this language" }),
});

/** What may be rung, by whom it costs: numbers are judged by country and kind, never by a prefix alone. */
const Outbound = z.strictObject({
  daytime: z
    .tuple([TimeOfDay, TimeOfDay])
    .default(["09:00", "20:00"])
    .meta({ description: "in the customer's own zone" }),
  countries: z
    .array(z.string().regex(/^[A-Z]{2}$/, "a country is its two letter code, such as US"))
    .default([])
    .meta({ description: "which are rung back; empty: those of the business's own lines" }),
  kinds: z
    .array(z.enum(["mobile", "fixed", "voip", "toll-free"]))
    .min(1)
    .default(["mobile", "fixed", "voip"])
    .meta({ description: "never premium, shared-cost, satellite or short numbers" }),
  perNumberADay: z.int().min(1).max(50).default(4),
  perPrefixADay: z
    .int()
    .min(1)
    .max(10_000)
    .default(40)
    .meta({ description: "to numbers alike but for the last three digits" }),
  perQueueADay: z.int().min(1).max(100_000).default(500),
  minutesADay: z
    .int()
    .min(1)
    .max(1_000_000)
    .default(6_000)
    .meta({ description: "of calls that we place to customers" }),
  timeLimit: Seconds(60, 14_400).default(14_400),
});

/** A reminder of a promise before its time; with `rings` Holdfast begins to ring for it. */
const Rung = z.strictObject({
  before: Seconds(60, 86_400),
  tell: z.array(z.enum(["owner", "backup", "lead"])).min(1),
  rings: z.boolean().default(false),
});

const Business = z.strictObject({
  name: z.string().min(1).max(80),
  zone: Zone,
  languages: z.record(LanguageCode, Language).refine((all) => Object.keys(all).length > 0, "at least one language"),
  language: LanguageCode.meta({ description: "the language a caller hears first" }),
  callerId: E164.meta({ description: "the number reps are rung from; one of the account's" }),
  reception: Destination.meta({ description: "where 0, silence and wrong keys lead: a person" }),
  email: z.email().optional().meta({ description: "where mail goes about voicemails and abusive calls" }),
  fallbackNumber: E164.optional().meta({ description: "rung when Holdfast itself has failed" }),
  missedRings: z.int().min(1).max(10).default(2),
  overtakeCap: z.int().min(0).max(20).default(3),
  repeatAfterDays: z.int().min(0).max(365).default(14),
  wrapUpWithin: Seconds(15, 600).default(60),
  resumeWithin: Seconds(0, 7_200)
    .default(900)
    .meta({ description: "a dropped caller who rings back within this has the old place; 0: never" }),
  resolvedWithinDays: z.int().min(0).max(90).default(7),
  owedPerHalfHour: z
    .int()
    .min(1)
    .max(20)
    .default(3)
    .meta({ description: "promises that one rep can keep in half an hour" }),
  nextNewsAfter: Seconds(900, 86_400)
    .default(3_600)
    .meta({ description: "where there is no news at the promised time, the next is promised for so much later" }),
  ladder: z
    .array(Rung)
    .max(6)
    .default([
      { before: 1_800, tell: ["owner"], rings: false },
      { before: 600, tell: ["owner", "backup"], rings: true },
      { before: 300, tell: ["lead"], rings: true },
    ])
    .meta({ description: "what happens before a rep's promise falls due" }),
  outbound: Outbound.prefault({}),
});

const Line = z.strictObject({ number: E164, name: z.string().min(1).max(80), opensWith: Destination });

const Option = z.strictObject({
  key: Key,
  says: z.record(LanguageCode, z.array(z.string().min(1).max(100)).min(1).max(50)).default({}),
  about: Id.optional().meta({ description: "a prompt: what the call is about, whispered to the rep" }),
  segment: Id.optional().meta({ description: "chooses the product announcements" }),
  language: LanguageCode.optional().meta({ description: "the language from here on" }),
  to: Destination,
});

const Menu = z.strictObject({
  prompt: Id,
  options: z.array(Option).min(1).max(9),
  tries: z.int().min(1).max(5).default(3),
  answerWithin: Seconds(2, 30).default(6),
  fallback: Destination.optional().meta({ description: "after the last try; reception where unset" }),
});

const Interval = z.tuple([TimeOfDay, TimeOfDay]);
const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
const Hours = z.strictObject({
  weekly: z.partialRecord(z.enum(weekdays), z.array(Interval).max(6)),
  holidays: z.array(z.strictObject({ date: Day, name: z.string().min(1).max(80) })).default([]),
  exceptions: z
    .array(z.strictObject({ date: Day, open: z.array(Interval).max(6), name: z.string().max(80).optional() }))
    .default([]),
});

const Overflow = z.strictObject({
  after: z.strictObject({ seconds: Seconds(30, 14_400), to: Destination }).optional(),
  whenFull: z.strictObject({ size: z.int().min(1).max(5_000), to: Destination }).optional(),
  whenNobody: z.strictObject({ to: Destination }).optional(),
  whenClosed: z.strictObject({ to: Destination }).optional(),
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
  speech: Speech.default({ seconds: 20, within: 300 }),
});
/** A sales queue: the one place where product announcements can be named. */
const SalesQueue = z.strictObject({
  kind: z.literal("sales"),
  ...queueOfAnyKind,
  speech: Speech.default({ seconds: 75, within: 300 }),
  announcements: z.array(Id).default([]),
  framed: z.boolean().default(true).meta({
    description: "each announcement has a short ident before it and a bed of music after it, where there are any",
  }),
});
const Queue = z.discriminatedUnion("kind", [SupportQueue, SalesQueue]);

const Announcement = z.strictObject({
  prompt: Id,
  details: Id.optional().meta({ description: "a prompt: the text message that key 5 sends" }),
  segments: z.array(Id).default([]).meta({ description: "who it is for; empty is everybody" }),
  from: Day.optional(),
  until: Day.optional().meta({ description: "the last day it is heard" }),
});

const Rep = z.strictObject({
  name: z.string().min(1).max(60),
  address: Address,
  skills: z.array(Id).min(1),
  languages: z.array(LanguageCode).min(1),
  lead: z.boolean().default(false),
  hours: Id.optional().meta({ description: "when the rep works; unset: whenever the queue is open" }),
  email: z.email().optional().meta({ description: "for reminders, where mail is set up" }),
});

/** A sentence as an ICU message, or a recorded file under `audio/recorded/` with the words that it says. */
const Prompt = z.union([
  z.string().min(1).max(3_000),
  z.strictObject({
    file: z.string().regex(/^[\w-]+\.wav$/, "a recorded prompt is a .wav file in audio/recorded, named without a path"),
    words: z.string().min(1).max(3_000),
  }),
]);

/** The routing config as a schema; `readRouting` in check.ts adds what one field cannot know of another. */
export const RoutingSchema = z
  .strictObject({
    $schema: z.string().optional(),
    business: Business,
    lines: z.array(Line).min(1),
    menus: z.record(Id, Menu).default({}),
    queues: z.record(Id, Queue),
    hours: z.record(Id, Hours).default({}),
    reps: z.record(Id, Rep).default({}),
    announcements: z.record(Id, Announcement).default({}),
    prompts: z.record(LanguageCode, z.record(Id, Prompt)),
  })
  .meta({ title: "Holdfast routing" });

type DeepReadonly<T> = T extends readonly (infer Item)[]
  ? number extends T["length"]
    ? readonly DeepReadonly<Item>[]
    : { readonly [K in keyof T]: DeepReadonly<T[K]> }
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T;

/** The routing in force, parsed and checked. `version` is the hash of its source: a call keeps the one it began with. */
export type Routing = DeepReadonly<z.infer<typeof RoutingSchema>> & { readonly version: string };
export type Queue = Routing["queues"][string];
export type Menu = Routing["menus"][string];
export type MenuOption = Menu["options"][number];
export type Rep = Routing["reps"][string];
export type Hours = Routing["hours"][string];
export type Announcement = Routing["announcements"][string];
export type Destination = Routing["business"]["reception"];
export type Prompt = Routing["prompts"][string][string];
export type QueueId = string;
export type MenuId = string;
export type RepId = string;
export type AnnouncementId = string;
export type PromptId = string;
export type LanguageCode = string;
/** Milliseconds since 1970, UTC. */
export type Instant = number;
