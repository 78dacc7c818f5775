import type { Instant } from "../../routing/routing.ts";
import type { By } from "../../store/records.ts";
import type { Checked } from "./report.ts";

/** A draft as it is found. `tag`: what it is known by, and by another after every change. */
export type Found = { readonly by: By; readonly at: Instant; readonly source: unknown; readonly tag: string };

/** Where a routing is taken from and a draft is brought to: the data on this disk, or a server that runs. */
export type Place = {
  /** The id by which drafts of whoever imports are known there. */
  readonly me: string;
  /** The source of the routing in force; undefined where nothing ever was. */
  readonly inForce: () => Promise<unknown>;
  readonly draft: () => Promise<Found | undefined>;
  /** Keeps a draft in place of what was seen, and says what is wrong with it. `changed`: somebody was quicker, and nothing was done. */
  readonly save: (source: unknown, seen: Found | undefined) => Promise<Checked | "changed">;
  readonly close: () => Promise<void>;
};
