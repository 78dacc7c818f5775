import { useParams } from "@tanstack/react-router";
import { localDate } from "../../../../routing/hours.ts";
import { freeName, valueAt, withValue } from "../../../../routing/edits.ts";
import { AddItem } from "../add-item.tsx";
import { useDraft } from "../draft.ts";
import { promptsIn } from "../fields/prompt-field.tsx";
import { useNow } from "../../../time.ts";
import { zoneOf } from "../hours/zone.ts";
import { Items } from "../items.tsx";
import { NoSuchItem } from "../no-such-item.tsx";
import { AnnouncementForm } from "./form.tsx";
import { whenHeard } from "./when-heard.ts";

/** What waiting sales callers are told of, or the form of one. */
export function Section() {
  const draft = useDraft();
  const now = useNow();
  const { id } = useParams({ strict: false });
  const ids = draft.names(["announcements"]);
  const today = localDate(zoneOf(draft.value(["business", "zone"])), now);
  if (id !== undefined) {
    if (!ids.includes(id)) return <NoSuchItem section="announcements" of="Announcements" id={id} />;
    return <AnnouncementForm key={id} id={id} today={today} />;
  }
  return (
    <Items
      section="announcements"
      title="Announcements"
      items={ids.map((one) => ({
        id: one,
        name: one,
        about: whenHeard(draft.source, one, today).words,
        path: ["announcements", one],
      }))}
      empty={{
        title: "No announcement yet",
        about:
          "Whoever waits in a sales queue can hear of a product between two pieces of music. Support callers never do.",
      }}
      actions={<AddItem what="announcement" section="announcements" add={withAnnouncement} />}
    />
  );
}

/** A routing with one more announcement, which says its name until other words are written, and which no queue plays yet. */
function withAnnouncement(source: unknown, id: string, words: string): unknown {
  const language = valueAt(source, ["business", "language"]);
  const prompt = freeName(id, promptsIn(source));
  const told = withValue(source, ["announcements", id], { prompt });
  return withValue(told, ["prompts", typeof language === "string" ? language : "en", prompt], words);
}
