import { ActionIcon, Button, Menu, SegmentedControl, Text, Tooltip } from "@mantine/core";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { Icon } from "../../ui/icon.tsx";
import { captionOf } from "./captions.ts";
import { Figures } from "./figures.tsx";
import { Lints } from "./lints.tsx";
import classes from "./listen.module.css";
import { nextWords, passageAt, wordsBefore } from "./place.ts";
import { openPlayer, speeds, type Player, type Speed } from "./player.ts";
import { clock } from "./time.ts";
import { Timeline } from "./timeline.tsx";
import { hasVoice } from "./voice.ts";
import type { Question, Wait } from "./wire.ts";
import { Words } from "./words.tsx";

type ListenProps = {
  readonly wait: Wait;
  readonly titles: ReadonlyMap<string, string>;
  readonly keys: Question["keys"];
  readonly setKeys: (keys: Question["keys"]) => void;
};

/** The wait to be listened to. */
export function Listen(props: ListenProps) {
  const audio = useRef<HTMLAudioElement>(null);
  const [player, setPlayer] = useState<Player>();
  const { wait } = props;
  useEffect(() => {
    if (!audio.current) return undefined;
    const opened = openPlayer(wait, audio.current);
    setPlayer(opened);
    return () => opened.close();
    // Another wait is handed to the player that there is: it stays at its place.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  useEffect(() => player?.take(wait), [player, wait]);
  return (
    <>
      <audio ref={audio} />
      {player && <Listening {...props} player={player} />}
    </>
  );
}

function Listening({ wait, titles, keys, setKeys, player }: ListenProps & { readonly player: Player }) {
  const { position, playing, speed, trouble } = useSyncExternalStore(player.subscribe, player.state);
  const [zoom, setZoom] = useState(() => (window.innerWidth < 600 ? 4 : 1));
  const toggle = () => (playing ? player.pause() : player.play());
  const { seek } = player;
  const now = passageAt(wait.passages, position);
  return (
    <>
      <div className={classes["bar"]}>
        <ActionIcon size={44} radius="50%" aria-label={playing ? "Pause" : "Play"} onClick={toggle}>
          <Icon name={playing ? "pause" : "play"} size={22} />
        </ActionIcon>
        <Jump label="To the words before" icon="back" to={wordsBefore(wait.passages, position)} seek={seek} />
        <Jump label="To the next words" icon="forward" to={nextWords(wait.passages, position)} seek={seek} />
        <span className={classes["time"]}>
          <b>{clock(position)}</b> of {clock(wait.seconds)}
        </span>
        <SegmentedControl
          size="xs"
          aria-label="Speed"
          value={String(speed)}
          onChange={(value) => player.setSpeed(Number(value) as Speed)}
          data={speeds.map((one) => ({ value: String(one), label: `${one}×` }))}
        />
        <PressKey at={position} keys={keys} setKeys={setKeys} />
      </div>
      <p className={classes["caption"]} data-kind={now?.kind ?? "silence"}>
        {captionOf(now, titles)}
      </p>
      {trouble !== undefined && (
        <Text c="red" role="alert">
          {trouble}
        </Text>
      )}
      {playing && !hasVoice() && (
        <Text c="dimmed" fz="sm">
          This browser has no voice: read the words while the music plays.
        </Text>
      )}
      <Timeline
        wait={wait}
        titles={titles}
        position={position}
        zoom={zoom}
        setZoom={setZoom}
        seek={seek}
        toggle={toggle}
      />
      <Pressed keys={keys} setKeys={setKeys} />
      <div className={classes["below"]}>
        <Words wait={wait} position={position} seek={seek} />
        <div className={classes["side"]}>
          <Lints wait={wait} seek={seek} />
          <section aria-labelledby="figures">
            <h2 id="figures">Figures</h2>
            <Figures wait={wait} />
          </section>
        </div>
      </div>
    </>
  );
}

type JumpProps = {
  readonly label: string;
  readonly icon: "back" | "forward";
  readonly to: number | undefined;
  readonly seek: Player["seek"];
};

function Jump({ label, icon, to, seek }: JumpProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="default"
        size={36}
        radius="50%"
        aria-label={label}
        disabled={to === undefined}
        onClick={() => to !== undefined && seek(to)}
      >
        <Icon name={icon} />
      </ActionIcon>
    </Tooltip>
  );
}

/** Keys that do something in a wait, and what. */
const waitKeys = [
  ["1", "be called back"],
  ["2", "a quiet wait"],
  ["3", "leave a message"],
  ["5", "details as a text"],
  ["0", "reception"],
  ["*", "hear the choices"],
  ["#", "more time"],
] as const;

type KeysProps = { readonly keys: Question["keys"]; readonly setKeys: (keys: Question["keys"]) => void };

/** Lets the caller of the wait press a key where it is being heard. */
function PressKey({ at, keys, setKeys }: KeysProps & { readonly at: number }) {
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button variant="default" size="xs" leftSection={<Icon name="keypad" size={15} />}>
          Press a key here
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {waitKeys.map(([key, does]) => (
          <Menu.Item key={key} onClick={() => setKeys([...keys, { at: Math.round(at * 10) / 10, key }])}>
            <b className={classes["key"]}>{key}</b> {does}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Pressed({ keys, setKeys }: KeysProps) {
  if (keys.length === 0) return null;
  return (
    <ul className={classes["pressed"]} aria-label="Keys that are pressed">
      {keys.map((one) => (
        <li key={`${one.at} ${one.key}`}>
          {one.key} at {clock(one.at)}
          <button
            type="button"
            aria-label={`Do not press ${one.key} at ${clock(one.at)}`}
            onClick={() => setKeys(keys.filter((other) => other !== one))}
          >
            <Icon name="close" size={13} />
          </button>
        </li>
      ))}
    </ul>
  );
}
