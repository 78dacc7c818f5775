import type { AudioReport, Checked } from "./check.ts";

const head = ["file", "kind", "s", "LUFS", "range", "dBTP", "loudest", "in band", "gap", "seam", "speech", ""];

/** A report as people read it: a line of figures for each file, then a sentence for each fault. */
export function tableOf({ files, faults }: AudioReport): string {
  const rows = [head, ...files.map(row)];
  const widths = head.map((_, i) => Math.max(...rows.map((cells) => cells[i]?.length ?? 0)));
  const lines = rows.map((cells) =>
    cells
      .map((cell, i) => aligned(cell, widths[i] ?? 0, i))
      .join("  ")
      .trimEnd(),
  );
  const sentences = [
    ...files.flatMap(({ entry, faults: own }) => own.map((fault) => `${entry.file}: ${fault}`)),
    ...faults,
  ];
  return [...lines, ...(sentences.length > 0 ? ["", ...sentences] : [])].join("\n");
}

/** Everything that is wrong in a report, counted. */
export function faultCount({ files, faults }: AudioReport): number {
  return files.reduce((sum, file) => sum + file.faults.length, faults.length);
}

function row({ entry, figures, faults }: Checked): string[] {
  const verdict = faults.length === 0 ? "ok" : "FAULTY";
  if (!figures) return [entry.file, entry.kind, ...head.slice(3).map(() => "-"), verdict];
  return [
    entry.file,
    entry.kind,
    figures.seconds.toFixed(1),
    figures.loudness.toFixed(2),
    figures.range.toFixed(1),
    figures.truePeak.toFixed(1),
    figures.loudest.toFixed(1),
    `${(100 * figures.bandShare).toFixed(1)} %`,
    figures.gap.toFixed(2),
    figures.seam.toFixed(2),
    `${(100 * figures.speech.share).toFixed(1)} %`,
    verdict,
  ];
}

/** Words to the left, figures to the right. */
function aligned(cell: string, width: number, column: number): string {
  return column < 2 || column === head.length - 1 ? cell.padEnd(width) : cell.padStart(width);
}
