import { Button, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { floorQuery } from "../../live.ts";
import { meQuery } from "../../me.ts";
import { Dialog, DialogForm } from "../../ui/dialog.tsx";
import { TimeField, timeOf, type Chosen } from "./time-field.tsx";
import { promise, returnCallsKey, type Kind, type Wish } from "./wire.ts";

/** Promises a return call to somebody who asked otherwise than by phone. */
export function Promising() {
  const [opened, dialog] = useDisclosure();
  return (
    <>
      <Button onClick={dialog.open}>Promise one</Button>
      <Dialog title="Promise a return call" opened={opened} close={dialog.close}>
        <Form close={dialog.close} />
      </Dialog>
    </>
  );
}

const choices: Readonly<Record<Kind, string>> = {
  place: "As soon as it is their turn",
  booked: "In a window",
  promised: "By a time, on a rep’s word",
};

function Form({ close }: { readonly close: () => void }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { data: floor } = useQuery(floorQuery);
  const [number, setNumber] = useState("");
  const [queue, setQueue] = useState("");
  const { data: me } = useQuery(meQuery);
  // A rep gives no word but the rep's own.
  const own = me?.role === "rep" ? (me.rep ?? "") : undefined;
  const [kind, setKind] = useState<Kind>(own === undefined ? "place" : "promised");
  const [rep, setRep] = useState(own ?? "");
  const [chosen, choose] = useState<Chosen>("");
  const [note, setNote] = useState("");
  const wished = (): Wish => {
    const about = { number: number.trim(), queue, ...(note.trim() === "" ? {} : { note: note.trim() }) };
    if (kind === "place") return { ...about, kind };
    const { from = "", by = "" } = timeOf(kind, chosen);
    return kind === "booked" ? { ...about, kind, from } : { ...about, kind, by, rep };
  };
  return (
    <DialogForm
      submit="Promise it"
      close={close}
      send={async () => {
        const made = await promise(wished());
        close();
        await queries.invalidateQueries({ queryKey: returnCallsKey });
        await navigate({ to: "/return-calls/$id", params: { id: made.id } });
      }}
    >
      {(errors) => (
        <>
          <TextInput
            label="Number"
            type="tel"
            placeholder="+1 212 555 0123"
            value={number}
            onChange={({ currentTarget }) => setNumber(currentTarget.value)}
            error={errors["number"]}
            maxLength={40}
            required
            withAsterisk={false}
            data-autofocus
          />
          <NativeSelect
            label="Queue"
            value={queue}
            onChange={({ currentTarget }) => setQueue(currentTarget.value)}
            data={[
              { value: "", label: "Choose a queue" },
              ...(floor?.queues ?? []).map(({ id }) => ({ value: id, label: id })),
            ]}
            error={errors["queue"]}
            required
            withAsterisk={false}
          />
          <NativeSelect
            label="When"
            value={kind}
            onChange={({ currentTarget }) => {
              setKind(currentTarget.value as Kind);
              choose("");
            }}
            data={Object.entries(choices)
              .filter(([value]) => own === undefined || value === "promised")
              .map(([value, label]) => ({ value, label }))}
            error={errors["kind"]}
          />
          {kind === "promised" && (
            <NativeSelect
              label="Rep"
              value={rep}
              onChange={({ currentTarget }) => setRep(currentTarget.value)}
              data={[
                { value: "", label: "Choose a rep" },
                ...(floor?.reps ?? [])
                  .filter(({ id }) => own === undefined || id === own)
                  .map(({ id, name }) => ({ value: id, label: name })),
              ]}
              error={errors["rep"]}
              required
              withAsterisk={false}
            />
          )}
          {kind !== "place" && (
            <TimeField
              kind={kind}
              queue={queue}
              number={number}
              value={chosen}
              change={choose}
              error={errors["by"] ?? errors["from"]}
            />
          )}
          <Textarea
            label="What for"
            description="The rep hears it before the call."
            value={note}
            onChange={({ currentTarget }) => setNote(currentTarget.value)}
            error={errors["note"]}
            maxLength={500}
            autosize
          />
        </>
      )}
    </DialogForm>
  );
}
