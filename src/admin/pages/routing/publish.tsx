import { Button, Modal, SegmentedControl, Stack, Text, Textarea } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { sentenceOf } from "../../api.ts";
import { ToldChanges } from "./changes/changes.tsx";
import { tell } from "./changes/tell.ts";
import classes from "./publish.module.css";
import { sayPublished } from "./said.tsx";
import { instantOfTyped, WallTime } from "../../ui/wall-time.tsx";
import { when } from "../../time.ts";
import { publish, type InForce, type ReadDraft } from "./wire.ts";

type PublishProps = {
  readonly draft: ReadDraft | null;
  readonly inForce: InForce;
  /** Why it cannot be published now; undefined: it can. */
  readonly hindrance: string | undefined;
  /** Told when it was published, or when it turned out that it could not be. */
  readonly done: () => void;
};

/** The way from a draft to the callers: what changes is shown once more, and confirmed. */
export function Publish({ draft, inForce, hindrance, done }: PublishProps) {
  const [opened, dialog] = useDisclosure();
  return (
    <>
      <Button onClick={dialog.open} disabled={hindrance !== undefined} title={hindrance}>
        Publish…
      </Button>
      {draft && (
        <Modal
          opened={opened}
          onClose={dialog.close}
          title="Publish the draft"
          size="lg"
          closeButtonProps={{ "aria-label": "Close" }}
        >
          <Confirm draft={draft} inForce={inForce} close={dialog.close} done={done} />
        </Modal>
      )}
    </>
  );
}

type ConfirmProps = {
  readonly draft: ReadDraft;
  readonly inForce: InForce;
  readonly close: () => void;
  readonly done: () => void;
};

function Confirm({ draft: { draft, tag }, inForce, close, done }: ConfirmProps) {
  const [note, setNote] = useState("");
  const [later, setLater] = useState(false);
  const [at, setAt] = useState("");
  const publishing = useMutation({
    mutationFn: () =>
      publish(tag, {
        ...(note.trim() === "" ? {} : { note: note.trim() }),
        ...(later ? { from: instantOfTyped(at) } : {}),
      }),
    onSuccess(edition) {
      close();
      done();
      sayPublished(edition, inForce, done);
    },
    onError: done,
  });
  const told = useMemo(() => tell(inForce.source, draft.source), [inForce, draft]);
  const count = told.length;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        publishing.mutate();
      }}
    >
      <Stack gap="md">
        <Text>
          {count === 1 ? "One place changes." : `${count} places change.`} Callers on the line keep what they began
          with; the next caller hears the new.
        </Text>
        <div className={classes["changes"]} tabIndex={0} role="group" aria-label="What changes">
          <ToldChanges told={told} />
        </div>
        <Textarea
          label="Note"
          description="What it is for. It stands in the history."
          value={note}
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
          maxLength={500}
          autosize
          minRows={2}
        />
        <SegmentedControl
          aria-label="When"
          data={[
            { value: "now", label: "Now" },
            { value: "later", label: "At a time" },
          ]}
          value={later ? "later" : "now"}
          onChange={(value) => setLater(value === "later")}
        />
        {later && <WallTime label="From" value={at} set={setAt} />}
        {publishing.error && (
          <Text c="var(--mantine-color-error)" role="alert">
            {sentenceOf(publishing.error)}
          </Text>
        )}
        <div className={classes["buttons"]}>
          <Button variant="default" onClick={close}>
            Not yet
          </Button>
          <Button type="submit" loading={publishing.isPending} disabled={later && at === ""}>
            {later ? (at === "" ? "Schedule" : `Schedule for ${when(instantOfTyped(at))}`) : "Publish now"}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
