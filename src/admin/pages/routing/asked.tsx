import { Button, Modal, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { sentenceOf } from "../../api.ts";
import classes from "./publish.module.css";

type AskedProps = {
  readonly label: string;
  readonly title: string;
  readonly confirm: string;
  readonly perform: () => Promise<void>;
  readonly children: ReactNode;
};

/** A button for something that is asked once more before it is done. */
export function Asked({ label, title, confirm, perform, children }: AskedProps) {
  const [opened, dialog] = useDisclosure();
  const doing = useMutation({ mutationFn: perform, onSuccess: dialog.close });
  return (
    <>
      <Button variant="default" size="compact-sm" onClick={dialog.open}>
        {label}
      </Button>
      <Modal opened={opened} onClose={dialog.close} title={title} closeButtonProps={{ "aria-label": "Close" }}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            doing.mutate();
          }}
        >
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
            <Button type="submit" loading={doing.isPending}>
              {confirm}
            </Button>
          </div>
        </form>
      </Modal>
    </>
  );
}
