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
 * The announcement worth hearing next, or none: of those in date, for the caller's segment, and not heard by this
 * number within `repeatAfterDays`, the one heard longest ago in this call. So none comes again before all were played,
 * one that begins to run during the call comes next, and a single one is not repeated. The segment's own come before
 * those for everybody.
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
  const lastHeard = (id: AnnouncementId) => listener.announcements.lastIndexOf(id);
  const general = (id: AnnouncementId) => (routing.announcements[id]?.segments.length === 0 ? 1 : 0);
  const [next] = eligible.toSorted((a, b) => lastHeard(a) - lastHeard(b) || general(a) - general(b));
  return next === listener.announcements.at(-1) ? undefined : next;
}
