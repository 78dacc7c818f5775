import { Button, Modal, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation } from "@tanstack/react-query";
import { sentenceOf } from "../../api.ts";
import type { Desk, DeskState } from "./draft-desk.ts";
import { Publish } from "./publish.tsx";
import classes from "./publish.module.css";
import { discardDraft } from "./wire.ts";

/** What can be done with the draft: publish it, or throw it away. */
export function Actions({ state, desk }: { readonly state: DeskState; readonly desk: Desk }) {
  const { draft, inForce } = state.there;
  const done = () => void desk.look();
  return (
    <div className={classes["buttons"]}>
      {draft && state.condition === "kept" && <Discard tag={draft.tag} done={done} />}
      <Publish draft={draft} inForce={inForce} hindrance={hindrance(state)} done={done} />
    </div>
  );
}

function hindrance({ there: { draft }, condition }: DeskState): string | undefined {
  if (condition !== "kept") return "Not before it is saved";
  if (!draft || draft.draft.changes.length === 0) return "It changes nothing yet";
  if (draft.draft.faults.length > 0) return "Not before its faults are mended";
  return draft.draft.behind ? "Not before it has caught up" : undefined;
}

function Discard({ tag, done }: { readonly tag: string; readonly done: () => void }) {
  const [opened, dialog] = useDisclosure();
  const discarding = useMutation({
    mutationFn: () => discardDraft(tag),
    onSuccess() {
      dialog.close();
      done();
    },
  });
  return (
    <>
      <Button variant="default" onClick={dialog.open}>
        Throw away
      </Button>
      <Modal
        opened={opened}
        onClose={dialog.close}
        title="Throw the draft away?"
        closeButtonProps={{ "aria-label": "Close" }}
      >
        <Text mb="md">
          The editor shows what is in force again, for everybody. Undo in the editor brings your text back.
        </Text>
        {discarding.error && (
          <Text c="var(--mantine-color-error)" role="alert">
            {sentenceOf(discarding.error)}
          </Text>
        )}
        <div className={classes["buttons"]}>
          <Button variant="default" onClick={dialog.close}>
            Keep it
          </Button>
          <Button color="red" loading={discarding.isPending} onClick={() => discarding.mutate()}>
            Throw it away
          </Button>
        </div>
      </Modal>
    </>
  );
}
