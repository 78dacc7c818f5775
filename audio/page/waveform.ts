import { label, line, plot, type Panel } from "./svg.ts";

const rate = 8000;

/** Columns that a waveform is drawn in: enough to see notes come and go, few enough for a small file. */
const columns = 420;

/** The highest level drawn, −3 dBTP: nothing shipped goes beyond it. */
const top = 10 ** (-3 / 20);

/** A recording's waveform, its highest and lowest sample per column, with a dashed line where each phrase ends and its time below. */
export function waveform(samples: Float64Array, phraseEnds: readonly number[], panel: Panel): string {
  const x = (sample: number) => panel.left + (sample / samples.length) * panel.width;
  const y = (value: number) => panel.top + (panel.height / 2) * (1 - value / top);
  const peaks = Array.from({ length: columns }, (_, i) => {
    const [from, to] = [i, i + 1].map((column) => Math.floor((column * samples.length) / columns));
    return extremes(samples.subarray(from, to));
  });
  const at = (i: number) => x(((i + 0.5) * samples.length) / columns);
  const upper = peaks.map(({ high }, i) => [at(i), y(high)] as const);
  const lower = peaks.map(({ low }, i) => [at(i), y(low)] as const);
  const ends = phraseEnds.map((end) => {
    return line(x(end), panel.top, x(end), panel.top + panel.height, "end") + time(x(end), end / rate, panel);
  });
  return [
    label(panel.left, panel.top - 8, "Waveform; dashed: where a phrase ends and the music may be cut"),
    line(panel.left, y(0), panel.left + panel.width, y(0), "axis"),
    plot([...upper, ...lower.toReversed()], "wave"),
    time(x(0), 0, panel),
    ...ends,
  ].join("\n");
}

function extremes(samples: Float64Array) {
  let [low, high] = [0, 0];
  for (const value of samples) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return { low, high };
}

function time(x: number, seconds: number, panel: Panel): string {
  const text = seconds < 60 ? `${Math.round(10 * seconds) / 10} s` : minutes(seconds);
  return label(x, panel.top + panel.height + 16, text, seconds === 0 ? "start" : "end");
}

function minutes(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
