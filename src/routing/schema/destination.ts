import { z } from "zod";
import { E164, Id } from "../fields.ts";

/** Where a call goes next. `prompt` and `body` name prompts; `number` is rung from the line that was dialled. */
export const DestinationSchema = z
  .discriminatedUnion("to", [
    z.strictObject({ to: z.literal("queue"), queue: Id }),
    z.strictObject({ to: z.literal("menu"), menu: Id }),
    z.strictObject({ to: z.literal("message"), prompt: Id, next: Id.optional().meta({ description: "a menu" }) }),
    z.strictObject({ to: z.literal("voicemail"), prompt: Id.optional() }),
    z.strictObject({ to: z.literal("number"), number: E164 }),
    z.strictObject({ to: z.literal("text"), prompt: Id, body: Id }),
  ])
  .meta({ id: "Destination" });
