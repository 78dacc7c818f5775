import type { z } from "zod";
import type { Imagining, Waits as WaitsSchema } from "../../../web/api/preview-schemas.ts";
import { ask } from "../../api.ts";

/** The waits that there are to imagine. */
export type Waits = z.infer<typeof WaitsSchema>;
/** What a caller would hear. */
export type Wait = z.infer<typeof Imagining>;
export type Passage = Wait["passages"][number];
export type Spoken = Extract<Passage, { readonly text: string }>;
export type Played = Extract<Passage, { readonly from: number }>;
export type Lint = Wait["lints"][number];
export type Of = Waits["of"];

/** A wait as it is asked for; what is unset is as the business has it now. */
export type Question = {
  readonly queue: string;
  /** The line and the keys on the way in, as `+12125550100 2,1`; empty: straight into the queue. */
  readonly way: string;
  readonly language: string;
  readonly day: string;
  readonly time: string;
  readonly ahead: number;
  readonly reps: number;
  readonly handleMinutes: number;
  readonly keys: readonly { readonly at: number; readonly key: string }[];
};

/** Asks which waits there are in a routing. Throws ApiProblem: of 404 where there is no draft, of 422 where it does not hold. */
export async function readWaits(of: Of | undefined): Promise<Waits> {
  return (await ask("GET", `/api/routing/waits${of === undefined ? "" : `?of=${of}`}`)) as Waits;
}

/** Hears a wait. Throws ApiProblem. */
export async function hear(of: Of, question: Question): Promise<Wait> {
  const { queue, way, language, day, time, ahead, reps, handleMinutes, keys } = question;
  const [line, pressed = ""] = way.split(" ");
  return (await ask("POST", "/api/routing/preview", {
    of,
    queue,
    ...(way === "" ? {} : { way: { line, keys: pressed === "" ? [] : pressed.split(",") } }),
    ...(language === "" ? {} : { language }),
    ...(day === "" && time === ""
      ? {}
      : { clock: { ...(day === "" ? {} : { day }), ...(time === "" ? {} : { time }) } }),
    load: { ahead, reps, handleSeconds: handleMinutes * 60 },
    keys,
  })) as Wait;
}

/** Whether words are spoken in a passage. */
export const isSpoken = (passage: Passage): passage is Spoken => "text" in passage;
/** Whether a sound of ours is played in a passage. */
export const isPlayed = (passage: Passage): passage is Played => "from" in passage;
