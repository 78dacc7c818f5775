import { createHash } from "node:crypto";
import { readRouting } from "../routing/check.ts";
import type { Routing } from "../routing/routing.ts";
import type { Store } from "../store/store.ts";

/** The routing in force, and those that open calls still keep: a call ends with the routing it began with. */
export type Routings = {
  readonly inForce: Routing;
  /** The routing of a version; the one in force where that version is no longer known. */
  readonly of: (version: string) => Routing;
  /** All that may be asked for by their versions. */
  readonly kept: ReadonlyMap<string, Routing>;
};

type Options = {
  readonly store: Store;
  readonly inForce: Routing;
  readonly source: unknown;
  /** Those of the office before: a call may begin with one of them until the last moment. */
  readonly before?: Routings | undefined;
};

/** The version of a routing's source: its hash. */
export function versionOf(source: unknown): string {
  return createHash("sha256").update(JSON.stringify(source)).digest("hex").slice(0, 16);
}

/** Keeps the source of the routing in force beside the calls that begin with it, and forgets those that nobody keeps. */
export async function openRoutings({ store, inForce, source, before }: Options): Promise<Routings> {
  const { version } = inForce;
  const used = new Set((await store.open("call")).map(({ call }) => call.routing));
  const kept = new Map([...stillKept(before, used), [version, inForce]]);
  for (const old of await store.open("routing")) {
    if (kept.has(old.version)) continue;
    const read = readRouting(old.source, old.version);
    if (used.has(old.version) && "routing" in read) kept.set(old.version, read.routing);
    else
      await store.decide("routing", old.version, (record) => ({ ...(record ? { close: record } : {}), answer: null }));
  }
  await store.decide("routing", version, (record) => ({
    ...(record ? {} : { put: { version, source } }),
    answer: null,
  }));
  return { inForce, of: (wanted) => kept.get(wanted) ?? inForce, kept };
}

/** Of the office before: what was in force until now, and what open calls have begun with. */
function stillKept(before: Routings | undefined, used: ReadonlySet<string>): readonly (readonly [string, Routing])[] {
  if (!before) return [];
  return [...before.kept].filter(([version]) => version === before.inForce.version || used.has(version));
}
