import { styleText } from "node:util";
import { minutesOf } from "./book.ts";
import type { Line, Tone } from "./screen.ts";

/** The paper that lines are written on; `columns` absent: as long as they are. */
export type Paper = { readonly columns?: number | undefined; readonly colour: boolean };

type Style = Parameters<typeof styleText>[0];
const styles: Readonly<Record<Exclude<Tone, "plain">, Style>> = {
  said: "bold",
  quiet: "dim",
  music: "magenta",
  person: "green",
  ring: ["bold", "yellow"],
  text: "cyan",
  own: "blue",
  trouble: "red",
};

/** The width of the column in which the time stands, and of the space after it. */
const margin = 7;
/** On narrower paper words are still given this much. */
const leastColumns = 20;

/** A line as it is written: the time since the call began, then the words, on as many rows as they take. */
export function format(line: Line, { columns, colour }: Paper): string {
  const time = (line.at === undefined ? "" : minutesOf(line.at)).padStart(margin - 2);
  const width = columns === undefined ? Infinity : Math.max(leastColumns, columns - margin - 1);
  const paint = (style: Style | undefined, text: string) =>
    colour && style !== undefined && text.trim() !== "" ? styleText(style, text, { validateStream: false }) : text;
  return wrap(printable(line.words), width)
    .map((row, place) =>
      `${place === 0 ? paint("dim", time) : " ".repeat(margin - 2)}  ${paint(line.tone === "plain" ? undefined : styles[line.tone], row)}`.trimEnd(),
    )
    .join("\n");
}

/** What was said or written by others must not move the cursor or paint the terminal. */
function printable(words: string): string {
  return words.replaceAll(/\p{Cc}+/gu, " ").trim();
}

function wrap(words: string, width: number): readonly string[] {
  const rows: string[] = [];
  let row = "";
  for (const word of words.split(/ +/).flatMap((one) => pieces(one, width))) {
    const longer = row === "" ? word : `${row} ${word}`;
    if (row !== "" && Array.from(longer).length > width) {
      rows.push(row);
      row = word;
    } else row = longer;
  }
  return [...rows, row];
}

/** A word that no row has room for, cut. */
function pieces(word: string, width: number): readonly string[] {
  const letters = Array.from(word);
  if (letters.length <= width) return [word];
  return Array.from({ length: Math.ceil(letters.length / width) }, (_, place) =>
    letters.slice(place * width, (place + 1) * width).join(""),
  );
}
