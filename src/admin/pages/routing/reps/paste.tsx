import { Button, Modal, Stack, Text, Textarea } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMemo, useState } from "react";
import { withValue } from "../../../../routing/edits.ts";
import { useDraft } from "../draft.ts";
import { useMayEdit } from "../may-edit.ts";
import { readPasted, withPasted, type PastedLine } from "./pasted.ts";
import { knownOf, repsOf } from "./known.ts";
import classes from "./reps.module.css";

/** Takes a list of reps from a sheet, once it was shown what it adds and changes, and which of its lines have faults. */
export function Paste() {
  const draft = useDraft();
  const mayEdit = useMayEdit();
  const [opened, dialog] = useDisclosure();
  const [text, setText] = useState("");
  const known = useMemo(() => knownOf(draft), [draft]);
  const lines = useMemo(() => readPasted(text, known), [text, known]);
  const count = (becomes: PastedLine["becomes"]) => lines.filter((line) => line.becomes === becomes).length;
  const [added, changed, faulty] = [count("added"), count("changed"), count("faulty")];
  const take = () => {
    dialog.close();
    setText("");
    draft.become(withValue(draft.source, ["reps"], withPasted(repsOf(draft), lines)), ["reps"]);
  };
  if (!mayEdit) return null;
  return (
    <>
      <Button variant="default" onClick={dialog.open}>
        Paste a list
      </Button>
      <Modal
        opened={opened}
        onClose={dialog.close}
        title="Paste a list of reps"
        size="lg"
        closeButtonProps={{ "aria-label": "Close" }}
      >
        <Stack gap="md">
          <Textarea
            label="From a sheet, or as CSV"
            description="Columns: name, phone, skills, languages, lead, email, hours. The first line may name them. Who is here already is changed."
            placeholder={"name, phone, skills, languages\nFay, +12125550206, sales support, en es"}
            autosize
            minRows={5}
            maxRows={10}
            data-autofocus
            spellCheck={false}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          {lines.length > 0 && (
            <ul className={classes["lines"]} aria-label="What the list does" tabIndex={0}>
              {lines.map((line) => (
                <Line key={line.line} line={line} />
              ))}
            </ul>
          )}
          {faulty > 0 && (
            <Text c="var(--mantine-color-error)" role="status">
              {faulty === 1 ? "One line is left out" : `${faulty} lines are left out`} until it is mended above.
            </Text>
          )}
          <Button onClick={take} disabled={added + changed === 0}>
            {told(added, changed)}
          </Button>
        </Stack>
      </Modal>
    </>
  );
}

function told(added: number, changed: number): string {
  if (added + changed === 0) return "Nothing to add or change";
  const parts = [...(added > 0 ? [`add ${added}`] : []), ...(changed > 0 ? [`change ${changed}`] : [])];
  const words = parts.join(", ");
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

const becoming = { added: "Added", changed: "Changed", same: "As it is", faulty: "Left out" } as const;

function Line({ line: { line, id, rep, becomes, fields, faults } }: { readonly line: PastedLine }) {
  return (
    <li data-becomes={becomes}>
      <b>{becoming[becomes]}</b>
      <span>
        {rep.name ?? id}
        {becomes === "changed" && <small> {fields.join(", ")}</small>}
        {becomes === "added" && <small> {[rep.address, ...(rep.skills ?? [])].join(", ")}</small>}
        {faults.map((fault) => (
          <small key={fault} className={classes["fault"]}>
            Line {line}: {fault}
          </small>
        ))}
      </span>
    </li>
  );
}
