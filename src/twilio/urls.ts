import type { LegId, Then } from "../call/verb.ts";

/** Where our documents point: absolute URLs. `room` is what a conference plays while one waits in it. */
export type Urls = {
  readonly turn: (then: Then) => string;
  readonly track: (track: string, from: number, to: number) => string;
  readonly recorded: (file: string) => string;
  /** Where what was said in a call is heard, by its address at Twilio; `undefined`: it is no such address. */
  readonly said: (address: string) => string | undefined;
  readonly room: string;
  /** Where it is told that somebody is in a room. */
  readonly inRoom: string;
};

/** The URLs of one call: those of its documents, and where the status of a leg that we ring, and who answers it, are told. */
export type CallUrls = Urls & {
  readonly leg: (leg: LegId) => string;
  readonly identified: (leg: LegId) => string;
};
