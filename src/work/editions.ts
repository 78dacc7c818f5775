import { readRouting, type RoutingFault } from "../routing/check.ts";
import type { Instant, Routing } from "../routing/routing.ts";
import type { By, Edition } from "../store/records.ts";
import type { Store } from "../store/store.ts";
import { monthOf } from "../store/archive.ts";
import { versionOf } from "./routings.ts";

/** What a routing is checked against beside itself: the music and the recordings that there are. */
export type Known = NonNullable<Parameters<typeof readRouting>[2]>;

/** A routing that holds, with the edition that says so. */
export type Sound = { readonly edition: Edition; readonly routing: Routing };

/** Found at the start: what is to be in force, or what is wrong with it. `asDraft`: a file that nobody has published. */
export type Found = ({ readonly sound: Sound } | { readonly faults: readonly RoutingFault[] }) & {
  readonly asDraft?: boolean;
};

const theFile: By = { id: "file", name: "the routing file" };

/** The routing of a source, by today's rules, or its faults. */
export function readSource(source: unknown, known: Known): ReturnType<typeof readRouting> {
  return readRouting(source, versionOf(source), known);
}

/** The edition that is in force, where anything was ever published. */
export async function inForceOf(store: Pick<Store, "open">): Promise<Edition | undefined> {
  return (await store.open("edition")).find(({ state }) => state === "in-force");
}

/**
 * What is to be in force at a start. What an admin has published stays so, whatever the routing file says by now: a file that has
 * changed since becomes a draft, where there is none. Where nothing but the file was ever in force, the file is.
 */
export async function editionAtStart(
  store: Pick<Store, "open" | "decide" | "get">,
  file: unknown,
  known: Known,
  now: Instant,
): Promise<Found> {
  const version = versionOf(file);
  const last = await inForceOf(store);
  if (last && (last.version === version || last.origin !== "file")) {
    const read = readSource(last.source, known);
    const isNew = last.version !== version && last.file !== version;
    const edition: Edition = { ...last, file: version };
    if (last.file !== version) await store.decide("edition", last.id, () => ({ put: edition, answer: null }));
    const asDraft = isNew && (await takeAsDraft(store, file, last, now));
    return { ...("faults" in read ? read : { sound: { edition, routing: read.routing } }), asDraft };
  }
  const read = readSource(file, known);
  if ("faults" in read) return read;
  const edition: Edition = {
    id: editionId(now, version),
    version,
    source: file,
    by: theFile,
    at: now,
    from: now,
    firstAt: last?.firstAt ?? now,
    origin: "file",
    state: "in-force",
    file: version,
  };
  await store.decide("edition", edition.id, () => ({
    put: edition,
    also: last ? [{ kind: "edition", id: last.id, close: { ...last, state: "over" } }] : [],
    answer: null,
  }));
  return { sound: { edition, routing: read.routing } };
}

/** The name of an edition: later ones come later in the alphabet, too. */
export function editionId(at: Instant, version: string): string {
  return `${at.toString(36)}-${version.slice(0, 6)}`;
}

/** Whether the file has become the draft: not where an admin is working on one. */
function takeAsDraft(store: Pick<Store, "decide">, source: unknown, base: Edition, at: Instant): Promise<boolean> {
  return store.decide("draft", "routing", (draft) =>
    draft
      ? { answer: false }
      : { put: { id: "routing", source, base: base.id, revision: 1, by: theFile, at }, answer: true },
  );
}

/** Every edition, newest first: those that are open, and of the archive month by month back to the first. */
export async function* editionHistory(
  store: Pick<Store, "open" | "archive">,
  inForce: Edition,
  now: Instant,
): AsyncGenerator<Edition> {
  yield* (await store.open("edition")).toSorted(newestFirst);
  for (let month = monthOf(now); month >= monthOf(inForce.firstAt); month = monthBefore(month)) {
    const closed: Edition[] = [];
    for await (const one of store.archive("edition", month)) closed.push(one);
    yield* closed.toSorted(newestFirst);
  }
}

const newestFirst = (a: Edition, b: Edition) => b.from - a.from || (a.id < b.id ? 1 : -1);

function monthBefore(month: string): string {
  const [year = 0, of = 1] = month.split("-").map(Number);
  return of === 1 ? `${year - 1}-12` : `${year}-${String(of - 1).padStart(2, "0")}`;
}
