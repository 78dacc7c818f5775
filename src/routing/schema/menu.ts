import { z } from "zod";
import { Id, Key, LanguageCode, Seconds } from "../fields.ts";
import { ChoiceSchema, DestinationSchema } from "./destination.ts";

const Option = z.strictObject({
  key: Key,
  says: z.record(LanguageCode, z.array(z.string().min(1).max(100)).min(1).max(50)).default({}),
  about: Id.optional().meta({ description: "a prompt: what the call is about, whispered to the rep" }),
  segment: Id.optional().meta({ description: "chooses the product announcements" }),
  language: LanguageCode.optional().meta({ description: "the language from here on" }),
  to: ChoiceSchema,
});

/** What the caller is asked, and what each key or word leads to. */
export const MenuSchema = z.strictObject({
  prompt: Id,
  options: z.array(Option).min(1).max(9),
  tries: z.int().min(1).max(5).default(3),
  answerWithin: Seconds(2, 30).default(6),
  fallback: DestinationSchema.optional().meta({ description: "after the last try; reception where unset" }),
});
