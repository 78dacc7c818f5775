import type { Adapter } from "lowdb";
import type { Instant } from "../routing/routing.ts";
import { sweepArchive, type Archived } from "./archive-files.ts";
import { appendToArchive } from "./archive.ts";
import type { Sync } from "./disk.ts";
import { cutOf, type Document } from "./document.ts";
import { forgetBefore } from "./generation.ts";
import { openJournal, type Journal } from "./journal.ts";
import { archiveFolder, recover } from "./recover.ts";
import { writeSnapshot } from "./snapshot.ts";

type Options = {
  readonly folder: string;
  readonly sync: Sync;
  readonly breath?: number | undefined;
  readonly now: () => Instant;
  readonly onFailed: (cause: unknown) => void;
};
/** lowdb's way to the disk. `write` is a snapshot: what it holds is fixed when it is called. */
export type DiskAdapter = Adapter<Document> & {
  /** Reads the store and makes its journal ready. */
  read(): Promise<Document>;
  /** Where changes go between snapshots; there once `read` has resolved. */
  journal(): Journal;
  /** What was found at reading that an admin should know. */
  notes(): readonly string[];
};

/** The adapter over a folder that is locked. */
export function diskAdapter({ folder, sync, breath, now, onFailed }: Options): DiskAdapter {
  let base = 0;
  let baseArchived: Archived = {};
  let notes: readonly string[] = [];
  let opened: Journal | undefined;

  function journal(): Journal {
    if (!opened) throw new Error("The journal is not open yet: read first.");
    return opened;
  }

  return {
    journal,
    notes: () => notes,
    async read() {
      const recovered = await recover(folder);
      opened = await openJournal({ folder, sync, breath, onFailed }, recovered.journal);
      ({ base, notes } = recovered);
      baseArchived = recovered.document.archived;
      return recovered.document;
    },
    async write(document) {
      const { run, archived } = document;
      const takenAt = now();
      const closed = document.closed.slice();
      const cut = cutOf(document);
      const rotated = journal().rotate();
      // No await above this line: the cut and the journal's change of file are one instant.
      const generation = await rotated;
      if (generation === undefined) return;
      const counts = await appendToArchive(archiveFolder(folder), closed, archived, sync);
      await writeSnapshot(folder, generation, { run, takenAt, archived: counts }, cut, sync);
      document.closed.splice(0, closed.length);
      document.archived = counts;
      await forgetBefore(folder, base);
      await sweepArchive(archiveFolder(folder), baseArchived, counts);
      [base, baseArchived] = [generation, counts];
    },
  };
}
