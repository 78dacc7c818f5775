import { z } from "zod";
import type { Heard as HeardThere } from "../exchange/ear.ts";

const kinds = [
  "say",
  "play",
  "pause",
  "beep",
  "ringing",
  "silence",
  "person",
  "words",
  "default-music",
  "tones",
] as const satisfies readonly HeardThere["kind"][];

const Heard = z.object({
  at: z.number(),
  kind: z.enum(kinds),
  text: z.string().optional(),
  language: z.string().optional(),
  url: z.string().optional(),
  with: z.array(z.string()).optional(),
});

const Call = z.object({
  sid: z.string(),
  direction: z.enum(["inbound", "outbound"]),
  from: z.string(),
  to: z.string(),
  state: z.enum(["ringing", "in-progress", "ended"]),
  startedAt: z.number(),
  endedAt: z.number().optional(),
  endedBecause: z.string().optional(),
  hearing: Heard.optional(),
});

const Text = z.object({ from: z.string(), body: z.string(), at: z.number() });
const State = z.object({ calls: z.array(Call), texts: z.array(Text) });

const Event = z.discriminatedUnion("event", [
  z.object({ event: z.literal("state"), data: State }),
  z.object({ event: z.enum(["ringing", "dialled", "answered", "ended"]), data: Call }),
  z.object({ event: z.literal("heard"), data: Heard.extend({ sid: z.string() }) }),
  z.object({ event: z.literal("text"), data: Text }),
]);

/** One thing that the exchange tells of a telephone. Instants are milliseconds since 1970. */
export type PhoneEvent = z.infer<typeof Event>;
/** A call as the telephone that is in it has it; `outbound` was rung by the exchange. */
export type Call = z.infer<typeof Call>;
export type Heard = z.infer<typeof Heard>;
export type Text = z.infer<typeof Text>;

/** Reads what an action is answered with: the call that it was done to, where it was one. */
export function readCall(answer: unknown): Call | undefined {
  return Call.safeParse(answer).data;
}

/** Reads one block of server-sent events; `undefined`: it is nothing that a telephone knows. */
export function readEvent(block: string): PhoneEvent | undefined {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(block)?.[1];
  const data = field("data");
  if (data === undefined) return undefined;
  return readTold({ event: field("event"), data: parseJson(data) });
}

/** Reads one thing that was told, already taken apart; `undefined`: it is nothing that a telephone knows. */
export function readTold(told: unknown): PhoneEvent | undefined {
  return Event.safeParse(told).data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
