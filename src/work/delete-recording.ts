import type { Instant } from "../routing/routing.ts";
import type { Settled, StoredEffect } from "../store/store.ts";
import type { PhoneLine } from "../twilio/line.ts";
import { settledBy } from "./settle.ts";

/** What Twilio will not delete now is asked for again so much later, in milliseconds, for ever: nobody else will. */
const whenRefused = 3_600_000;

/** Deletes a recording at Twilio; one that is not there is deleted. */
export async function deleteRecording(
  stored: Pick<StoredEffect, "claims">,
  recording: string,
  line: Pick<PhoneLine, "deleteRecording">,
  now: Instant,
): Promise<Settled> {
  const reply = await line.deleteRecording(recording);
  return "refused" in reply ? { outcome: "retry", at: now + whenRefused } : settledBy(reply, stored, now);
}
