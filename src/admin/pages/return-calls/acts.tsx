import { Button, Textarea } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { meQuery } from "../../me.ts";
import { Asked } from "../../ui/asked.tsx";
import { Dialog, DialogForm } from "../../ui/dialog.tsx";
import { TimeField, timeOf, type Chosen } from "./time-field.tsx";
import { cancel, move, returnCallsKey, tellNews, type Read } from "./wire.ts";

/** What can be done about a return call that is owed. */
export function Acts({ read }: { readonly read: Read }) {
  const queries = useQueryClient();
  const { data: me } = useQuery(meQuery);
  const changed = () => queries.invalidateQueries({ queryKey: returnCallsKey });
  const { state, kind } = read.call;
  if (state.at === "closed" || !me?.may.includes("moveCallback")) return null;
  return (
    <>
      {kind === "promised" && <News read={read} changed={changed} />}
      {kind !== "place" && <Move read={read} changed={changed} />}
      <Asked
        label="Cancel it"
        title="Cancel this return call?"
        confirm="Cancel it"
        grave
        perform={() => cancel(read).then(changed)}
      >
        The customer is not rung any more, and is texted so where the queue sends texts and the number takes them. The
        place in line is lost.
      </Asked>
    </>
  );
}

type ActProps = { readonly read: Read; readonly changed: () => Promise<void> };

function Move({ read, changed }: ActProps) {
  const [opened, dialog] = useDisclosure();
  const { kind, queue, number } = read.call;
  const [chosen, choose] = useState<Chosen>("");
  return (
    <>
      <Button variant="default" onClick={dialog.open}>
        Move it
      </Button>
      <Dialog title="Move it to another time" opened={opened} close={dialog.close}>
        <DialogForm
          submit="Move it"
          close={dialog.close}
          send={async () => {
            await move(read, timeOf(kind, chosen));
            dialog.close();
            await changed();
          }}
        >
          {(errors) => (
            <TimeField
              kind={kind}
              queue={queue}
              number={number}
              value={chosen}
              change={choose}
              error={errors["by"] ?? errors["from"]}
            />
          )}
        </DialogForm>
      </Dialog>
    </>
  );
}

function News({ read, changed }: ActProps) {
  const [opened, dialog] = useDisclosure();
  const [text, setText] = useState("");
  return (
    <>
      <Button variant="default" onClick={dialog.open}>
        How it stands…
      </Button>
      <Dialog title="How it stands" opened={opened} close={dialog.close}>
        <DialogForm
          submit="Keep it"
          close={dialog.close}
          send={async () => {
            await tellNews(read, text.trim());
            dialog.close();
            await changed();
          }}
        >
          {(errors) => (
            <Textarea
              label="What the customer is told"
              description="Said when they ask, and when the time comes and nobody has rung yet."
              value={text}
              onChange={({ currentTarget }) => setText(currentTarget.value)}
              error={errors["text"]}
              maxLength={500}
              minRows={3}
              autosize
              required
              withAsterisk={false}
              data-autofocus
            />
          )}
        </DialogForm>
      </Dialog>
    </>
  );
}
