import { Button, Modal, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { sentenceOf } from "../api.ts";
import classes from "./dialog.module.css";

type AskedProps = {
  /** What stands on the button, and what it is called where that is not enough. */
  readonly label: string;
  readonly name?: string;
  readonly title: string;
  readonly confirm: string;
  readonly perform: () => Promise<unknown>;
  /** Why it cannot be done now; undefined: it can. */
  readonly hindrance?: string | undefined;
  /** It takes something away. */
  readonly grave?: boolean;
  readonly small?: boolean;
  readonly variant?: "default" | "filled" | "subtle";
  readonly children: ReactNode;
};

/** A button for something that is asked once more, with what it means, before it is done. */
export function Asked({
  label,
  name = label,
  title,
  confirm,
  perform,
  hindrance,
  grave = false,
  small = false,
  variant = "default",
  children,
}: AskedProps) {
  const [opened, dialog] = useDisclosure();
  const doing = useMutation({ mutationFn: perform, onSuccess: dialog.close });
  const open = () => {
    doing.reset();
    dialog.open();
  };
  return (
    <>
      <Button
        variant={variant}
        size={small ? "compact-sm" : "sm"}
        aria-label={name}
        disabled={hindrance !== undefined}
        title={hindrance}
        onClick={open}
      >
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
          <div className={classes["buttons"]}>
            <Button variant="default" onClick={dialog.close}>
              Not now
            </Button>
            <Button type="submit" {...(grave ? { color: "red.8" } : {})} loading={doing.isPending}>
              {confirm}
            </Button>
          </div>
        </form>
      </Modal>
    </>
  );
}
