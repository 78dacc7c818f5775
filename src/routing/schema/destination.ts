import { z } from "zod";
import { E164, Id } from "../fields.ts";

const destinations = [
  z.strictObject({ to: z.literal("queue"), queue: Id }),
  z.strictObject({ to: z.literal("menu"), menu: Id }),
  z.strictObject({ to: z.literal("message"), prompt: Id, next: Id.optional().meta({ description: "a menu" }) }),
  z.strictObject({ to: z.literal("voicemail"), prompt: Id.optional() }),
  z.strictObject({ to: z.literal("number"), number: E164 }),
  z.strictObject({ to: z.literal("text"), prompt: Id, body: Id }),
] as const;

/** Where a call goes next. `prompt` and `body` name prompts; `number` is rung from the line that was dialled. */
export const DestinationSchema = z.discriminatedUnion("to", destinations).meta({ id: "Destination" });

/** Where a menu's option leads: to any destination, or straight to a return call of a queue. */
export const ChoiceSchema = z
  .discriminatedUnion("to", [...destinations, z.strictObject({ to: z.literal("callback"), queue: Id })])
  .meta({ id: "Choice" });
