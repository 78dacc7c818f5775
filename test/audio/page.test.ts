import { readFileSync } from "node:fs";
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { pictureOf } from "../../audio/page/picture.ts";
import { withBlocks } from "../../audio/page/blocks.ts";
import { markdown, minutes } from "../../audio/page/tables.ts";
import { audioManifest } from "../../src/audio/manifest.ts";
import { sine } from "./sounds.ts";

const root = new URL("../../", import.meta.url);
const read = (file: string) => readFileSync(new URL(file, root), "utf8");
const { tracks } = audioManifest.parse(JSON.parse(read("audio/manifest.json")));

describe("the page of the music is of the music that is shipped: npm run audio:page writes it", () => {
  const page = read("audio/README.md");

  test.each(tracks)("$title is on it with the hash of its file, and has a picture", ({ id, title, file, sha256 }) => {
    expect(page).toContain(`### ${title}\n`);
    expect(page).toContain(`(${file})`);
    expect(page).toContain(sha256.slice(0, 12));
    expect(page).toContain(`](../docs/audio/${id}.svg)`);
    const picture = read(`docs/audio/${id}.svg`);
    expect(picture.length).toBeLessThan(60_000);
    expect(namesIn(picture)).toContain("svg");
  });

  test("nothing else is", () => {
    const headings = page.slice(page.indexOf("<!-- pieces -->"), page.indexOf("<!-- /pieces -->")).match(/^### /gm);
    expect(headings).toHaveLength(tracks.length);
  });
});

test("generated text takes its place between its marks, and what is written by hand stays", () => {
  const page = "By hand.\n\n<!-- a -->\nold\n<!-- /a -->\n\nBy hand too.\n";
  const once = withBlocks(page, { a: "new" });
  expect(once).toBe("By hand.\n\n<!-- a -->\n\nnew\n\n<!-- /a -->\n\nBy hand too.\n");
  expect(withBlocks(once, { a: "new" })).toBe(once);
  expect(() => withBlocks(page, { b: "new" })).toThrow("no place between <!-- b -->");
});

test("a picture has a line where each phrase ends, and what GSM left only where that is known", () => {
  const [track] = tracks;
  if (!track) throw new Error("no music");
  const entry = { ...track, title: "Fish & Chips", samples: 24_000, phraseEnds: [8_000, 24_000] };
  const without = pictureOf(entry, sine(3, 500), undefined);
  expect(without.match(/class="end"/g)).toHaveLength(2);
  expect(without).toContain("Fish &amp; Chips");
  expect(without).not.toContain("after GSM");
  const levels = Array.from({ length: 64 }, () => -20);
  expect(namesIn(pictureOf(entry, sine(3, 500), levels))).toContain("path");
  expect(pictureOf(entry, sine(3, 500), levels)).toContain("after GSM");
});

test("tables are Markdown, and lengths are minutes and seconds", () => {
  expect(
    markdown([
      ["a", "b"],
      ["c", "1"],
    ]),
  ).toBe("| a | b |\n| --- | ---: |\n| c | 1 |");
  expect([4, 59.6, 124.8].map(minutes)).toEqual(["0:04", "1:00", "2:05"]);
});

/** The elements of a picture, which must be well-formed. */
function namesIn(picture: string): string[] {
  const names: string[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name }) => names.push(name));
  parser.write(picture).close();
  return names;
}
