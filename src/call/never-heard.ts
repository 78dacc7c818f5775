import { gapAfter } from "../hold/budget.ts";
import { localDate } from "../routing/hours.ts";
import { sentence, spokenSeconds } from "../routing/prompts.ts";
import type { Announcement, Instant, LanguageCode, QueueId, Routing } from "../routing/routing.ts";
import { waysIn } from "../routing/ways.ts";
import type { WaitLint } from "./preview-lints.ts";

/**
 * The announcements of a queue that no caller will ever hear there, as of an instant: what is over, is for nobody, or does not fit.
 * One that is still to begin will be heard.
 */
export function neverHeard(
  queue: QueueId,
  language: LanguageCode,
  routing: Routing,
  now: Instant,
): readonly WaitLint[] {
  const here = routing.queues[queue];
  if (here?.kind !== "sales") return [];
  const lint = (path: string, sentence: string): WaitLint => ({ rule: "never-heard", path, sentence });
  const over = here.overflow.after;
  if (over && here.announcements.length > 0 && over.seconds < gapAfter(0))
    return [
      lint(
        `queues.${queue}.overflow.after.seconds`,
        `Callers are led on after ${over.seconds} s, and music plays for ${gapAfter(0)} s before anything is announced: no announcement is ever heard here. Let them wait longer, or take the announcements out.`,
      ),
    ];
  const today = localDate(routing.business.zone, now);
  const listed = here.announcements.flatMap((id) => {
    const announcement = routing.announcements[id];
    const fault = announcement && (outOfDate(announcement, today) ?? forNobody(announcement, routing));
    if (fault) return [lint(`announcements.${id}.${fault.field}`, `“${id}” is never heard: ${fault.why}`)];
    const seconds = announcement ? spokenSeconds(sentence(routing, language, announcement.prompt)) : 0;
    if (!announcement || seconds <= here.speech.seconds) return [];
    const path = `prompts.${wordsIn(announcement.prompt, language, routing)}.${announcement.prompt}`;
    const most = `no more than ${here.speech.seconds} s in ${Math.round(here.speech.within / 60)} minutes are allowed here`;
    return [
      lint(path, `“${id}” is never heard: it takes ${Math.ceil(seconds)} s, and ${most}. Shorten it, or allow more.`),
    ];
  });
  return [...listed, ...unnamed(routing).map((id) => lint(`announcements.${id}`, `No queue plays “${id}”.`))];
}

type Fault = { readonly field: keyof Announcement; readonly why: string };

function outOfDate({ from, until }: Announcement, today: string): Fault | undefined {
  if (until !== undefined && until < today)
    return { field: "until", why: `its last day was ${until}. Take it out, or give it a later one.` };
  if (from !== undefined && until !== undefined && from > until)
    return { field: "from", why: `it begins on ${from}, after its last day. Give it an earlier one.` };
  return undefined;
}

/** A call keeps its segment from one sales queue to the next: whoever comes into any of them may come here. */
function forNobody({ segments }: Announcement, routing: Routing): Fault | undefined {
  const selling = waysIn(routing).filter(({ queue }) => routing.queues[queue]?.kind === "sales");
  const had = new Set(selling.map(({ segment }) => segment));
  if (segments.length === 0 || segments.some((one) => had.has(one))) return undefined;
  const nobody = segments.map((one) => `“${one}”`).join(" or ");
  return {
    field: "segments",
    why: `nobody who chooses ${nobody} in a menu comes to a sales queue. Name a segment of those who do.`,
  };
}

function unnamed({ announcements, queues }: Routing): readonly string[] {
  const named = new Set(Object.values(queues).flatMap((one) => (one.kind === "sales" ? one.announcements : [])));
  return Object.keys(announcements).filter((id) => !named.has(id));
}

/** The language in which a prompt has words of the business: the caller's, else the business's own. */
export function wordsIn(prompt: string, language: LanguageCode, { prompts, business }: Routing): LanguageCode {
  const own = prompts[language];
  return own && Object.hasOwn(own, prompt) ? language : business.language;
}
