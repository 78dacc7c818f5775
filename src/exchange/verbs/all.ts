import type { RunVerb } from "../plant.ts";
import { hangup, leave, redirect, reject } from "./control.ts";
import { dial } from "./dial.ts";
import { enqueue } from "./enqueue.ts";
import { gather } from "./gather.ts";
import { record } from "./record.ts";
import { pause, play, say } from "./speak.ts";

/** What each verb does. */
export const verbs: Readonly<Record<string, RunVerb>> = {
  Say: say,
  Play: play,
  Pause: pause,
  Gather: gather,
  Redirect: redirect,
  Enqueue: enqueue,
  Leave: leave,
  Dial: dial,
  Record: record,
  Reject: reject,
  Hangup: hangup,
};
