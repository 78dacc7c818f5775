import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { sentenceOf } from "../../api.ts";
import classes from "./publish.module.css";
import { when } from "../../time.ts";
import { rollBack, type Edition } from "./wire.ts";

/** Milliseconds for which what was just published can be undone from where one is. */
const undoFor = 15_000;

/** Says that an edition is in force, or is to be, and offers to bring the one before it back. */
export function sayPublished(edition: Edition, before: Edition, done: () => void): void {
  if (edition.state === "scheduled") {
    notifications.show({
      title: "Scheduled",
      message: `It comes into force ${when(edition.from)}. Until then it stands beside the draft and in the history, where its time can be changed and it can be called off.`,
      autoClose: undoFor,
      closeButtonProps: { "aria-label": "Close" },
    });
    return;
  }
  const id = `published ${edition.id}`;
  const undo = async () => {
    notifications.hide(id);
    try {
      await rollBack(before.id);
      notifications.show({ message: "What was in force before is in force again." });
    } catch (error) {
      notifications.show({ title: "It was not undone", message: sentenceOf(error), color: "red" });
    }
    done();
  };
  notifications.show({
    id,
    title: "In force",
    message: (
      <div className={classes["toast"]}>
        The next caller hears it.
        <Button size="compact-sm" variant="default" onClick={() => void undo()}>
          Undo
        </Button>
      </div>
    ),
    autoClose: undoFor,
    closeButtonProps: { "aria-label": "Close" },
  });
}
