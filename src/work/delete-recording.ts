import type { Instant } from "../routing/routing.ts";
import type { NewEffect, Settled, StoredEffect } from "../store/store.ts";
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

/** So many are deleted at once: Twilio is asked for calls meanwhile. */
const lanes = 4;

/** To be stored with the retention: recordings that are to be deleted at Twilio, by their SIDs. */
export function deletionsOf(recordings: readonly string[]): readonly NewEffect[] {
  return recordings.map((recording, at) => ({
    lane: `recordings ${at % lanes}`,
    effect: { do: "delete-recording", recording },
  }));
}
