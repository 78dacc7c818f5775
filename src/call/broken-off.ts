import { unlessCut } from "../hold/heard.ts";
import { stopped } from "../hold/music.ts";
import type { Instant } from "../routing/routing.ts";
import type { Call } from "./call.ts";
import type { InLine } from "./waiting.ts";
import { begunBy } from "./played.ts";

type Waits = Call & { readonly line: InLine };

/** The call as what it is played breaks off now, for an answer: what had not begun was not heard, and was not played. */
export function brokenOff<C extends Waits>(call: C, now: Instant): C {
  const { line, played } = call;
  return { ...call, line: { ...line, heard: unlessCut(line.heard, false, now) }, played: begunBy(now, played) };
}

/** The same as it breaks off for something else than waiting: the music will go on from here, however much later. */
export function hushed<C extends Waits>(call: C, now: Instant): C {
  const silent = brokenOff(call, now);
  const { line } = silent;
  const { music } = line.heard;
  return music ? { ...silent, line: { ...line, heard: { ...line.heard, music: stopped(music, now) } } } : silent;
}
