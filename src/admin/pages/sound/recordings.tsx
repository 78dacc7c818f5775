import { ActionIcon, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Icon } from "../../ui/icon.tsx";
import { Empty, Failed } from "../../ui/states.tsx";
import { Asked } from "../../ui/asked.tsx";
import { readPath } from "../routing/path.ts";
import { wayToPath } from "../routing/sections.ts";
import type { Ear, EarState } from "./ear.ts";
import { RecordingUpload } from "./recording-upload.tsx";
import classes from "./recordings.module.css";
import { recordingsQuery, removeRecording, type Recorded } from "./wire.ts";

type RecordingsProps = { readonly ear: Ear; readonly heard: EarState; readonly mayChange: boolean };

/** Prompts that somebody has recorded, to be heard, each with where it is played; one more, and one less. */
export function Recordings({ ear, heard, mayChange }: RecordingsProps) {
  const { data, error, refetch } = useQuery(recordingsQuery);
  if (error) return <Failed what="The recorded prompts cannot be shown" error={error} again={() => void refetch()} />;
  if (!data) return null;
  return (
    <>
      {mayChange && <RecordingUpload label="Upload a recording" />}
      {data.length === 0 ? (
        <Empty title="No recorded prompts">
          Callers hear a voice read every prompt.{" "}
          {mayChange
            ? "Upload what somebody has spoken, up to two minutes; it is made as loud as the voice. Then a prompt can play it instead."
            : "An admin can upload what somebody has spoken."}
        </Empty>
      ) : (
        <ul className={classes["recordings"]}>
          {data.map((one) => (
            <li key={one.file} aria-label={one.file}>
              <Recording one={one} ear={ear} heard={heard} mayChange={mayChange} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Recording({ one, ear, heard, mayChange }: RecordingsProps & { readonly one: Recorded }) {
  const queries = useQueryClient();
  const { file, url, from, prompts, draftPrompts = prompts } = one;
  const isUsed = prompts.length > 0 || draftPrompts.length > 0;
  const playing = heard.url === url && heard.playing;
  return (
    <>
      <ActionIcon
        size={40}
        radius="50%"
        variant={playing ? "filled" : "default"}
        aria-label={playing ? `Pause ${file}` : `Play ${file}`}
        onClick={() => (playing ? ear.pause() : ear.play(url))}
      >
        <Icon name={playing ? "pause" : "play"} size={20} />
      </ActionIcon>
      <b>{file}</b>
      <span>
        {draftPrompts.length === 0 && "No prompt plays it"}
        {draftPrompts.map((path) => (
          <Link key={path} {...wayToPath(readPath(path))}>
            {path}
          </Link>
        ))}
      </span>
      {mayChange && from === "upload" && !isUsed && (
        <Asked
          small
          label="Remove"
          title={`Remove ${file}?`}
          confirm="Remove it"
          perform={async () => {
            await removeRecording(file);
            await queries.invalidateQueries({ queryKey: recordingsQuery.queryKey });
          }}
        >
          <Text>
            No prompt can play it any more. Whoever is on the line with it hears it on. It cannot be brought back.
          </Text>
        </Asked>
      )}
    </>
  );
}
