import { Button, Modal, Text, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState, type FormEvent } from "react";
import { usesOf, type NameKind } from "../../../routing/uses.ts";
import type { Path } from "./path.ts";
import { useDraft } from "./draft.ts";
import { inWords } from "./in-words.ts";
import classes from "./form.module.css";
import { useMayEdit } from "./may-edit.ts";
import { writePath } from "./path.ts";
import { wayTo, wayToPath, type SectionName } from "./sections.ts";

type Props = {
  /** What it is, such as "queue". */
  readonly what: string;
  readonly section: SectionName;
  readonly id: string;
};

/** Gives something another name, and all that names it too. */
export function Rename({ what, section, kind, id }: Props & { readonly kind: NameKind }) {
  const draft = useDraft();
  const mayEdit = useMayEdit();
  const navigate = useNavigate();
  const [opened, dialog] = useDisclosure();
  const [typed, setTyped] = useState(id);
  const uses = opened ? usesOf(draft.source, kind, id).length : 0;
  const isTaken = typed !== id && draft.names([kind]).includes(typed);
  const rename = (event: FormEvent) => {
    event.preventDefault();
    dialog.close();
    if (typed === id || typed === "") return;
    draft.rename(kind, id, typed);
    void navigate(wayTo(section, typed));
  };
  const open = () => {
    setTyped(id);
    dialog.open();
  };
  if (!mayEdit) return null;
  return (
    <>
      <Button variant="default" size="compact-md" onClick={open}>
        Rename
      </Button>
      <Modal
        opened={opened}
        onClose={dialog.close}
        title={`Rename the ${what}`}
        closeButtonProps={{ "aria-label": "Close" }}
      >
        <form onSubmit={rename}>
          <TextInput
            label="Name"
            description="Lower-case letters, digits and hyphens. Callers never hear it."
            value={typed}
            data-autofocus
            error={isTaken ? "There is one of that name already." : undefined}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Text c="dimmed" mt="sm" mb="md">
            {uses === 0
              ? "Nothing else names it."
              : `What names it is changed with it, in ${uses} ${uses === 1 ? "place" : "places"}.`}
          </Text>
          <Button type="submit" disabled={isTaken || typed === ""}>
            Rename
          </Button>
        </form>
      </Modal>
    </>
  );
}

type RemoveProps = Props & {
  /** Where it stands in the routing. */
  readonly path: Path;
  /** What means it by its name, where it has one. */
  readonly kind?: NameKind;
};

/** Takes something out. Where it is still in use that is said first, place by place. */
export function Remove({ what, section, kind, id, path }: RemoveProps) {
  const draft = useDraft();
  const mayEdit = useMayEdit();
  const navigate = useNavigate();
  const [opened, dialog] = useDisclosure();
  const remove = () => {
    dialog.close();
    draft.change(path, undefined);
    void navigate(wayTo(section));
  };
  const uses = kind === undefined ? [] : usesOf(draft.source, kind, id);
  if (!mayEdit) return null;
  return (
    <>
      <Button variant="default" size="compact-md" onClick={uses.length > 0 ? dialog.open : remove}>
        Remove
      </Button>
      <Modal
        opened={opened}
        onClose={dialog.close}
        title={`Remove the ${what} “${id}”?`}
        closeButtonProps={{ "aria-label": "Close" }}
      >
        <Text>It is still used. Until these lead elsewhere, the draft cannot be published:</Text>
        <ul className={classes["uses"]}>
          {uses.map((use) => (
            <li key={writePath(use)}>
              <Link {...wayToPath(use)} onClick={dialog.close}>
                {inWords(draft.source, use)}
              </Link>
            </li>
          ))}
        </ul>
        <div className={classes["acts"]}>
          <Button variant="default" onClick={dialog.close}>
            Keep it
          </Button>
          <Button color="red" onClick={remove}>
            Remove it
          </Button>
        </div>
      </Modal>
    </>
  );
}
