import type { ManifestEntry } from "../../src/audio/manifest.ts";
import type { PieceFigures } from "../codecs/figures.ts";
import type { Figures } from "../measure/recording.ts";
import { unitsInBar, type Score } from "../render/score.ts";
import { beforeAndAfter, minutes } from "./tables.ts";

/** All that the page tells of one file; what codecs leave of it is there only where they were at hand. */
export type Piece = {
  readonly entry: ManifestEntry;
  readonly figures: Figures;
  readonly codec: PieceFigures | undefined;
  readonly score: Score | undefined;
};

/** A piece's own part of the page: what it is, its picture, and its figures as sent and after GSM. */
export function pieceText(piece: Piece): string {
  const { entry, score } = piece;
  const facts = [
    `[\`${entry.file}\`](${entry.file})`,
    entry.kind,
    minutes(entry.seconds),
    ...(score ? musical(score) : []),
    `sha256 \`${entry.sha256.slice(0, 12)}\``,
  ];
  return [
    `### ${entry.title}`,
    facts.join(" · "),
    `![Waveform and spectrum of ${entry.title}](../docs/audio/${entry.id}.svg)`,
    beforeAndAfter(piece),
  ].join("\n\n");
}

function musical(score: Score): string[] {
  const leads = [
    ...new Set(score.phrases.map(({ lead }) => lead.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`))),
  ];
  const bar = unitsInBar(score) * score.unitSeconds;
  return [`${score.key}, ${score.metre}, a bar of ${bar.toFixed(2)} s`, leads.join(", ")];
}
