import { Button, Modal, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { sentenceOf } from "../../api.ts";
import { ChangesOf } from "./changes-of.tsx";
import classes from "./publish.module.css";
import { sayPublished } from "./said.tsx";
import { when } from "./when.ts";
import { callOff, readInForce, rollBack, type Edition } from "./wire.ts";

type Props = { readonly edition: Edition; readonly done: () => void };

/** Brings an edition of before back, once it was shown what that changes. */
export function BringBack({ edition, done }: Props) {
  return (
    <Asked
      label="Roll back to this"
      title={`Roll back to ${when(edition.from)}?`}
      confirm="Roll back now"
      perform={async () => {
        const before = await readInForce();
        sayPublished(await rollBack(edition.id), before, done);
        done();
      }}
    >
      <Text mb="sm">The next caller hears it. This is what changes:</Text>
      <div className={classes["changes"]} tabIndex={0} role="group" aria-label="What changes">
        <ChangesOf id={edition.id} />
      </div>
    </Asked>
  );
}

/** Calls an edition off that was to come into force. */
export function CallOff({ edition, done }: Props) {
  return (
    <Asked
      label="Call off"
      title={`Call off what was to come ${when(edition.from)}?`}
      confirm="Call it off"
      perform={async () => {
        await callOff(edition.id);
        done();
      }}
    >
      <Text>What is in force stays so.</Text>
    </Asked>
  );
}

type AskedProps = {
  readonly label: string;
  readonly title: string;
  readonly confirm: string;
  readonly perform: () => Promise<void>;
  readonly children: ReactNode;
};

/** A button for something that is asked once more before it is done. */
function Asked({ label, title, confirm, perform, children }: AskedProps) {
  const [opened, dialog] = useDisclosure();
  const doing = useMutation({ mutationFn: perform, onSuccess: dialog.close });
  return (
    <>
      <Button variant="default" size="compact-sm" onClick={dialog.open}>
        {label}
      </Button>
      <Modal opened={opened} onClose={dialog.close} title={title} closeButtonProps={{ "aria-label": "Close" }}>
        {children}
        {doing.error && (
          <Text c="var(--mantine-color-error)" role="alert" mt="sm">
            {sentenceOf(doing.error)}
          </Text>
        )}
        <div className={classes["buttons"]} style={{ marginTop: 16 }}>
          <Button variant="default" onClick={dialog.close}>
            Not now
          </Button>
          <Button loading={doing.isPending} onClick={() => doing.mutate()}>
            {confirm}
          </Button>
        </div>
      </Modal>
    </>
  );
}
