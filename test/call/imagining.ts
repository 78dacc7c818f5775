import type { Imagined } from "../../src/call/imagined.ts";
import { interludes, tracks } from "../hold/tracks.ts";
import { arrived } from "./calls.ts";

/** A wait for support on a Monday morning with six ahead and two reps, but for what differs. */
export function imagined(differs: Partial<Imagined> = {}): Imagined {
  return {
    queue: "support",
    language: "en",
    at: arrived,
    seconds: 20 * 60,
    load: { ahead: 6, reps: 2, handleSeconds: 240 },
    keys: [],
    tracks,
    interludes,
    ...differs,
  };
}
