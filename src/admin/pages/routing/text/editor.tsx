import { useEffect, useRef } from "react";
import { openEditor, type Editor } from "./code.ts";
import classes from "./editor.module.css";
import type { Facts } from "../../../../routing/uses.ts";
import type { Stretch } from "../place.ts";

type EditorProps = {
  readonly text: string;
  /** It can be read, searched and copied, and not changed. */
  readonly isReadOnly: boolean;
  readonly type: (text: string) => void;
  readonly save: () => void;
  /** What the server has that a routing can name. */
  readonly facts: Facts;
  /** What is amiss, and where. */
  readonly marks: readonly (Stretch & { readonly message: string })[];
  /** A place to go to; another object goes there again. */
  readonly goTo: Stretch | undefined;
};

/** A text with numbered lines, in which what is amiss is marked. */
export function TextEditor({ text, isReadOnly, type, save, facts, marks, goTo }: EditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor>(undefined);
  const handlers = useRef({ type, save, facts });
  handlers.current = { type, save, facts };
  const first = useRef(text);
  useEffect(() => {
    if (!place.current) return undefined;
    const opened = openEditor(place.current, {
      text: first.current,
      isReadOnly,
      type: (typed) => handlers.current.type(typed),
      save: () => handlers.current.save(),
      facts: () => handlers.current.facts,
    });
    editor.current = opened;
    return () => opened.close();
  }, [isReadOnly]);
  useEffect(() => editor.current?.show(text), [text]);
  useEffect(() => editor.current?.mark(marks), [marks, text]);
  useEffect(() => {
    if (goTo) editor.current?.goTo(goTo);
  }, [goTo]);
  return <div ref={place} className={classes["editor"]} />;
}
