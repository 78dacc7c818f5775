import { z } from "zod";
import { Address, Day, E164, Id, LanguageCode, TimeOfDay } from "./fields.ts";
import { BusinessSchema } from "./schema/business.ts";
import { DestinationSchema } from "./schema/destination.ts";
import { MenuSchema } from "./schema/menu.ts";
import { QueueSchema } from "./schema/queue.ts";

/**
 * The routing config: everything an admin decides. One schema from which the types, the checks at start,
 * and the JSON schema beside `config/routing.json` all come.
 */

const Line = z.strictObject({ number: E164, name: z.string().min(1).max(80), opensWith: DestinationSchema });

const Interval = z.tuple([TimeOfDay, TimeOfDay]);
const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
const Hours = z.strictObject({
  weekly: z.partialRecord(z.enum(weekdays), z.array(Interval).max(6)),
  holidays: z.array(z.strictObject({ date: Day, name: z.string().min(1).max(80) })).default([]),
  exceptions: z
    .array(z.strictObject({ date: Day, open: z.array(Interval).max(6), name: z.string().max(80).optional() }))
    .default([]),
});

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

/** A sentence as an ICU message, or a recorded file, uploaded or laid into `audio/recorded/`, with the words that it says. */
const Prompt = z.union([
  z.string().min(1).max(3_000),
  z.strictObject({
    file: z.string().regex(/^[\w-]+\.wav$/, "a recorded prompt is the name of a .wav file, without a path"),
    words: z.string().min(1).max(3_000),
  }),
]);

/** The routing config as a schema; `readRouting` in check.ts adds what one field cannot know of another. */
export const RoutingSchema = z
  .strictObject({
    $schema: z.string().optional(),
    business: BusinessSchema,
    lines: z.array(Line).min(1),
    menus: z.record(Id, MenuSchema).default({}),
    queues: z.record(Id, QueueSchema),
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
/** Anywhere that a call can be led to. */
export type Destination = MenuOption["to"];
export type Prompt = Routing["prompts"][string][string];
export type QueueId = string;
export type MenuId = string;
export type RepId = string;
export type AnnouncementId = string;
export type PromptId = string;
export type LanguageCode = string;
/** Milliseconds since 1970, UTC. */
export type Instant = number;
