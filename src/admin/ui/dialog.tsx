import { Button, Modal, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ApiProblem, sentenceOf } from "../api.ts";
import classes from "./dialog.module.css";

type DialogProps = {
  readonly title: string;
  readonly opened: boolean;
  readonly close: () => void;
  readonly children: ReactNode;
};

/** A window over the page. */
export function Dialog({ title, opened, close, children }: DialogProps) {
  return (
    <Modal opened={opened} onClose={close} title={title} closeButtonProps={{ "aria-label": "Close" }}>
      {children}
    </Modal>
  );
}

type FormProps = {
  readonly submit: string;
  readonly send: () => Promise<unknown>;
  readonly close: () => void;
  /** The fields; told what is wrong with each, by its name. */
  readonly children: (errors: Readonly<Record<string, string>>) => ReactNode;
};

/** A form in a window: what is refused stands at its field, or below. */
export function DialogForm({ submit, send, close, children }: FormProps) {
  const sending = useMutation({ mutationFn: send });
  const fields = sending.error instanceof ApiProblem ? sending.error.fields : {};
  return (
    <form
      className={classes["form"]}
      onSubmit={(event) => {
        event.preventDefault();
        sending.mutate();
      }}
    >
      {children(fields)}
      {sending.error && Object.keys(fields).length === 0 && (
        <Text c="var(--mantine-color-error)" role="alert">
          {sentenceOf(sending.error)}
        </Text>
      )}
      <div className={classes["buttons"]}>
        <Button variant="default" onClick={close}>
          Not now
        </Button>
        <Button type="submit" loading={sending.isPending}>
          {submit}
        </Button>
      </div>
    </form>
  );
}
