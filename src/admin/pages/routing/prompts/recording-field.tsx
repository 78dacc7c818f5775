import { ActionIcon, NativeSelect } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import { meQuery } from "../../../me.ts";
import { Icon } from "../../../ui/icon.tsx";
import { openEar } from "../../sound/ear.ts";
import { RecordingUpload } from "../../sound/recording-upload.tsx";
import { recordingsQuery } from "../../sound/wire.ts";
import classes from "./prompts.module.css";

type RecordingFieldProps = {
  /** The language that it is spoken in, by its name. */
  readonly language: string;
  /** The file; empty: none is chosen yet. */
  readonly value: string;
  readonly set: (file: string) => void;
  readonly error: string | undefined;
};

/** Which recording a prompt plays in a language: to be chosen, heard, and uploaded. */
export function RecordingField({ language, value, set, error }: RecordingFieldProps) {
  const queries = useQueryClient();
  const { data = [] } = useQuery(recordingsQuery);
  const [ear] = useState(openEar);
  const heard = useSyncExternalStore(ear.subscribe, ear.state);
  useEffect(() => () => ear.close(), [ear]);
  const mayUpload = queries.getQueryData(meQuery.queryKey)?.may.includes("uploadRecording") ?? false;
  const url = data.find(({ file }) => file === value)?.url;
  const playing = url !== undefined && heard.url === url && heard.playing;
  const known = data.map(({ file }) => file);
  const first = data.length === 0 ? "None is uploaded yet" : "Choose a recording";
  return (
    <div className={classes["recording"]}>
      <div className={classes["choose"]}>
        <NativeSelect
          label="Recording"
          aria-label={`Recording in ${language}`}
          value={value}
          error={error}
          data={[
            { value: "", label: first },
            ...(value !== "" && !known.includes(value) ? [{ value, label: `${value} (not there)` }] : []),
            ...known,
          ]}
          onChange={({ currentTarget }) => set(currentTarget.value)}
        />
        <ActionIcon
          size={36}
          radius="50%"
          variant={playing ? "filled" : "default"}
          aria-label={playing ? `Pause the recording in ${language}` : `Play the recording in ${language}`}
          disabled={url === undefined}
          onClick={() => (playing ? ear.pause() : url !== undefined && ear.play(url))}
        >
          <Icon name={playing ? "pause" : "play"} size={18} />
        </ActionIcon>
      </div>
      {mayUpload && <RecordingUpload label={`Upload one in ${language}`} done={({ file }) => set(file)} />}
    </div>
  );
}
