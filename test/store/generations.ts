import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "vitest";
import { openLowdb, StoreUnusable } from "../../src/store/lowdb.ts";
import { contractNow } from "../contract/samples.ts";
import { newFolder, openIn, takeSnapshot } from "./folder.ts";

export const month = "2026-11";
export const everything = ["a", "b", "c", "d", "e", "f"];

/** A folder with two generations: snapshots 2 and 3 and journals 2 and 3, each with something of its own, and an archive. */
export async function twoGenerations(): Promise<string> {
  const folder = newFolder();
  const clock = { at: contractNow };
  await put(folder, "a", "b");
  await close(folder, "closed-1");
  await takeSnapshot(folder, clock);
  await put(folder, "c", "d");
  await close(folder, "closed-2");
  await takeSnapshot(folder, clock);
  await put(folder, "e", "f");
  return folder;
}

export async function put(folder: string, ...ids: readonly string[]): Promise<void> {
  const store = await openIn(folder);
  for (const id of ids) await store.decide("queue", id, () => ({ put: { queue: id, handled: [] }, answer: 0 }));
  await store.close();
}

export async function close(folder: string, id: string): Promise<void> {
  const store = await openIn(folder);
  await store.decide("queue", id, () => ({ close: { queue: id, handled: [] }, answer: 0 }));
  await store.close();
}

/** What a store opens with, and what it says about it. It is closed again. */
export async function openedWith(folder: string) {
  const store = await openLowdb({ folder, now: () => contractNow });
  const names = (await store.open("queue")).map(({ queue }) => queue).toSorted();
  const archived = (await Array.fromAsync(store.archive("queue", month))).map(({ queue }) => queue);
  await store.close();
  return { names, archived, notes: store.notes };
}

/** The message with which a store refuses to open. Fails when a file changed for it. */
export async function refusal(folder: string): Promise<string> {
  const before = contents(folder);
  const refused = await openLowdb({ folder, now: () => contractNow }).then(
    async (store) => {
      await store.close();
      return new Error("It opened.");
    },
    (cause: unknown) => cause,
  );
  expect(refused).toBeInstanceOf(StoreUnusable);
  expect(contents(folder)).toEqual(before);
  return refused instanceof Error ? refused.message : "";
}

export type Files = readonly (readonly [name: string, bytes: string])[];

export function contents(folder: string): Files {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(join(folder, name)).isFile())
    .toSorted()
    .map((name) => [name, readFileSync(join(folder, name), "latin1")]);
}

/** Makes the folder hold these files, with one of them changed. */
export function restore(folder: string, files: Files, changed: string, bytes: Buffer): void {
  rmSync(folder, { recursive: true });
  for (const [name, was] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), name === changed ? bytes : Buffer.from(was, "latin1"));
  }
}

export function flip(bytes: Buffer, at: number): Buffer {
  const flipped = Buffer.from(bytes);
  flipped.writeUInt8(bytes.readUInt8(at) ^ (1 << (at % 8)), at);
  return flipped;
}

/** Where each line begins, and last where the file ends. */
export function startsOfLines(bytes: Buffer): readonly number[] {
  const starts = [0];
  for (let at = bytes.indexOf("\n"); at !== -1; at = bytes.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

export const journal = "journal-3.ndjson";
export const snapshot = "snapshot-3.ndjson";
export const wholeArchive = ["closed-1", "closed-2"];
