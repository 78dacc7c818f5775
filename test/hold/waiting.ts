import type { Heard } from "../../src/hold/heard.ts";
import { nextProgramme, type Programme } from "../../src/hold/programme.ts";
import type { Wait } from "../../src/hold/wait.ts";
import type { Queue, Routing } from "../../src/routing/routing.ts";
import { at } from "../routing/calendar.ts";
import { modelRouting } from "../routing/model.ts";
import { tracks } from "./tracks.ts";

/** The model's support and sales, with music that can be cut every half minute. */
export const routing: Routing = modelRouting({ "queues.support.music": ["tide"], "queues.sales.music": ["tide"] });

export function queueOf(id: string, of: Routing = routing): Queue {
  const queue = of.queues[id];
  if (!queue) throw new Error(`the model has no queue ${id}`);
  return queue;
}

/** When the waits of these tests begin: a Monday at noon. */
export const noon = at("2026-11-16 12:00");

/** A support caller who is third in line, so many seconds into the wait, and how that differs. */
export function waitAt(seconds: number, differs: Partial<Wait> = {}): Wait {
  return {
    now: noon + seconds * 1_000,
    since: noon,
    leavesAt: undefined,
    answered: 0,
    standing: { place: 3, expectedWait: "unknown" },
    closed: false,
    attended: true,
    promotes: false,
    offers: () => undefined,
    choices: () => ({ callback: "no", quiet: "no", details: "no", reception: "yes" }),
    moreTime: false,
    segment: undefined,
    heardBefore: {},
    finished: true,
    language: "en",
    tracks,
    interludes: [],
    ...differs,
  };
}

/** What comes next in a queue of the model. */
export function programme(heard: Heard, wait: Wait, queue = "support"): Programme {
  return nextProgramme(heard, wait, queueOf(queue), routing);
}

/** A programme as an ear has it: what is said, and the music in seconds of its track. */
export function toEar({ pieces }: Programme): readonly string[] {
  return pieces.map((piece) =>
    "sentence" in piece
      ? piece.sentence.text
      : `${piece.track} ${String(piece.from / 8_000)} to ${String(piece.to / 8_000)}`,
  );
}
