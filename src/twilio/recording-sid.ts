/** A recording's name within its address at Twilio; none where there is none. */
export function recordingIn(address: string): string {
  return /\/Recordings\/(RE[0-9a-f]{32})\b/i.exec(address)?.[1] ?? "";
}
