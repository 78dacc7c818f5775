import { Button, Modal, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Failed } from "../../ui/states.tsx";
import { when } from "../../time.ts";
import { Asked } from "../../ui/asked.tsx";
import { broughtBy } from "./brought-by.ts";
import { ChangesOf } from "./changes-of.tsx";
import classes from "./frame.module.css";
import { useMayEdit } from "./may-edit.ts";
import { instantOfTyped, WallTime } from "../../ui/wall-time.tsx";
import { callOff, readEdition, readScheduled, readThere, reschedule, saveDraft, type Edition } from "./wire.ts";

/** What is to come into force, by whom and when, with what can still be done about it; nothing where nothing is. */
export function Scheduled({ inForce, done }: { readonly inForce: Edition; readonly done: () => void }) {
  const { data, error, refetch } = useQuery({ queryKey: ["routing", "scheduled"], queryFn: readScheduled });
  const mayEdit = useMayEdit();
  if (error) return <Failed what="What is scheduled cannot be shown" error={error} again={() => void refetch()} />;
  if (!data || data.length === 0) return null;
  return (
    <section aria-labelledby="scheduled">
      <h2 id="scheduled">Scheduled</h2>
      <ul className={classes["scheduled"]} aria-live="polite">
        {data.map((edition) => (
          <li key={edition.id} aria-label={`Scheduled for ${when(edition.from)}`}>
            <Text>
              Comes into force {when(edition.from)}, {broughtBy(edition)}
            </Text>
            {edition.note !== undefined && <Text c="dimmed">{edition.note}</Text>}
            {edition.at < inForce.from && (
              <Text c="var(--mantine-color-error)">
                Another routing came into force since it was scheduled. What that changed, this takes back: look at its
                changes, or call it off and publish it anew.
              </Text>
            )}
            <div className={classes["can"]}>
              <ShowChanges edition={edition} />
              {mayEdit && <ChangeTime edition={edition} done={done} />}
              {mayEdit && <CallOff edition={edition} done={done} />}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

type Props = { readonly edition: Edition; readonly done: () => void };

function ShowChanges({ edition }: Pick<Props, "edition">) {
  const [opened, dialog] = useDisclosure();
  return (
    <>
      <Button variant="default" size="compact-sm" onClick={dialog.open}>
        Changes
      </Button>
      <Modal
        opened={opened}
        onClose={dialog.close}
        title={`What changes ${when(edition.from)}`}
        size="lg"
        closeButtonProps={{ "aria-label": "Close" }}
      >
        <ChangesOf id={edition.id} />
      </Modal>
    </>
  );
}

/** Has an edition that is to come into force come at another time. */
export function ChangeTime({ edition, done }: Props) {
  const [at, setAt] = useState("");
  return (
    <Asked
      small
      label="Change the time"
      title={`Another time than ${when(edition.from)}`}
      confirm={at === "" ? "Schedule" : `Schedule for ${when(instantOfTyped(at))}`}
      perform={async () => {
        await reschedule(edition.id, instantOfTyped(at));
        done();
      }}
    >
      <WallTime label="From" value={at} set={setAt} />
    </Asked>
  );
}

/** Calls an edition off that was to come into force; what it would have changed is not lost. */
export function CallOff({ edition, done }: Props) {
  return (
    <Asked
      small
      label="Call off"
      title={`Call off what was to come ${when(edition.from)}?`}
      confirm="Call it off"
      perform={async () => {
        const { source } = await readEdition(edition.id);
        await callOff(edition.id);
        const { draft } = await readThere();
        if (!draft) await saveDraft(source, null);
        done();
      }}
    >
      <Text>What is in force stays so. What was to come becomes the draft again, unless another is begun already.</Text>
    </Asked>
  );
}
