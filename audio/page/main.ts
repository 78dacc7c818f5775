import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { format, resolveConfig } from "prettier";
import { audioManifest } from "../../src/audio/manifest.ts";
import { readFigures } from "../codecs/figures.ts";
import { measureRecording } from "../measure/recording.ts";
import { samplesOf } from "../measure/samples.ts";
import { scores } from "../render/scores.ts";
import { withBlocks } from "./blocks.ts";
import { pictureOf } from "./picture.ts";
import { pieceText, type Piece } from "./piece.ts";
import { asteriskTable, pieceTable } from "./tables.ts";

const audio = new URL("../", import.meta.url);
const pictures = new URL("../docs/audio/", audio);
const page = new URL("README.md", audio);

const { tracks } = audioManifest.parse(JSON.parse(readFileSync(new URL("manifest.json", audio), "utf8")));
const known = readFigures();

mkdirSync(pictures, { recursive: true });
for (const old of readdirSync(pictures)) rmSync(new URL(old, pictures));
const pieces = tracks.map((entry): Piece => {
  const samples = samplesOf(readFileSync(new URL(entry.file, audio)));
  const codec = known.pieces.find(({ sha256 }) => sha256 === entry.sha256);
  writeFileSync(new URL(`${entry.id}.svg`, pictures), pictureOf(entry, samples, codec?.afterGsm.bands));
  if (!codec) process.stdout.write(`${entry.title}: what codecs leave of it is not known; run npm run audio:codecs\n`);
  return { entry, figures: measureRecording(samples), codec, score: scores.find(({ id }) => id === entry.id) };
});

const text = withBlocks(readFileSync(page, "utf8"), {
  figures: pieceTable(pieces),
  asterisk: asteriskTable(pieces, known),
  pieces: pieces.map(pieceText).join("\n\n"),
});
const style = await resolveConfig(fileURLToPath(page));
writeFileSync(page, await format(text, { ...style, parser: "markdown" }));
