// https://www.twilio.com/docs/voice/api/call-resource#call-status-values
const ends = new Set(["completed", "busy", "failed", "no-answer", "canceled"]);

/** Whether a call of that status, by Twilio's word for it, is over. */
export function isOver(status: string): boolean {
  return ends.has(status);
}
