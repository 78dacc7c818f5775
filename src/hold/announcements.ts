import { localDate } from "../routing/hours.ts";
import type { AnnouncementId, Instant, Queue, Routing } from "../routing/routing.ts";

/** What chooses among the announcements: who is listening, and what they have heard. */
export type Listener = {
  readonly segment?: string | undefined;
  /** In this call, in order. */
  readonly announcements: readonly AnnouncementId[];
  /** In earlier calls, by id. */
  readonly heardBefore: Readonly<Record<AnnouncementId, Instant>>;
};

/**
 * The announcement worth hearing next, or none. Those in date and for the caller's segment; the segment's own before
 * those for everybody; none again before all were played, none heard by this number within `repeatAfterDays`, and
 * never the same one twice running.
 */
export function nextAnnouncement(
  queue: Queue,
  listener: Listener,
  routing: Routing,
  now: Instant,
): AnnouncementId | undefined {
  if (queue.kind !== "sales") return undefined;
  const today = localDate(routing.business.zone, now);
  const repeatAfter = routing.business.repeatAfterDays * 86_400_000;
  const eligible = queue.announcements.filter((id) => {
    const announcement = routing.announcements[id];
    if (!announcement) return false;
    if (announcement.from !== undefined && today < announcement.from) return false;
    if (announcement.until !== undefined && today > announcement.until) return false;
    const { segments } = announcement;
    if (segments.length > 0 && !(listener.segment !== undefined && segments.includes(listener.segment))) return false;
    const before = listener.heardBefore[id];
    return before === undefined || now - before >= repeatAfter;
  });
  const times = (id: AnnouncementId) => listener.announcements.filter((heard) => heard === id).length;
  const general = (id: AnnouncementId) => (routing.announcements[id]?.segments.length === 0 ? 1 : 0);
  const [first] = eligible
    .filter((id) => id !== listener.announcements.at(-1))
    .toSorted((a, b) => times(a) - times(b) || general(a) - general(b));
  if (first === undefined) return undefined;
  const leastOfAll = Math.min(...eligible.map(times));
  return times(first) === leastOfAll ? first : undefined;
}
