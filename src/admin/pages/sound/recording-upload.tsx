import { Button, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { sentenceOf } from "../../api.ts";
import { Icon } from "../../ui/icon.tsx";
import classes from "./recordings.module.css";
import { recordingsQuery, uploadRecording, type TakenIn } from "./wire.ts";

type UploadProps = { readonly label: string; readonly done?: (taken: TakenIn) => void };

/** Takes the recording of a prompt in, and says what became of it. */
export function RecordingUpload({ label, done }: UploadProps) {
  const queries = useQueryClient();
  const chooser = useRef<HTMLInputElement>(null);
  const sending = useMutation({
    mutationFn: uploadRecording,
    async onSuccess(taken) {
      await queries.invalidateQueries({ queryKey: recordingsQuery.queryKey });
      done?.(taken);
    },
  });
  const { data, error, isPending } = sending;
  return (
    <div className={classes["upload"]}>
      <input
        ref={chooser}
        type="file"
        accept="audio/*,.opus,.flac"
        hidden
        aria-label={`${label}: file`}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) sending.mutate(file);
          // The same file can be chosen again.
          currentTarget.value = "";
        }}
      />
      <Button
        variant="default"
        size="xs"
        loading={isPending}
        leftSection={<Icon name="add" size={15} />}
        onClick={() => chooser.current?.click()}
      >
        {label}
      </Button>
      <div role="status">
        {isPending && "It is being read."}
        {data && !isPending && `${data.file} is here, ${Math.max(1, Math.round(data.seconds))} s. `}
        {data && !isPending && data.warnings.join(" ")}
      </div>
      {error && (
        <Text c="var(--mantine-color-error)" fz="sm" role="alert">
          {sentenceOf(error)}
        </Text>
      )}
    </div>
  );
}
