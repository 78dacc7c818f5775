import { ActionIcon, Group, Text, Tooltip } from "@mantine/core";
import { useEffect, useRef, type CSSProperties, type KeyboardEvent, type MouseEvent } from "react";
import { Icon } from "../../ui/icon.tsx";
import { nextWords, passageAt, wordsBefore } from "./place.ts";
import { inWords } from "./time.ts";
import classes from "./timeline.module.css";
import { captionOf } from "./captions.ts";
import type { Passage, Wait } from "./wire.ts";

type TimelineProps = {
  readonly wait: Wait;
  readonly titles: ReadonlyMap<string, string>;
  readonly position: number;
  readonly zoom: number;
  readonly setZoom: (zoom: number) => void;
  readonly seek: (position: number) => void;
  readonly toggle: () => void;
};

/** How many times as wide as the page it can be. */
export const zooms = [1, 2, 4, 8] as const;
/** Seconds that an arrow key moves, and a page key. */
const [step, page] = [5, 60];

/** The wait from left to right: what is said, what is played, and which keys are named. The words below say the same. */
export function Timeline({ wait, titles, position, zoom, setZoom, seek, toggle }: TimelineProps) {
  const box = useRef<HTMLDivElement>(null);
  const { seconds, passages } = wait;
  const percent = (at: number) => `${(100 * at) / seconds}%`;
  useEffect(() => keepInView(box.current, position / seconds), [position, seconds, zoom]);

  const keyed = (event: KeyboardEvent) => {
    const to = placeOfKey(event.key, position, wait);
    if (event.key === " ") toggle();
    else if (to === undefined) return;
    else seek(to);
    event.preventDefault();
  };
  const pointed = ({ currentTarget, clientX }: MouseEvent<HTMLDivElement>) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    seek((seconds * (clientX - left)) / width);
  };
  const heard = captionOf(passageAt(passages, position), titles);
  return (
    <section aria-label="Timeline" className={classes["timeline"]}>
      <Group justify="space-between" gap="xs" mb={6}>
        <div className={classes["legend"]} aria-hidden="true">
          <span data-kind="speech">Speech</span>
          {passages.some(({ kind }) => kind === "announcement") && <span data-kind="announcement">Announcement</span>}
          <span data-kind="music">Music</span>
          <span data-kind="key">Keys named</span>
        </div>
        <Group gap={4}>
          <Zoom label="Show more of the wait" icon="minus" to={zooms.findLast((one) => one < zoom)} setZoom={setZoom} />
          <Text c="dimmed" fz="xs" w={26} ta="center" aria-hidden="true">
            {zoom}×
          </Text>
          <Zoom label="Show it larger" icon="add" to={zooms.find((one) => one > zoom)} setZoom={setZoom} />
        </Group>
      </Group>
      <div ref={box} className={classes["box"]}>
        <div
          className={classes["wait"]}
          style={{ width: `${100 * zoom}%` }}
          role="slider"
          tabIndex={0}
          aria-label="Place in the wait"
          aria-valuemin={0}
          aria-valuemax={Math.round(seconds)}
          aria-valuenow={Math.round(position)}
          aria-valuetext={`${inWords(position)}: ${heard}`}
          onKeyDown={keyed}
          onClick={pointed}
        >
          <div className={classes["ticks"]}>
            {ticks(seconds, zoom).map((at) => (
              <span key={at} style={{ left: percent(at) }}>
                {at / 60}
              </span>
            ))}
          </div>
          <div className={classes["lane"]}>
            {passages.filter(isWords).map((one) => (
              <Block key={one.at} passage={one} seconds={seconds} />
            ))}
          </div>
          <div className={classes["lane"]}>
            {passages.filter(isSound).map((one) => (
              <Block key={one.at} passage={one} seconds={seconds} />
            ))}
          </div>
          <div className={classes["lane"]} data-lane="keys">
            {passages.map((one) =>
              "keys" in one ? (
                <i key={one.at} style={{ left: percent(one.at) }} />
              ) : one.kind === "key" ? (
                <kbd key={`key ${one.at}`} style={{ left: percent(one.at) }}>
                  {one.what}
                </kbd>
              ) : null,
            )}
          </div>
          {wait.answered !== undefined && (
            <div className={classes["answered"]} style={{ left: percent(wait.answered) }}>
              <span data-late={wait.answered > seconds * 0.7 || undefined}>A rep answers</span>
            </div>
          )}
          <div className={classes["cursor"]} style={{ left: percent(position) }} />
        </div>
      </div>
    </section>
  );
}

const isWords = ({ kind }: Passage) => kind === "speech" || kind === "announcement";
const isSound = ({ kind }: Passage) => kind === "music" || kind === "interlude";

function Block({
  passage: { at, seconds: lasts, kind },
  seconds,
}: {
  readonly passage: Passage;
  readonly seconds: number;
}) {
  const style: CSSProperties = { left: `${(100 * at) / seconds}%`, width: `${(100 * lasts) / seconds}%` };
  return <b data-kind={kind} style={style} />;
}

type ZoomProps = {
  readonly label: string;
  readonly icon: "add" | "minus";
  readonly to: number | undefined;
  readonly setZoom: (zoom: number) => void;
};

function Zoom({ label, icon, to, setZoom }: ZoomProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="md"
        aria-label={label}
        disabled={to === undefined}
        onClick={() => to !== undefined && setZoom(to)}
      >
        <Icon name={icon} size={16} />
      </ActionIcon>
    </Tooltip>
  );
}

/** Minutes that are named: as many as there is room for on a telephone. */
function ticks(seconds: number, zoom: number): readonly number[] {
  const minutes = Math.floor(seconds / 60);
  const every = Math.max(1, Math.ceil(minutes / (10 * zoom)));
  return Array.from({ length: Math.floor(minutes / every) + 1 }, (_, place) => place * every * 60);
}

function placeOfKey(key: string, position: number, { seconds, passages }: Wait): number | undefined {
  switch (key) {
    case "ArrowLeft":
      return position - step;
    case "ArrowRight":
      return position + step;
    case "PageDown":
      return position - page;
    case "PageUp":
      return position + page;
    case "Home":
      return 0;
    case "End":
      return seconds;
    case "ArrowUp":
      return wordsBefore(passages, position);
    case "ArrowDown":
      return nextWords(passages, position);
    default:
      return undefined;
  }
}

/** Scrolls sideways where the place has gone out of what is shown. */
function keepInView(box: HTMLDivElement | null, share: number): void {
  if (!box) return;
  const at = share * box.scrollWidth;
  if (at < box.scrollLeft || at > box.scrollLeft + box.clientWidth) box.scrollLeft = at - box.clientWidth / 4;
}
