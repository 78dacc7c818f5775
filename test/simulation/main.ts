/**
 * `npm run simulate`: a fortnight of a business that is called ten thousand times, by a clock that is handed in, with everything
 * broken now and then. `-- --seed N --calls N --days N` runs another one, `--no-faults` breaks nothing, `--write` writes
 * docs/simulation.md too, `--tell FILE` writes down all that every telephone has heard. Ends with 1 where anything was as it must not be.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { printed } from "./printing.ts";
import { simulate } from "./simulate.ts";
import { wrongs } from "./verdict.ts";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    calls: { type: "string", default: "10000" },
    days: { type: "string", default: "14" },
    faults: { type: "boolean", default: true },
    write: { type: "boolean", default: false },
    tell: { type: "string" },
  },
  allowNegative: true,
});
const { tell } = values;
const [seed, calls, days] = [Number(values.seed), Number(values.calls), Number(values.days)];
const began = performance.now();
const seconds = () => Math.round((performance.now() - began) / 1_000);
const command = `npm run simulate -- --seed ${seed} --calls ${calls} --days ${days}${values.faults ? "" : " --no-faults"}`;
console.log(`${command}\n`);
const tally = await simulate({
  seed,
  calls,
  days,
  faults: values.faults,
  dayOver: (day, made) => console.log(`${day}: ${made} calls so far, after ${seconds()} s`),
  ...(tell === undefined ? {} : { told: (everything) => writeFileSync(tell, everything) }),
});
if (tell !== undefined) for (const example of tally.examples) console.log(`\n${example}`);
const found = wrongs(tally);
const verdict =
  found.length === 0 ? "Nothing was as it must not be." : `**Wrong:**\n\n${found.map((one) => `- ${one}`).join("\n")}`;
console.log(`\n${printed(tally)}\n\n${verdict}\n\nTook ${seconds()} s.`);
if (values.write)
  writeFileSync(
    "docs/simulation.md",
    `# A simulated fortnight\n\nWritten by \`npm run simulate -- --write\`; the same again by \`${command}\`. It took ${seconds()} s.\n\n${printed(tally)}\n\n${verdict}\n`,
  );
process.exit(found.length === 0 ? 0 : 1);
