import { listen } from "../leg.ts";
import { notify } from "../perform.ts";
import type { RunVerb, Stage } from "../plant.ts";
import { closeRecording, openRecording, recordingUrl } from "../recording.ts";
import { nothing, openSlot, type Scope } from "../scope.ts";
import type { Verb } from "../twiml/read.ts";
import { request } from "./control.ts";
import { lasting, sayingTakes } from "./speak.ts";

/** How long the beep before a recording lasts, in milliseconds. */
const beepTakes = 400;

/**
 * `<Record>`: records what the telephone says after the beep, until a key, a silence, the most that may be recorded, or
 * hanging up. The action is always asked; after hanging up it is only told, with `Digits=hangup`.
 */
export const record: RunVerb = async (stage, verb, document) => {
  const { plant, leg } = stage;
  if (verb.attributes["playBeep"] !== "false") await lasting(stage, leg.ear.hear({ kind: "beep" }), beepTakes);
  const recording = openRecording(plant, { callSid: leg.sid, source: "RecordVerb", channels: 1 });
  const scope = stage.scope.child();
  const tape = recordTape(stage, verb, scope);
  const finish = (digits: string) => {
    const { words, duration } = tape.soFar();
    closeRecording(stage, verb, document, recording, { words, duration });
    const params = {
      RecordingUrl: recordingUrl(plant, recording.sid),
      RecordingSid: recording.sid,
      RecordingDuration: String(duration),
      // Empty where no key ended it: what Twilio sends for a silence is not documented, and it sends keys empty elsewhere.
      Digits: digits,
    };
    return request(document, verb, "record-action", { url: verb.attributes["action"], params });
  };
  const forget = stage.scope.onStop((why) => {
    const told = finish(why === "hangup" ? "hangup" : "");
    if (why === "hangup") notify(stage, told);
  });
  const done = leg.ear.hear({ kind: "silence" });
  try {
    const digits = await stage.scope.until(tape.ended);
    forget();
    return finish(digits);
  } finally {
    done();
    scope.stop("recorded");
  }
};

/** The tape: takes words, and ends with the key that ended it. */
function recordTape({ plant, leg }: Stage, verb: Verb, scope: Scope) {
  const { clock } = plant;
  const keys = verb.attributes["finishOnKey"] ?? "1234567890*#";
  const silence = Number(verb.attributes["timeout"] ?? 5) * 1000;
  const ended = openSlot<string>();
  const startedAt = clock.now();
  let words = "";
  let spokenUntil = startedAt;
  let cancel = nothing;
  const restart = (ms: number) => {
    cancel();
    // A timeout of 0 switches the end by silence off.
    if (silence > 0) cancel = clock.after(ms, () => ended.give(""));
  };

  scope.onStop(() => cancel());
  scope.onStop(clock.after(Number(verb.attributes["maxLength"] ?? 3600) * 1000, () => ended.give("")));
  listen(leg.onKey, scope, (key) => {
    if (keys.includes(key)) ended.give(key);
  });
  listen(leg.onWords, scope, (said) => {
    words = words === "" ? said : `${words} ${said}`;
    spokenUntil = Math.max(spokenUntil, clock.now()) + sayingTakes(said);
    restart(spokenUntil - clock.now() + silence);
  });
  restart(silence);
  return {
    ended: ended.given,
    soFar() {
      // What is silent at the end is trimmed off a recording in which something was said, unless it says otherwise.
      const trimmed = words !== "" && verb.attributes["trim"] !== "do-not-trim";
      const until = trimmed ? Math.min(spokenUntil, clock.now()) : clock.now();
      return { words, duration: Math.ceil((until - startedAt) / 1000) };
    },
  };
}
