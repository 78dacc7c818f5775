import type { Leg } from "./leg.ts";
import { callParams } from "./leg.ts";
import type { Plant } from "./plant.ts";
import type { MachineDetection } from "./records/call.ts";
import { send } from "./webhook.ts";

/** Milliseconds until it is plain who answered, about what Twilio takes; a machine's greeting is waited out for its end. */
const takes = { human: 2400, machine: 4000, fax: 4000, greeting: 9000 };

/** Finds out who answered, which takes its time on the clock, tells the callback of it where there is one. */
export async function detectMachine(plant: Plant, leg: Leg, detection: MachineDetection): Promise<void> {
  const who = plant.handset(leg.address).answeredBy;
  const toItsEnd = who === "machine" && detection.mode === "DetectMessageEnd";
  const needed = toItsEnd ? takes.greeting : takes[who];
  const limit = (detection.timeout ?? 30) * 1000;
  await leg.life.sleep(Math.min(needed, limit));
  const machine = toItsEnd ? "machine_end_beep" : "machine_start";
  leg.answeredBy = needed > limit ? "unknown" : who === "machine" ? machine : who;
  if (!detection.callback) return;
  const { AccountSid = "", CallSid = "" } = callParams(plant.accountSid, leg);
  void send(plant.post, {
    purpose: "amd-status",
    method: detection.callback.method,
    url: detection.callback.url,
    params: {
      AccountSid,
      CallSid,
      AnsweredBy: leg.answeredBy,
      MachineDetectionDuration: String(Math.min(needed, limit)),
    },
    callSid: leg.sid,
  });
}
