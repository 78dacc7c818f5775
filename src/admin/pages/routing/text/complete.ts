import { autocompletion, startCompletion, type Completion, type CompletionContext } from "@codemirror/autocomplete";
import type { Extension } from "@codemirror/state";
import { hoverTooltip, showPanel, type EditorView, type Panel } from "@codemirror/view";
import type { Facts } from "../../../../routing/uses.ts";
import { meaningAt, type Meaning } from "./meaning.ts";
import { offersAt, type Offer } from "./offers.ts";
import { pathAt, readLoosely, whereIs } from "./read.ts";

/** Offers what could be written, and tells what stands where: beside the pointer, and of where the cursor is below the text. */
export function schemaHelp(facts: () => Facts): Extension {
  return [
    // A key counts as soon as the offers are seen: what Enter could take by mistake is not offered unasked.
    autocompletion({ override: [(context) => offered(context, facts())], icons: false, interactionDelay: 0 }),
    hoverTooltip((view, at) => {
      const found = told(view.state.doc.toString(), at, facts());
      return (
        found && { pos: found.from, end: found.to, above: true, create: () => ({ dom: meaningBox(found.meaning) }) }
      );
    }),
    showPanel.of((view) => meaningPanel(view, facts)),
  ];
}

function offered({ state, pos, explicit }: CompletionContext, facts: Facts) {
  const found = offersAt(state.doc.toString(), pos, facts);
  if (!found) return null;
  const { from, to } = found.stretch;
  // Unasked only once something is being written.
  if (!explicit && from === to) return null;
  const offers = explicit ? found.offers : found.offers.filter(({ kind }) => kind !== "number");
  return {
    from: state.sliceDoc(from, pos).startsWith('"') ? from + 1 : from,
    options: offers.map(option),
    validFor: /^[\w.+-]*$/,
  };
}

function option(offer: Offer, place: number): Completion {
  return {
    label: offer.label,
    ...(offer.detail === undefined ? {} : { detail: offer.detail }),
    ...(offer.about === "" ? {} : { info: offer.about }),
    // In the schema's order, which is that of the documents.
    boost: -place / 10,
    apply(view, _, from, to) {
      const stretch = whereIs(view.state.doc.toString(), to)?.stretch ?? { from, to };
      view.dispatch({
        changes: { ...stretch, insert: offer.writes },
        selection: { anchor: stretch.from + offer.cursor },
        userEvent: "input.complete",
        scrollIntoView: true,
      });
      if (offer.kind === "field") startCompletion(view);
    },
  };
}

function told(text: string, at: number, facts: Facts) {
  const found = pathAt(text, at);
  const meaning = found && meaningAt(readLoosely(text), found.path, facts);
  return found && meaning ? { ...found.stretch, meaning } : null;
}

function meaningBox({ path, sentences }: Meaning): HTMLElement {
  const box = document.createElement("div");
  box.className = "cm-meaning";
  const name = document.createElement("code");
  name.textContent = path;
  box.append(name, ` ${sentences.join(" ")}`);
  return box;
}

/** Says of where the cursor is what the pointer is told, for keyboards and fingers. */
function meaningPanel(view: EditorView, facts: () => Facts): Panel {
  const dom = document.createElement("div");
  dom.className = "cm-place";
  const usual = "Ctrl+Space, or typing, offers what can stand where the cursor is.";
  const show = ({ state }: EditorView) => {
    const found = told(state.doc.toString(), state.selection.main.head, facts());
    dom.replaceChildren(found ? meaningBox(found.meaning) : usual);
  };
  show(view);
  return {
    dom,
    update: ({ view: now, selectionSet, docChanged }) => {
      if (selectionSet || docChanged) show(now);
    },
  };
}
