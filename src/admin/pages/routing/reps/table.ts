/** A row of a table as it was pasted: its line, from 1, and its cells. */
export type TableRow = { readonly line: number; readonly cells: readonly string[] };

/** A pasted table, from a sheet (tabs) or as CSV (commas or semicolons, quotes where needed). Empty lines are left out. */
export function readTable(text: string): readonly TableRow[] {
  const separator = separatorOf(text);
  const rows: TableRow[] = [];
  let cells: string[] = [];
  let cell = "";
  let [line, begunAt] = [1, 1];
  let quoted = false;
  const endRow = () => {
    cells.push(plain(cell));
    if (cells.some((one) => one !== "")) rows.push({ line: begunAt, cells });
    [cells, cell, begunAt] = [[], "", line + 1];
  };
  for (let place = 0; place < text.length; place++) {
    const letter = text[place] ?? "";
    if (quoted && letter === '"' && text[place + 1] === '"') {
      cell += '"';
      place++;
    } else if (letter === '"' && (quoted || cell.trim() === "")) {
      quoted = !quoted;
      if (quoted) cell = "";
    } else if (quoted) {
      if (letter === "\n") line++;
      cell += letter;
    } else if (letter === separator) {
      cells.push(plain(cell));
      cell = "";
    } else if (letter === "\n") {
      endRow();
      line++;
    } else if (letter !== "\r") cell += letter;
  }
  endRow();
  return rows;
}

/** What parts the cells: a tab where there is any, else what the first line has most of. */
function separatorOf(text: string): string {
  if (text.includes("\t")) return "\t";
  const [first = ""] = text.trimStart().split("\n", 1);
  return (first.match(/;/g)?.length ?? 0) > (first.match(/,/g)?.length ?? 0) ? ";" : ",";
}

/** A cell without spaces at its ends, and without the apostrophe that keeps a sheet from taking it for a formula. */
function plain(cell: string): string {
  return cell.trim().replace(/^'(?=[=+\-@])/, "");
}
