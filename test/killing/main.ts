/**
 * `npm run kill -- --rounds 200 --seed 1`: kills a real process amid promises and amid return calls, so many times each,
 * and says what became of them. Ends with 1 where a promise was lost or made twice, or a customer was not rung once.
 */
import { parseArgs } from "node:util";
import { killedWhilePromising } from "./promises.ts";
import { killedWhileRinging } from "./return-calls.ts";

const parts: Readonly<Record<string, typeof killedWhilePromising | typeof killedWhileRinging>> = {
  promising: killedWhilePromising,
  ringing: killedWhileRinging,
};
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: "string", default: "200" }, seed: { type: "string", default: "1" } },
});
let faults = 0;
for (const [name, part] of Object.entries(parts)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const found = await part(Number(values.rounds), Number(values.seed));
  faults += found.faults.length;
  process.stdout.write(`Killed while ${name}: ${JSON.stringify(found, undefined, 2)}\n`);
}
process.exit(faults > 0 ? 1 : 0);
