import { Button, Modal, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useNavigate } from "@tanstack/react-router";
import { useState, type FormEvent } from "react";
import { Icon } from "../../ui/icon.tsx";
import { useDraft } from "./draft.ts";
import { idOf } from "./id-of.ts";
import { useMayEdit } from "./may-edit.ts";
import { wayTo, type SectionName } from "./sections.ts";

type Props = {
  /** What is added, such as "queue". */
  readonly what: string;
  readonly section: SectionName;
  /** What the routing is with a new one: of that id, and called by the words that were typed. */
  readonly add: (source: unknown, id: string, words: string) => unknown;
};

/** Asks what a new one is called, adds it, and opens its form. */
export function AddItem({ what, section, add }: Props) {
  const draft = useDraft();
  const mayEdit = useMayEdit();
  const navigate = useNavigate();
  const [opened, dialog] = useDisclosure();
  const [words, setWords] = useState("");
  const id = idOf(words);
  const title = `Add ${/^[aeiou]/.test(what) ? "an" : "a"} ${what}`;
  const isTaken = draft.names([section]).includes(id);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    dialog.close();
    setWords("");
    draft.become(add(draft.source, id, words.trim()), [section, id]);
    void navigate(wayTo(section, id));
  };
  if (!mayEdit) return null;
  return (
    <>
      <Button variant="default" leftSection={<Icon name="add" size={14} />} onClick={dialog.open}>
        {title}
      </Button>
      <Modal opened={opened} onClose={dialog.close} title={title} closeButtonProps={{ "aria-label": "Close" }}>
        <form onSubmit={submit}>
          <TextInput
            label="Name"
            description={id === "" ? "In a few words" : `In the routing it is “${id}”.`}
            value={words}
            data-autofocus
            error={isTaken ? "There is one of that name already." : undefined}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <Button type="submit" mt="md" disabled={id === "" || isTaken}>
            Add it
          </Button>
        </form>
      </Modal>
    </>
  );
}
