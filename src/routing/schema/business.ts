import { z } from "zod";
import { E164, LanguageCode, Seconds, TimeOfDay, Zone } from "../fields.ts";
import { DestinationSchema } from "./destination.ts";

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

/** What holds for the whole business, unless a queue says otherwise. */
export const BusinessSchema = z.strictObject({
  name: z.string().min(1).max(80),
  zone: Zone,
  languages: z.record(LanguageCode, Language).refine((all) => Object.keys(all).length > 0, "at least one language"),
  language: LanguageCode.meta({ description: "the language a caller hears first" }),
  callerId: E164.meta({ description: "the number reps are rung from; one of the account's" }),
  reception: DestinationSchema.meta({ description: "where 0, silence and wrong keys lead: a person" }),
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
