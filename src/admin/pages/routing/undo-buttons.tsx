import { ActionIcon, Tooltip } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { Icon } from "../../ui/icon.tsx";
import { fieldIn } from "./arrival.ts";
import { useDraft } from "./draft.ts";
import { writePath, type Path } from "./path.ts";
import { wayToPath } from "./sections.ts";

/** Takes back what was done in the forms, and does it again: by button, and by Ctrl+Z and Ctrl+Shift+Z anywhere but in a dialog. */
export function UndoButtons() {
  const draft = useDraft();
  const navigate = useNavigate();
  const perform = (way: (() => Path) | undefined) => {
    if (!way) return;
    const at = way();
    // What can be seen from here is gone to here, whichever form it belongs to.
    const to = fieldIn(document, at) ? { to: ".", hash: writePath(at) } : wayToPath(at);
    void navigate({ ...to, replace: true });
  };
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== "z") return;
      if (event.target instanceof Element && event.target.closest("[role=dialog]")) return;
      event.preventDefault();
      perform(event.shiftKey ? draft.redo : draft.undo);
    };
    window.addEventListener("keydown", pressed);
    return () => window.removeEventListener("keydown", pressed);
  });
  return (
    <>
      <One label="Undo" keys="Ctrl+Z" icon="undo" perform={draft.undo && (() => perform(draft.undo))} />
      <One label="Redo" keys="Ctrl+Shift+Z" icon="redo" perform={draft.redo && (() => perform(draft.redo))} />
    </>
  );
}

type OneProps = {
  readonly label: string;
  readonly keys: string;
  readonly icon: "undo" | "redo";
  readonly perform: (() => void) | undefined;
};

function One({ label, keys, icon, perform }: OneProps) {
  return (
    <Tooltip label={`${label} (${keys})`}>
      <ActionIcon variant="subtle" color="gray" size="lg" aria-label={label} disabled={!perform} onClick={perform}>
        <Icon name={icon} />
      </ActionIcon>
    </Tooltip>
  );
}
