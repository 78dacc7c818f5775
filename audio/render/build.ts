import { mkdirSync, writeFileSync } from "node:fs";
import { buildLibrary } from "./library.ts";

const folder = new URL("../", import.meta.url);
const { manifest, built } = buildLibrary();
mkdirSync(new URL("music/", folder), { recursive: true });
for (const { wav, entry } of built) {
  writeFileSync(new URL(entry.file, folder), wav);
  const { file, seconds, loudness, truePeak, bandShare } = entry;
  process.stdout.write(`${file}: ${seconds} s, ${loudness} LUFS, ${truePeak} dBTP, ${bandShare} in band\n`);
}
writeFileSync(new URL("manifest.json", folder), `${JSON.stringify(manifest, null, 2)}\n`);
