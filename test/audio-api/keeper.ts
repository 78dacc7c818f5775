import { writeSync } from "node:fs";
import { createHash } from "node:crypto";
import { keepTrack } from "../../src/audio/kept.ts";
import { emptyMuLawWav } from "../../src/audio/wav.ts";

// Keeps one track after another, each of another sound, until it is killed; prints the hash of each once it is kept.
const [folder = "", round = "0"] = process.argv.slice(2);
for (let count = 0; ; count++) {
  const { wav, sound } = emptyMuLawWav(160_000);
  sound.fill(`${round}/${count}`);
  const sha256 = createHash("sha256").update(wav).digest("hex");
  const entry = {
    id: `track-${round}-${count}`,
    title: "Track",
    kind: "instrumental",
    uploadedAs: "",
    samples: 160_000,
    seconds: 20,
    phraseEnds: [160_000],
    loudness: -22,
    truePeak: -6,
    bandShare: 1,
    speechShare: 0,
    sha256,
    accepted: [],
  } as const;
  await keepTrack(folder, { entry: { ...entry, phraseEnds: [160_000], accepted: [] }, wav });
  writeSync(1, `${sha256}\n`);
}
