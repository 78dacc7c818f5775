import { useLocation } from "@tanstack/react-router";
import { useMemo } from "react";
import { useDesk } from "../desk-context.ts";
import { faultsIn } from "../faults.tsx";
import { readPath } from "../path.ts";
import { placeOf } from "../place.ts";
import { TextEditor } from "./editor.tsx";
import { useFacts } from "./facts.ts";
import { useMayEdit } from "../may-edit.ts";

/** The draft as text. The address names after `#` which path is gone to. */
export function Section() {
  const { desk, state } = useDesk();
  const { hash, state: visit } = useLocation();
  const { text } = state;
  const marks = useMemo(() => faultsIn(state), [state]);
  // Another visit goes there again; another text does not.
  const goTo = useMemo(
    () => (hash === "" ? undefined : placeOf(desk.state().text, readPath(hash))),
    [desk, hash, visit.key],
  );
  const facts = useFacts();
  const isReadOnly = !useMayEdit();
  return (
    <TextEditor
      text={text}
      isReadOnly={isReadOnly}
      type={desk.type}
      save={() => void desk.save()}
      {...{ facts, marks, goTo }}
    />
  );
}
