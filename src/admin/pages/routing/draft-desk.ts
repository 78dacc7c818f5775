import { areSame, merge, type Conflict } from "../../../routing/compare.ts";
import { ApiProblem, sentenceOf } from "../../api.ts";
import { readJson, type Stretch } from "./place.ts";
import { keepUnsaved, type Unsaved } from "./unsaved.ts";
import { catchUp, readInForce, readThere, saveDraft, type There } from "./wire.ts";

export type DeskState = {
  readonly text: string;
  /** What the server had when it was read last: what `text` was typed into. */
  readonly there: There;
  /**
   * kept: the server has what stands here. typing, saving: it will have it. broken: it is no JSON, and waits in this browser.
   * clash: somebody else has changed it meanwhile. failed: it could not be kept, and is tried again.
   */
  readonly condition: "kept" | "typing" | "saving" | "broken" | "clash" | "failed";
  readonly broken?: Stretch | undefined;
  readonly theirs?: There | undefined;
  readonly trouble?: string | undefined;
  /** Where two have changed the same and mine stands, since both were brought together. */
  readonly conflicts: readonly Conflict[];
};

/** A draft as one admin types it. Nothing that is typed is lost: it lies in this browser until the server has it. */
export type Desk = {
  readonly state: () => DeskState;
  readonly subscribe: (changed: () => void) => () => void;
  readonly type: (text: string) => void;
  /** Saves what is typed, now. Resolves when it is kept or is not. */
  readonly save: () => Promise<void>;
  /** Looks what the server has by now. Taken over where nothing here is unsaved. */
  readonly look: () => Promise<void>;
  readonly takeTheirs: () => void;
  /** Brings what came into force meanwhile into the draft. */
  readonly catchUp: () => Promise<void>;
  /** Brings what both have changed together; where both changed the same, mine stands. */
  readonly bringTogether: () => void;
};

/** Milliseconds without a letter after which what was typed is saved, and after which a failed saving is tried again. */
const saveAfter = 700;
const tryAgainAfter = 5_000;

/** A source as text, the same for everybody. */
export const textOf = (source: unknown) => `${JSON.stringify(source, undefined, 2)}\n`;
const sourceOf = ({ inForce, draft }: There): unknown => (draft ? draft.draft.source : inForce.source);
/** With no draft it is the one in force that is typed into. */
const nameOf = ({ inForce, draft }: There) => draft?.tag ?? `none ${inForce.id}`;

/** The same desk for somebody who may only read: what is typed is not taken, and nothing is saved. */
export function readingDesk(first: There): Desk {
  const nothing = async () => {};
  return { ...openDraftDesk(first, undefined), type: () => {}, save: nothing, catchUp: nothing };
}

/** Opens the draft, or the routing in force where there is none, with what was left unsaved here. */
export function openDraftDesk(first: There, unsaved: Unsaved | undefined): Desk {
  let state: DeskState = { text: textOf(sourceOf(first)), there: first, condition: "kept", conflicts: [] };
  let readText = state.text;
  let timer: number | undefined;
  let savings = 0;
  const listeners = new Set<() => void>();

  function become(next: Partial<DeskState>) {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  }
  function soon(after: number) {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void save(), after);
  }
  function type(text: string) {
    if (text === state.text) return;
    keepUnsaved({ text, name: nameOf(state.there), read: readText });
    const condition = state.condition === "clash" ? "clash" : "typing";
    become({ text, condition, broken: undefined });
    if (condition === "typing") soon(saveAfter);
  }
  /** What stands here is what the server has. */
  function adopt(there: There, text = textOf(sourceOf(there))) {
    window.clearTimeout(timer);
    readText = text;
    keepUnsaved(undefined);
    become({ text, there, condition: "kept", theirs: undefined, trouble: undefined, broken: undefined });
  }
  function clash(theirs: There) {
    window.clearTimeout(timer);
    become({ condition: "clash", theirs });
  }

  async function save(): Promise<void> {
    window.clearTimeout(timer);
    const { text, there, condition } = state;
    if (condition === "kept" || condition === "saving" || condition === "clash") return;
    const read = readJson(text);
    if ("broken" in read) return become({ condition: "broken", broken: read.broken });
    if (areSame(read.source, sourceOf(there))) return keep(text, there);
    savings++;
    become({ condition: "saving" });
    try {
      if (!there.draft) {
        const inForce = await readInForce();
        if (inForce.id !== there.inForce.id) return clash(await readThere());
      }
      const draft = await saveDraft(read.source, there.draft?.tag ?? null);
      keep(text, { inForce: there.inForce, draft });
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 412) return lookAtTheirs();
      become({ condition: "failed", trouble: sentenceOf(error) });
      soon(tryAgainAfter);
    }
  }
  /** The server has that text; what was typed since is saved next. */
  function keep(text: string, there: There) {
    if (state.text === text) return adopt(there, text);
    readText = text;
    keepUnsaved({ text: state.text, name: nameOf(there), read: text });
    become({ there, condition: "typing", trouble: undefined });
    soon(saveAfter);
  }
  async function lookAtTheirs(): Promise<void> {
    try {
      clash(await readThere());
    } catch (error) {
      become({ condition: "failed", trouble: sentenceOf(error) });
      soon(tryAgainAfter);
    }
  }

  function told(there: There) {
    const known = state.condition === "clash" ? (state.theirs ?? state.there) : state.there;
    const trouble = state.condition === "failed" ? state.trouble : undefined;
    if (nameOf(there) === nameOf(known)) become(state.condition === "clash" ? { theirs: there } : { there, trouble });
    else if (state.condition === "kept") adopt(there);
    else clash(there);
  }

  if (unsaved && unsaved.text !== state.text) {
    readText = unsaved.read;
    state = { ...state, text: unsaved.text, condition: "typing" };
    if (unsaved.name === nameOf(first)) soon(saveAfter);
    else state = { ...state, condition: "clash", theirs: first };
  }
  return {
    state: () => state,
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    type,
    save,
    async look() {
      const before = savings;
      const there = await readThere().catch((error: unknown) => become({ trouble: sentenceOf(error) }));
      // What was asked before a saving is older than what was saved.
      if (there && savings === before && state.condition !== "saving") told(there);
    },
    takeTheirs() {
      if (state.theirs) adopt(state.theirs);
    },
    async catchUp() {
      const { draft } = state.there;
      if (!draft || state.condition !== "kept") return;
      try {
        const { conflicts, ...caughtUp } = await catchUp(draft.tag);
        adopt({ inForce: await readInForce(), draft: caughtUp });
        become({ conflicts });
      } catch (error) {
        if (error instanceof ApiProblem && error.status === 412) return lookAtTheirs();
        become({ trouble: sentenceOf(error) });
      }
    },
    bringTogether() {
      const { theirs, text } = state;
      const [base, mine] = [readJson(readText), readJson(text)];
      if (!theirs || "broken" in mine) return;
      const { merged, conflicts } = merge("broken" in base ? undefined : base.source, mine.source, sourceOf(theirs));
      adopt(theirs);
      become({ conflicts });
      type(textOf(merged));
    },
  };
}
