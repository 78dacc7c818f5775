import type { KeyboardEvent, MouseEvent } from "react";
import { clock, inWords } from "../hear/time.ts";
import classes from "./waveform.module.css";

type WaveformProps = {
  readonly name: string;
  readonly peaks: readonly number[] | undefined;
  readonly seconds: number;
  readonly position: number;
  readonly seek: (position: number) => void;
};

/** Seconds that an arrow key moves. */
const step = 5;

/** A sound as it looks, with where it is being heard; a place in it is chosen by mouse or keys. */
export function Waveform({ name, peaks, seconds, position, seek }: WaveformProps) {
  const to = (place: number) => seek(Math.min(Math.max(0, place), seconds - 0.1));
  const pointed = ({ currentTarget, clientX }: MouseEvent<HTMLDivElement>) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    to((seconds * (clientX - left)) / width);
  };
  const keyed = (event: KeyboardEvent) => {
    const places: Readonly<Record<string, number>> = {
      ArrowLeft: position - step,
      ArrowRight: position + step,
      Home: 0,
      End: seconds,
    };
    const place = places[event.key];
    if (place === undefined) return;
    event.preventDefault();
    to(place);
  };
  const path = peaks && pathOf(peaks);
  return (
    <div
      className={classes["wave"]}
      role="slider"
      tabIndex={0}
      aria-label={`Place in ${name}`}
      aria-valuemin={0}
      aria-valuemax={Math.round(seconds)}
      aria-valuenow={Math.round(position)}
      aria-valuetext={`${inWords(position)} of ${inWords(seconds)}`}
      title={clock(seconds)}
      onClick={pointed}
      onKeyDown={keyed}
    >
      {peaks && (
        <svg viewBox={`0 0 ${peaks.length} 200`} preserveAspectRatio="none" aria-hidden="true">
          <path d={path} />
          <path d={path} data-heard style={{ clipPath: `inset(0 ${100 - (100 * position) / seconds}% 0 0)` }} />
        </svg>
      )}
    </div>
  );
}

/** One stroke a column, as far up as down. */
function pathOf(peaks: readonly number[]): string {
  const most = Math.max(1, ...peaks);
  return peaks
    .map((peak, column) => {
      const half = Math.max(2, (92 * peak) / most);
      return `M${column} ${100 - half}h.72v${2 * half}h-.72z`;
    })
    .join("");
}
