import { areSame, merge, type Conflict } from "../routing/compare.ts";
import type { Instant } from "../routing/routing.ts";
import type { By, Draft, Edition } from "../store/records.ts";
import type { Decision, Store } from "../store/store.ts";

/** What the draft was when it was read: the names of what is accepted, or that there was none. Undefined: whatever it is. */
export type Seen = readonly string[] | "none" | undefined;
/** Somebody else has changed the draft since; `draft` is what there is now. */
export type Changed = { readonly why: "changed"; readonly draft: Draft | undefined };
type Saved = Changed | { readonly draft: Draft };
type Discarded = { readonly draft: undefined };
type CaughtUp = Changed | { readonly draft: Draft; readonly conflicts: readonly Conflict[] };
type NoDraft = { readonly why: "no-draft" };

/** The draft that all admins share. Nobody writes over what she has not seen. */
export type Drafts = {
  readonly read: () => Promise<Draft | undefined>;
  /** Keeps it, whether it holds or not: what was typed is not lost. */
  readonly save: (source: unknown, by: By, seen: Seen) => Promise<Saved>;
  readonly discard: (seen: Seen) => Promise<Changed | Discarded>;
  /** Brings what came into force since the draft was begun into it; where both changed the same, the draft stands. */
  readonly catchUp: (by: By, seen: Seen) => Promise<NoDraft | CaughtUp>;
};

type Options = {
  readonly store: Pick<Store, "decide" | "get">;
  readonly inForce: () => Edition;
  readonly edition: (id: string) => Promise<Edition | undefined>;
  readonly now: () => Instant;
};

export function openDrafts({ store, inForce, edition, now }: Options): Drafts {
  return {
    read: () => store.get("draft", "routing"),
    save: (source, by, seen) =>
      store.decide("draft", "routing", (draft): Decision<Draft, Saved> => {
        if (!isAsSeen(draft, seen)) return { answer: { why: "changed", draft } };
        if (draft && areSame(draft.source, source)) return { answer: { draft } };
        const revision = (draft?.revision ?? 0) + 1;
        const put: Draft = { id: "routing", source, base: draft?.base ?? inForce().id, revision, by, at: now() };
        return { put, answer: { draft: put } };
      }),
    discard: (seen) =>
      store.decide("draft", "routing", (draft): Decision<Draft, Changed | Discarded> => {
        if (!isAsSeen(draft, seen)) return { answer: { why: "changed", draft } };
        return { ...(draft ? { close: draft } : {}), answer: { draft: undefined } };
      }),
    async catchUp(by, seen) {
      const before = await store.get("draft", "routing");
      const base = before && (await edition(before.base));
      return store.decide("draft", "routing", (draft): Decision<Draft, NoDraft | CaughtUp> => {
        if (!draft) return { answer: { why: "no-draft" } };
        if (draft.base !== before?.base || !isAsSeen(draft, seen)) return { answer: { why: "changed", draft } };
        const { id, source: theirs } = inForce();
        const { merged, conflicts } = merge(base?.source ?? theirs, draft.source, theirs);
        const put: Draft = { ...draft, source: merged, base: id, revision: draft.revision + 1, by, at: now() };
        return { put, answer: { draft: put, conflicts } };
      });
    },
  };
}

/** What a draft is known by, and by another name after every change. */
export function draftTag({ revision, at }: Draft): string {
  return `"${revision}-${at.toString(36)}"`;
}

/** Whether a draft is still what somebody saw. */
export function isAsSeen(draft: Draft | undefined, seen: Seen): boolean {
  if (seen === undefined) return true;
  return seen === "none" ? draft === undefined : draft !== undefined && seen.includes(draftTag(draft));
}
