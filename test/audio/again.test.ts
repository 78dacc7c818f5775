import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { rendererName } from "../../audio/render/fluidsynth.ts";
import { buildTrack } from "../../audio/render/library.ts";
import { newLeaf } from "../../audio/scores/new-leaf.ts";
import { audioManifest } from "../../src/audio/manifest.ts";

// The ident is the shortest; `npm run audio:build -- --again` does the same with every piece.
test.skipIf(renderer() === undefined)(
  "what is built twice from scratch is the same file, and the one that is shipped",
  { timeout: 300_000 },
  () => {
    const [once, twice] = [buildTrack(newLeaf), buildTrack(newLeaf)];
    expect(twice.wav.equals(once.wav)).toBe(true);
    const { tracks } = audioManifest.parse(JSON.parse(readFileSync("audio/manifest.json", "utf8")));
    const shipped = tracks.find(({ id }) => id === newLeaf.id);
    // Another version of fluidsynth may play a little differently.
    expect(shipped?.playedBy === renderer() ? once.entry : shipped).toEqual(shipped);
  },
);

/** What renders here; undefined where there is nothing to render with, as on most machines. */
function renderer(): string | undefined {
  try {
    return rendererName();
  } catch {
    return undefined;
  }
}
