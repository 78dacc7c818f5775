import { ActionIcon } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Icon } from "../../ui/icon.tsx";
import { Empty, Failed } from "../../ui/states.tsx";
import { readPath } from "../routing/path.ts";
import { wayToPath } from "../routing/sections.ts";
import type { Ear, EarState } from "./ear.ts";
import classes from "./recordings.module.css";
import { readRecordings } from "./wire.ts";

type RecordingsProps = { readonly ear: Ear; readonly heard: EarState };

/** Prompts that somebody has recorded, to be heard, each with where it is played. */
export function Recordings({ ear, heard }: RecordingsProps) {
  const { data, error, refetch } = useQuery({ queryKey: ["recordings"], queryFn: readRecordings });
  if (error) return <Failed what="The recorded prompts cannot be shown" error={error} again={() => void refetch()} />;
  if (!data) return null;
  if (data.length === 0)
    return (
      <Empty title="No recorded prompts">
        Callers hear a voice read every prompt. A .wav file in the folder audio/recorded is listed here from the next
        start on, and a prompt can then play it in place of the voice.
      </Empty>
    );
  return (
    <ul className={classes["recordings"]}>
      {data.map(({ file, url, prompts, draftPrompts = prompts }) => {
        const playing = heard.url === url && heard.playing;
        return (
          <li key={file} aria-label={file}>
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
          </li>
        );
      })}
    </ul>
  );
}
