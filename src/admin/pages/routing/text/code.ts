import { closeBrackets } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { json } from "@codemirror/lang-json";
import { bracketMatching, foldGutter, HighlightStyle, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { EditorState } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { tags } from "@lezer/highlight";
import type { Facts } from "../../../../routing/uses.ts";
import type { Stretch } from "../place.ts";
import { styleNonce } from "../../../nonce.ts";
import { schemaHelp } from "./complete.ts";

/** A text that is edited in a page. */
export type Editor = {
  /** Shows another text, and leaves the cursor where it is as far as it goes; it can be undone. */
  readonly show: (text: string) => void;
  readonly mark: (marks: readonly (Stretch & { readonly message: string })[]) => void;
  /** Selects a stretch, brings it into view and takes the focus there. */
  readonly goTo: (stretch: Stretch) => void;
  readonly close: () => void;
};

type Options = {
  readonly text: string;
  readonly isReadOnly: boolean;
  readonly type: (text: string) => void;
  readonly save: () => void;
  /** What the server has that a routing can name, as far as it is known by now. */
  readonly facts: () => Facts;
};

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: "var(--code-name)" },
  { tag: tags.string, color: "var(--code-text)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--code-value)" },
  { tag: [tags.punctuation, tags.separator, tags.bracket], color: "var(--code-quiet)" },
]);

export function openEditor(parent: HTMLElement, { text, isReadOnly, type, save, facts }: Options): Editor {
  const saved = {
    key: "Mod-s",
    preventDefault: true,
    run() {
      save();
      return true;
    },
  };
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        EditorState.readOnly.of(isReadOnly),
        lineNumbers(),
        foldGutter(),
        history(),
        drawSelection(),
        bracketMatching(),
        closeBrackets(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        highlightSelectionMatches(),
        search({ top: true }),
        indentUnit.of("  "),
        EditorView.lineWrapping,
        EditorView.cspNonce.of(styleNonce),
        json(),
        syntaxHighlighting(colours),
        schemaHelp(facts),
        // Tab goes on to what follows, as everywhere on the pages.
        keymap.of([saved, ...searchKeymap, ...historyKeymap, ...defaultKeymap]),
        EditorView.contentAttributes.of({ "aria-label": "The routing as text", spellcheck: "false", tabindex: "0" }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) type(update.state.doc.toString());
        }),
      ],
    }),
  });
  return {
    show(next) {
      const now = view.state.doc.toString();
      if (next !== now) view.dispatch({ changes: changeBetween(now, next) });
    },
    mark(marks) {
      const { length } = view.state.doc;
      const within = marks.map(({ from, to, message }) => ({
        from: Math.min(from, length),
        to: Math.min(to, length),
        message,
        severity: "error" as const,
      }));
      view.dispatch(setDiagnostics(view.state, within));
    },
    goTo({ from, to }) {
      const { length } = view.state.doc;
      const selection = { anchor: Math.min(from, length), head: Math.min(to, length) };
      view.dispatch({ selection, effects: EditorView.scrollIntoView(selection.anchor, { y: "center" }) });
      view.focus();
    },
    close: () => view.destroy(),
  };
}

/** The one change that makes one text of the other: all between what both begin and end with. */
function changeBetween(now: string, next: string) {
  let from = 0;
  const most = Math.min(now.length, next.length);
  while (from < most && now[from] === next[from]) from++;
  let same = 0;
  while (same < most - from && now[now.length - 1 - same] === next[next.length - 1 - same]) same++;
  return { from, to: now.length - same, insert: next.slice(from, next.length - same) };
}
