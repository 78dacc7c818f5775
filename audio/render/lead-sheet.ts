import { scores } from "./scores.ts";
import { sheetOf } from "./sheet.ts";

const wanted = process.argv.slice(2);
for (const score of scores.filter(({ id }) => wanted.length === 0 || wanted.includes(id)))
  process.stdout.write(`${sheetOf(score)}\n\n`);
