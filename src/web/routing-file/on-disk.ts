import { join } from "node:path";
import { keptTracks, retiredIn } from "../../audio/kept.ts";
import { textWarnings } from "../../routing/lint/texts.ts";
import type { Instant } from "../../routing/routing.ts";
import type { By } from "../../store/records.ts";
import type { Store } from "../../store/store.ts";
import { draftTag, openDrafts } from "../../work/drafts.ts";
import { inForceOf, readSource, type Known } from "../../work/editions.ts";
import { openAudio } from "../audio.ts";
import { openRecorded } from "../recorded.ts";
import { NothingDone, wordsOf } from "./ending.ts";
import type { Place } from "./place.ts";
import type { Checked } from "./report.ts";

const machine: By = { id: "machine", name: "whoever sits at the machine" };

/** The music and the recordings that a routing may name at the next start. Throws NothingDone where the music is not what its manifest says. */
export async function knownIn(dataDir: string, audioDir: string): Promise<Known> {
  const kept = await keptTracks(join(dataDir, "audio"));
  const retired = retiredIn(kept);
  const { tracks } = await openAudio(audioDir, kept.tracks).catch((cause: unknown) => {
    const why = `The music in ${audioDir} cannot be read (${wordsOf(cause)}). Bring it back: no start can do without it.\n`;
    throw new NothingDone(2, why, { cause });
  });
  const { files } = await openRecorded({ laid: join(audioDir, "recorded"), kept: join(dataDir, "recorded") });
  return { tracks: tracks.map(({ id }) => id).filter((id) => !retired.has(id)), recordings: files() };
}

/** What a start would say of a source, and what its texts could say better. */
export function checked(source: unknown, known: Known): Checked {
  const read = readSource(source, known);
  return { faults: "faults" in read ? read.faults : [], warnings: textWarnings(source) };
}

type Options = { readonly store: Store; readonly known: Known; readonly now: () => Instant };

/** The data of a server that is stopped. */
export function onDisk({ store, known, now }: Options): Place {
  return {
    me: machine.id,
    inForce: async () => (await inForceOf(store))?.source,
    async draft() {
      const draft = await store.get("draft", "routing");
      return draft && { by: draft.by, at: draft.at, source: draft.source, tag: draftTag(draft) };
    },
    async save(source, seen) {
      const edition = await inForceOf(store);
      if (!edition)
        throw new NothingDone(1, "Nothing was ever in force in this data. Start Holdfast once, then import.\n");
      const drafts = openDrafts({
        store,
        inForce: () => edition,
        edition: (id) => store.get("edition", id),
        now,
      });
      const saved = await drafts.save(source, machine, seen ? [seen.tag] : "none");
      const condition = store.condition();
      if (condition.state !== "ok")
        throw new NothingDone(
          1,
          `The draft cannot be kept on the disk (${condition.why}). Make room, and import it again.\n`,
        );
      return "why" in saved ? "changed" : checked(source, known);
    },
    close: () => store.close(),
  };
}
