import { Button, Group, Modal, Text } from "@mantine/core";
import { useState } from "react";
import { sentenceOf } from "../../api.ts";
import { removeTrack, type Track } from "./wire.ts";

type RemovingProps = { readonly track: Track | undefined; readonly close: () => void; readonly done: () => void };

/** Asks once more before a track is removed. */
export function Removing({ track, close, done }: RemovingProps) {
  const [trouble, setTrouble] = useState<string>();
  const remove = async (id: string) => {
    try {
      await removeTrack(id);
      setTrouble(undefined);
      close();
      done();
    } catch (error) {
      setTrouble(sentenceOf(error));
    }
  };
  return (
    <Modal
      opened={track !== undefined}
      onClose={close}
      title={`Remove ${track?.title ?? ""}?`}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <Text>No queue can play it any more. Whoever is hearing it now hears it on. It cannot be brought back.</Text>
      {trouble !== undefined && (
        <Text c="red" role="alert" mt="sm">
          {trouble}
        </Text>
      )}
      <Group mt="lg" gap="xs" justify="flex-end">
        <Button variant="default" onClick={close}>
          Keep it
        </Button>
        <Button color="red" onClick={() => track && void remove(track.id)}>
          Remove it
        </Button>
      </Group>
    </Modal>
  );
}
