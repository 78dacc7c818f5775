import { codecs } from "../codecs/codecs.ts";
import type { CodecFigures, ForeignFigures, PieceFigures } from "../codecs/figures.ts";
import type { Piece } from "./piece.ts";

/** A table in Markdown; its first row is its head. */
export function markdown(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows;
  const lines = [head, head.map((_, i) => (i === 0 ? "---" : "---:")), ...body];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** Every piece with its figures, a row each. */
export function pieceTable(pieces: readonly Piece[]): string {
  const head = ["piece", "kind", "length", "LUFS", "dBTP", "loudest 3 s", "in band", "longest gap", "LRA", "speech"];
  const rows = pieces.map(({ entry, figures }) => [
    `[${entry.title}](#${entry.id})`,
    entry.kind,
    minutes(entry.seconds),
    decimal(figures.loudness),
    decimal(figures.truePeak),
    decimal(figures.loudest),
    percent(figures.bandShare),
    `${figures.gap.toFixed(2)} s`,
    decimal(figures.range),
    percent(figures.speech.share),
  ]);
  return markdown([head, ...rows]);
}

/** What a mobile codec leaves, our pieces beside Asterisk's hold music, with the mean of each. */
export function asteriskTable(pieces: readonly Piece[], { asterisk }: CodecFigures): string {
  const head = ["music", "LUFS", "in band", "longest gap", ...codecs.map(({ name }) => name)];
  const ours = pieces.flatMap(({ entry, figures, codec }) =>
    codec && entry.kind === "instrumental" ? [{ ...figures, name: entry.title, snr: codec.snr }] : [],
  );
  return markdown([
    head,
    ...ours.map(compared),
    summary("**Holdfast, mean of these**", ours),
    ...asterisk.map(compared),
    summary("**Asterisk, mean of these**", asterisk),
  ]);
}

/** One piece as sent and as GSM leaves it, and what each codec keeps of it; of a piece that no codec heard, as sent alone. */
export function beforeAndAfter({ figures, codec }: Piece): string {
  const head = ["", "LUFS", "in band", "longest gap"];
  const sent = ["as sent (mu-law)", ...sizes(figures)];
  if (!codec) return markdown([head, sent]);
  const kept = codecs.map(({ id, name }) => `${name}: ${decimal(codec.snr[id])}`).join(", ");
  return `${markdown([head, sent, ["after GSM-FR", ...sizes(codec.afterGsm)]])}\n\nMagnitude SNR in dB: ${kept}.`;
}

type Compared = Pick<ForeignFigures, "name" | "loudness" | "bandShare" | "gap" | "snr">;

function compared({ name, snr, ...figures }: Compared): string[] {
  return [name, ...sizes(figures), ...ratios(snr)];
}

/** The spread of loudness (how far a caller is startled), the worst gap, and the means. */
function summary(name: string, all: readonly Compared[]): string[] {
  const levels = all.map(({ loudness }) => loudness);
  const spread = Math.max(...levels) - Math.min(...levels);
  const snr = codecs.map(({ id }) => `**${decimal(mean(all.map((each) => each.snr[id])))}**`);
  const gap = Math.max(...all.map((each) => each.gap));
  const share = mean(all.map((each) => each.bandShare));
  return [name, `**${decimal(spread)} LU apart**`, `**${percent(share)}**`, `**≤ ${gap.toFixed(2)} s**`, ...snr];
}

function sizes({ loudness, bandShare, gap }: Pick<Compared, "loudness" | "bandShare" | "gap">): string[] {
  return [decimal(loudness), percent(bandShare), `${gap.toFixed(2)} s`];
}

function ratios(snr: PieceFigures["snr"]): string[] {
  return codecs.map(({ id }) => decimal(snr[id]));
}

/** Minutes and seconds of a length. */
export function minutes(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function decimal(value: number): string {
  return value.toFixed(1).replace("-", "−");
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
