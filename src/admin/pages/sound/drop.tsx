import { Button, Text } from "@mantine/core";
import { useRef, useState, type DragEvent } from "react";
import { Icon } from "../../ui/icon.tsx";
import classes from "./drop.module.css";

/** Where files are dropped, or chosen by a button. */
export function Drop({ send }: { readonly send: (file: File) => void }) {
  const [over, setOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const sendAll = (files: FileList | null) => {
    for (const file of files ?? []) send(file);
  };
  const dragged = (event: DragEvent, is: boolean) => {
    event.preventDefault();
    setOver(is);
  };
  return (
    <section
      className={classes["drop"]}
      data-over={over || undefined}
      aria-label="Upload music"
      onDragOver={(event) => dragged(event, true)}
      onDragLeave={(event) => dragged(event, false)}
      onDrop={(event) => {
        dragged(event, false);
        sendAll(event.dataTransfer.files);
      }}
    >
      <div>
        <Text fw={550}>Drop music here</Text>
        <Text c="dimmed" fz="sm">
          WAV, MP3, FLAC, Ogg Vorbis or Opus; 20 seconds to 20 minutes, up to 50 MB. It is made ready for the telephone.
        </Text>
      </div>
      <input
        ref={chooser}
        type="file"
        accept="audio/*,.opus,.flac"
        multiple
        hidden
        aria-label="Music files"
        onChange={({ currentTarget }) => {
          sendAll(currentTarget.files);
          // The same file can be chosen again.
          currentTarget.value = "";
        }}
      />
      <Button leftSection={<Icon name="add" size={16} />} onClick={() => chooser.current?.click()}>
        Choose files
      </Button>
    </section>
  );
}
