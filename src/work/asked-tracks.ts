import type { Call } from "../call/call.ts";
import type { Routings } from "./routings.ts";

/**
 * The tracks that open calls may still ask for, by id: those in the queues of the routings that they began with, and those that they
 * are being played, whatever the routing says.
 */
export function askedTracks(calls: Iterable<{ readonly call: Call }>, { of }: Routings): ReadonlySet<string> {
  const asked = new Set<string>();
  const versions = new Set<string>();
  for (const { call } of calls) {
    versions.add(call.routing);
    const playing = "line" in call ? call.line.heard.music?.track : undefined;
    if (playing !== undefined) asked.add(playing);
  }
  for (const version of versions) {
    for (const { music } of Object.values(of(version).queues)) music.forEach((track) => asked.add(track));
  }
  return asked;
}
