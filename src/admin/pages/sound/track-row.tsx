import { ActionIcon, Menu } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { clock } from "../hear/time.ts";
import { Icon } from "../../ui/icon.tsx";
import type { Ear, EarState } from "./ear.ts";
import classes from "./track-row.module.css";
import { Waveform } from "./waveform.tsx";
import { readWaveform, type Track } from "./wire.ts";

type TrackRowProps = {
  readonly track: Track;
  readonly queues: readonly string[];
  readonly ear: Ear;
  readonly heard: EarState;
  /** Whether whoever looks may change anything. */
  readonly mayChange: boolean;
  readonly playIn: (queue: string, plays: boolean) => void;
  readonly remove: () => void;
};

/** One track: how it looks and sounds, its figures, and who plays it. */
export function TrackRow({ track, queues, ear, heard, mayChange, playIn, remove }: TrackRowProps) {
  const { id, title, url, seconds, kind } = track;
  const { data: peaks } = useQuery({
    queryKey: ["waveform", id],
    queryFn: () => readWaveform(id),
    staleTime: Infinity,
  });
  const isHere = heard.url === url;
  const playing = isHere && heard.playing;
  return (
    <li className={classes["track"]} aria-label={title}>
      <ActionIcon
        size={40}
        radius="50%"
        variant={playing ? "filled" : "default"}
        aria-label={playing ? `Pause ${title}` : `Play ${title}`}
        onClick={() => (playing ? ear.pause() : ear.play(url))}
      >
        <Icon name={playing ? "pause" : "play"} size={20} />
      </ActionIcon>
      <div className={classes["name"]}>
        <b title={title}>{title}</b>
        <small title="Length · loudness · share of its power that a telephone carries">
          {isHere && heard.position > 0 ? `${clock(heard.position)} of ` : ""}
          {clock(seconds)} · {figures(track)}
        </small>
      </div>
      <div className={classes["wave"]}>
        <Waveform
          name={title}
          peaks={peaks}
          seconds={seconds}
          position={isHere ? heard.position : 0}
          seek={(position) => ear.play(url, position)}
        />
      </div>
      <div className={classes["uses"]}>
        {kind === "instrumental" ? <Uses track={track} /> : <span>{framed[kind]}</span>}
      </div>
      {kind === "instrumental" && mayChange && (
        <Choices track={track} queues={queues} playIn={playIn} remove={remove} />
      )}
    </li>
  );
}

const framed = {
  bed: "After announcements",
  ident: "Before announcements",
  announcement: "Announcement",
} as const;

const decibels = new Intl.NumberFormat("en", { maximumFractionDigits: 1, minimumFractionDigits: 1 });
const percent = (share: number) => `${Math.round(100 * share)} %`;

function figures({ loudness, bandShare, speechShare }: Track): string {
  const speech = speechShare >= 0.02 ? ` · ${percent(speechShare)} speech` : "";
  return `${decibels.format(loudness)} LUFS · ${percent(bandShare)} in band${speech}`;
}

/** The queues that play it, in force and in the draft. */
function Uses({ track: { queues, draftQueues = queues } }: { readonly track: Track }) {
  const all = [...new Set([...queues, ...draftQueues])];
  if (all.length === 0) return <span>No queue plays it</span>;
  return (
    <ul aria-label="Queues that play it">
      {all.map((queue) => (
        <li key={queue}>
          {queue}
          {!queues.includes(queue) && <small>draft</small>}
          {!draftQueues.includes(queue) && <small>until published</small>}
        </li>
      ))}
    </ul>
  );
}

type ChoicesProps = Pick<TrackRowProps, "track" | "queues" | "playIn" | "remove">;

function Choices({ track, queues, playIn, remove }: ChoicesProps) {
  const { title, from, queues: inForce, draftQueues = inForce } = track;
  const used = inForce.length > 0 || draftQueues.length > 0;
  return (
    <Menu position="bottom-end" withinPortal closeOnItemClick={false}>
      <Menu.Target>
        <ActionIcon size={36} variant="subtle" color="gray" aria-label={`Choices for ${title}`}>
          <Icon name="more" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Played in the draft by</Menu.Label>
        {queues.map((queue) => {
          const plays = draftQueues.includes(queue);
          return (
            <Menu.CheckboxItem key={queue} checked={plays} onChange={(checked) => playIn(queue, checked)}>
              {queue}
            </Menu.CheckboxItem>
          );
        })}
        {from === "upload" && (
          <>
            <Menu.Divider />
            <Menu.Item color="red" closeMenuOnClick disabled={used} onClick={remove}>
              {used ? "Remove (queues play it)" : "Remove"}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
