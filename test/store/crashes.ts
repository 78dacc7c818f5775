import { cpSync, fdatasync, fstatSync, readdirSync, rmSync, statSync, truncateSync, type Stats } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

/** What the disk holds for sure: of each file as many bytes as there were at its last sync. */
export type Synced = {
  readonly sync: (fd: number) => Promise<void>;
  readonly bytesOf: (file: Stats) => number;
};

/** Nothing yet. */
export function newSynced(): Synced {
  const toDisk = promisify(fdatasync);
  const bytes = new Map<string, number>();
  return {
    async sync(fd) {
      const stat = fstatSync(fd);
      await toDisk(fd);
      bytes.set(fileOf(stat), stat.size);
    },
    bytesOf: (file) => bytes.get(fileOf(file)) ?? 0,
  };
}

/** Inodes are used again: with the time of birth it is one file, whatever it is called. */
function fileOf({ ino, birthtimeMs }: Stats): string {
  return `${ino} ${birthtimeMs}`;
}

/** Copies a folder as a crash would leave it: all that was written, or in a power cut only what was synced. */
export function copyOf(folder: string, copy: string, synced?: Synced): string {
  cpSync(folder, copy, { recursive: true });
  rmSync(join(copy, "lock"));
  for (const name of synced ? readdirSync(folder, { recursive: true, encoding: "utf8" }) : []) {
    const stat = statSync(join(folder, name));
    if (name !== "lock" && stat.isFile())
      truncateSync(join(copy, name), Math.min(stat.size, synced?.bytesOf(stat) ?? 0));
  }
  return copy;
}
