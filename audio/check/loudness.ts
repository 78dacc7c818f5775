import { readFileSync } from "node:fs";
import { loudness } from "../measure/loudness.ts";
import { samplesOf } from "../measure/samples.ts";

// For setting the music beside a voice: prints the loudness of each file named (8 kHz mono mu-law).
for (const file of process.argv.slice(2)) {
  process.stdout.write(`${file}: ${loudness(samplesOf(readFileSync(file)), 8000).toFixed(1)} LUFS\n`);
}
