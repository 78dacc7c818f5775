import type { Then } from "../call/verb.ts";

/** Where our documents point: absolute URLs. `room` is what a conference plays while one waits in it. */
export type Urls = {
  readonly turn: (then: Then) => string;
  readonly track: (track: string, from: number, to: number) => string;
  readonly recorded: (file: string) => string;
  readonly room: string;
};
